import type { Value } from './compiled-table';

/**
 * Hashes of sent values, mixed after cyrb128 (public domain). 64 bits of a key only say which rows may share it: texts
 * decide. 128 bits of a row tell equal copies of one key from different ones.
 */
export type KeyHash = (parts: readonly string[], into: Uint32Array) => void;

/** No UTF-16 unit is as large, so no text reads like the border between two. */
const END = 0xfffff;
const NULL = 0xffffe;
const ABSENT = 0xffffd;

let a = 0;
let b = 0;
let c = 0;
let d = 0;

function begin(): void {
  a = 1779033703;
  b = 3144134277;
  c = 1013904242;
  d = 2773480762;
}

function mixText(text: string, end: number): void {
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length ? end : text.charCodeAt(at);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
}

function finish(): void {
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
}

/** Hash of the key's values into `into` (two numbers). */
export const hashKey: KeyHash = (parts, into) => {
  begin();
  for (const part of parts) mixText(part, END);
  finish();
  into[0] = a;
  into[1] = b ^ a;
};

/** Hash of all values of a row into `into` (four numbers). */
export function hashRow(values: readonly Value[], into: Uint32Array): void {
  begin();
  for (const value of values) {
    if (typeof value === 'string') mixText(value, END);
    else mixText('', value === null ? NULL : ABSENT);
  }
  finish();
  into[0] = a;
  into[1] = b ^ a;
  into[2] = c ^ a;
  into[3] = d ^ a;
}
