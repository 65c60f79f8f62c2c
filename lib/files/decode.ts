import type { Dialect } from './model';
import { cutMultiByte, isMultiByte, multiByteDecoder } from './multi-byte';
import { isSingleByte, singleByteDecoder } from './single-byte';

type Encoding = Dialect['encoding'];

/** U+FFFD, which a decoder puts in place of bytes it cannot read. */
const REPLACEMENT = '\ufffd';
/** No warehouse stores a text beyond a NUL unharmed: some cut it there, some refuse it. */
const NUL = '\u0000';

/**
 * Where `bytes` can be cut at or before `end` without splitting a character. `final` is true at the end of the
 * file, where there is nothing left to wait for. Assumes `bytes` begin with a whole character.
 */
export function cutAtCharacter(bytes: Uint8Array, end: number, encoding: Encoding, final: boolean): number {
  if (final && end === bytes.length) return end;
  if (isSingleByte(encoding)) return end;
  if (isMultiByte(encoding)) return cutMultiByte(bytes, end, encoding);
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

/** A decoder of pieces that begin and end between characters (`cutAtCharacter`). Never throws; damage is told. */
export function pieceDecoder(encoding: Encoding): (bytes: Uint8Array) => Decoded {
  const own = isSingleByte(encoding)
    ? singleByteDecoder(encoding)
    : isMultiByte(encoding)
      ? multiByteDecoder(encoding)
      : undefined;
  if (own !== undefined) {
    // None of these can write U+FFFD, but for gb18030: there it is called damage, which is said and harms nobody.
    return (bytes) => {
      const text = own(bytes);
      return { text, damaged: text.includes(REPLACEMENT) || text.includes(NUL) };
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
export function isUndecodable(cell: string): boolean {
  return cell.includes(REPLACEMENT) || cell.includes(NUL);
}

/** Line-end characters (CR and LF, each for itself) in a text. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) count += 1;
  }
  return count;
}

/**
 * Where the text that begins after a line end and holds `count` more of them begins in `bytes`, which end with it.
 * Exact in every encoding and beside any damage, because no decoder swallows or makes a line end; undefined where
 * `bytes` hold too few. Bytes must begin and end between characters.
 */
export function afterLineEnd(bytes: Uint8Array, count: number, encoding: Encoding): number | undefined {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const step = wide ? 2 : 1;
  const low = encoding === 'utf-16be' ? 1 : 0;
  let left = count;
  for (let at = bytes.length - (bytes.length % step) - step; at >= 0; at -= step) {
    const unit = bytes[at + low];
    if ((unit !== 10 && unit !== 13) || (wide && bytes[at + 1 - low] !== 0)) continue;
    if (left === 0) return at + step;
    left -= 1;
  }
  return undefined;
}
