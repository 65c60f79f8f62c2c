import type { Dialect } from './model';

type Encoding = Dialect['encoding'];

/** U+FFFD, which a decoder puts in place of bytes it cannot read. */
const REPLACEMENT = '\ufffd';
/** No warehouse stores a text beyond a NUL unharmed: some cut it there, some refuse it. */
const NUL = '\u0000';
/** Bytes that windows-1252 leaves unassigned; decoders hand them through as control characters. */
const UNASSIGNED_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * Where `bytes` can be cut at or before `end` without splitting a character. `final` is true at the end of the
 * file, where there is nothing left to wait for. Assumes `bytes` begin with a whole character.
 */
export function cutAtCharacter(bytes: Uint8Array, end: number, encoding: Encoding, final: boolean): number {
  if (final && end === bytes.length) return end;
  if (encoding === 'windows-1252') return end;
  if (encoding === 'utf-8') {
    // At most three followers: more of them is damage, and damage may be cut anywhere.
    for (let back = 0; back <= 3 && end - back > 0; back++) {
      const lead = bytes[end - 1 - back] ?? 0;
      if ((lead & 0xc0) === 0x80) continue;
      const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
      return length > back + 1 ? end - 1 - back : end;
    }
    return end;
  }
  const even = end - (end % 2);
  const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}

/** How many U+FFFD the bytes themselves hold, so that those of the decoder can be told from the file's own. */
function ownReplacements(bytes: Uint8Array, encoding: Encoding): number {
  const [a, b, c] =
    encoding === 'utf-8' ? [0xef, 0xbf, 0xbd] : encoding === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd];
  const step = encoding === 'utf-8' ? 1 : 2;
  let count = 0;
  for (let at = 0; at < bytes.length; at += step) {
    if (bytes[at] === a && bytes[at + 1] === b && (c === undefined || bytes[at + 2] === c)) count += 1;
  }
  return count;
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) count += 1;
  return count;
}

export interface Decoded {
  readonly text: string;
  /** True when some bytes could not be decoded or are NULs; `isUndecodable` names the cells. */
  readonly damaged: boolean;
}

/** What windows-1252 puts on the bytes 0x80 to 0x9F (WHATWG Encoding, index windows-1252); all others are Latin-1. */
const HIGH_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const UNITS_1252 = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? HIGH_1252.charCodeAt(byte - 0x80) : byte,
);
/** Arguments of one call; engines allow far more, but not without end. */
const UNITS = 8192;

/**
 * Hazard: the TextDecoder of Node 20 reads 0x80 as a control character instead of a euro sign and loses a 0xFF at the
 * start of a piece, so this one encoding is read by its table.
 */
function decode1252(bytes: Uint8Array): string {
  let text = '';
  const units = new Uint16Array(UNITS);
  for (let at = 0; at < bytes.length; at += UNITS) {
    const count = Math.min(UNITS, bytes.length - at);
    for (let n = 0; n < count; n++) units[n] = UNITS_1252[bytes[at + n] ?? 0] ?? 0;
    text += String.fromCharCode(...(count === UNITS ? units : units.subarray(0, count)));
  }
  return text;
}

/** A decoder of pieces that begin and end between characters (`cutAtCharacter`). Never throws; damage is told. */
export function pieceDecoder(encoding: Encoding): (bytes: Uint8Array) => Decoded {
  if (encoding === 'windows-1252') {
    return (bytes) => {
      const text = decode1252(bytes);
      return { text, damaged: UNASSIGNED_1252.test(text) || text.includes(NUL) };
    };
  }
  // Without ignoreBOM a U+FEFF at the start of any piece would vanish from its cell.
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => {
    const text = decoder.decode(bytes);
    const damaged =
      (text.includes(REPLACEMENT) && countReplacements(text) !== ownReplacements(bytes, encoding)) ||
      text.includes(NUL);
    return { text, damaged };
  };
}

/** Whether a cell of a damaged piece holds characters that stand for unreadable bytes, or NULs. */
export function isUndecodable(cell: string, encoding: Encoding): boolean {
  if (cell.includes(NUL)) return true;
  return encoding === 'windows-1252' ? UNASSIGNED_1252.test(cell) : cell.includes(REPLACEMENT);
}

/** Bytes that `text` takes up in the file; exact as long as the text holds no damage. */
export function bytesOf(text: string, encoding: Encoding): number {
  if (encoding === 'windows-1252') return text.length;
  if (encoding !== 'utf-8') return text.length * 2;
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // A surrogate pair is four bytes for two units, so each half counts one more.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
