import type { Value } from './compiled-table';

/**
 * Hashes of sent values. 96 bits for keys (among ten million keys two different ones meet with a chance of about
 * 10^-15), 64 bits for telling equal rows of one key from different ones. Mixing after cyrb128 (public domain).
 */
const SEPARATOR = 0x1f;
const NULL = 0xfffff;
const ABSENT = 0xffffe;

/** Hash of the key's values into `into` (three numbers). */
export function hashKey(parts: readonly string[], into: Uint32Array): void {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (const part of parts) {
    for (let at = 0; at <= part.length; at++) {
      const unit = at === part.length ? NULL : part.charCodeAt(at);
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
  const all = a ^ b ^ c ^ d;
  into[0] = all;
  into[1] = b ^ all;
  into[2] = c ^ all;
}

/** Hash of all values of a row into `into` (two numbers). */
export function hashRow(values: readonly Value[], into: Uint32Array): void {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (typeof value === 'string') {
      for (let at = 0; at < value.length; at++) {
        const unit = value.charCodeAt(at);
        a = Math.imul(a ^ unit, 2654435761);
        b = Math.imul(b ^ unit, 1597334677);
      }
    }
    const end = value === null ? NULL : value === undefined ? ABSENT : SEPARATOR + 0x10000;
    a = Math.imul((a << 13) ^ (a >>> 19) ^ end, 2246822507);
    b = Math.imul((b << 7) ^ (b >>> 25) ^ end, 3266489909);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  into[0] = a;
  into[1] = b;
}
