import { isUtf8 } from 'node:buffer';
import type { Result } from '../base/result';
import { err, ok } from '../base/result';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;
/** Deeper than any value of a table; a deeper one is hostile. */
const DEEPEST = 512;

export interface NotRows {
  readonly reason: 'json' | 'not-an-array' | 'no-rows' | 'row-not-an-object';
  /** 0-based. */
  readonly row?: number;
}

const isBlank = (byte: number): boolean => byte === SPACE || (byte >= 0x09 && byte <= 0x0d);

function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isBlank(bytes[at] ?? 0)) at += 1;
  return at;
}

/** The place after the closing quote of a string whose text begins at `from`; -1 when there is none. */
function afterString(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at += 1;
    else if (byte < SPACE) return -1;
  }
  return -1;
}

/** The place after the object that begins at `from`, by its strings and brackets; -1 when it does not end. */
function afterObject(bytes: Uint8Array, from: number): number {
  const closers: number[] = [];
  for (let at = from; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === QUOTE) {
      at = afterString(bytes, at);
      if (at < 0) return -1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      // Both closing brackets stand two places behind their opening ones.
      closers.push(byte + 2);
      if (closers.length > DEEPEST) return -1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      if (closers.pop() !== byte) return -1;
      if (closers.length === 0) return at;
    }
  }
  return -1;
}

/**
 * The number of rows in a body that is one JSON array of objects and nothing else. Followed byte by byte along its
 * strings and brackets, which makes no garbage: parsed into objects, half of our server's time went into freeing them.
 * What is let through stays inside the envelope's `data` whatever a row holds; whether a number inside a row is well
 * written is for Peak to say.
 */
export function countRows(bytes: Uint8Array): Result<number, NotRows> {
  // A byte order mark is valid UTF-8, but no JSON: it is no bracket either.
  if (!isUtf8(bytes)) return err({ reason: 'json' });
  let at = afterBlanks(bytes, 0);
  if (bytes[at] !== OPEN_ARRAY) return err({ reason: 'not-an-array' });
  at = afterBlanks(bytes, at + 1);
  if (bytes[at] === CLOSE_ARRAY) {
    return err({ reason: afterBlanks(bytes, at + 1) === bytes.length ? 'no-rows' : 'json' });
  }
  for (let rows = 0; ;) {
    if (bytes[at] !== OPEN_OBJECT) return err({ reason: 'row-not-an-object', row: rows });
    at = afterObject(bytes, at);
    if (at < 0) return err({ reason: 'json', row: rows });
    rows += 1;
    at = afterBlanks(bytes, at);
    const next = bytes[at];
    if (next === CLOSE_ARRAY) {
      return afterBlanks(bytes, at + 1) === bytes.length ? ok(rows) : err({ reason: 'json' });
    }
    if (next !== COMMA) return err({ reason: 'json', row: rows });
    at = afterBlanks(bytes, at + 1);
  }
}
