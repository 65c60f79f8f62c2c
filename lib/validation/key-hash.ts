import type { Value } from './compiled-table';

/**
 * Hashes of sent values, mixed after cyrb53 and cyrb128 (public domain). 64 bits of a key only say which rows may share
 * it: texts decide. 128 bits of a row tell equal copies of one key from different ones.
 */
export type KeyHash = (parts: readonly string[], into: Uint32Array) => void;

/** No UTF-16 unit is as large, so no text reads like the border between two. */
const END = 0xfffff;
const NULL = 0xffffe;
const ABSENT = 0xffffd;

/** Hash of all values of a row into `into` (four numbers). */
export function hashRow(values: readonly Value[], into: Uint32Array): void {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (const value of values) {
    const length = value?.length ?? 0;
    const end = typeof value === 'string' ? END : value === null ? NULL : ABSENT;
    for (let at = 0; at <= length; at++) {
      const unit = at === length ? end : (value?.charCodeAt(at) ?? 0);
      a = b ^ Math.imul(a ^ unit, 597399067);
      b = c ^ Math.imul(b ^ unit, 2869860233);
      c = d ^ Math.imul(c ^ unit, 951274213);
      d = a ^ Math.imul(d ^ unit, 2716044179);
    }
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  into[0] = a;
  into[1] = b ^ a;
  into[2] = c ^ a;
  into[3] = d ^ a;
}

/** Hash of the key's values into `into` (two numbers). Runs for every row, so it mixes no more than is kept. */
export const hashKey: KeyHash = (parts, into) => {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const part of parts) {
    for (let at = 0; at <= part.length; at++) {
      const unit = at === part.length ? END : part.charCodeAt(at);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  into[0] = a;
  into[1] = b;
};
