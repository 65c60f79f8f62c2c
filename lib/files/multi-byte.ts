/** Encodings of two to four bytes a character in which ASCII stands for itself. */
export const MULTI_BYTE = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'] as const;
export type MultiByte = (typeof MULTI_BYTE)[number];

export const isMultiByte = (encoding: string): encoding is MultiByte =>
  MULTI_BYTE.some((known) => known === encoding);

const within = (byte: number | undefined, from: number, to: number) =>
  byte !== undefined && byte >= from && byte <= to;

/**
 * Bytes of the character at `at`, by the shapes of the WHATWG Encoding Standard; 0 where the bytes end before it is
 * known. A lead byte without a fitting follower counts alone, so that a line end after it is never swallowed.
 */
export function characterLength(bytes: Uint8Array, at: number, encoding: MultiByte): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const next = bytes[at + 1];
  const cut = at + 1 >= bytes.length;
  switch (encoding) {
    case 'shift_jis':
      if (!within(lead, 0x81, 0x9f) && !within(lead, 0xe0, 0xfc)) return 1;
      return cut ? 0 : within(next, 0x40, 0xfc) && next !== 0x7f ? 2 : 1;
    case 'euc-jp': {
      if (lead !== 0x8e && lead !== 0x8f && !within(lead, 0xa1, 0xfe)) return 1;
      if (cut) return 0;
      if (!within(next, 0xa1, 0xfe)) return 1;
      if (lead !== 0x8f) return 2;
      if (at + 2 >= bytes.length) return 0;
      return within(bytes[at + 2], 0xa1, 0xfe) ? 3 : 1;
    }
    case 'gb18030': {
      if (!within(lead, 0x81, 0xfe)) return 1;
      if (cut) return 0;
      if (within(next, 0x40, 0xfe) && next !== 0x7f) return 2;
      if (!within(next, 0x30, 0x39)) return 1;
      if (at + 3 >= bytes.length) return at + 2 < bytes.length && !within(bytes[at + 2], 0x81, 0xfe) ? 1 : 0;
      return within(bytes[at + 2], 0x81, 0xfe) && within(bytes[at + 3], 0x30, 0x39) ? 4 : 1;
    }
    case 'big5':
      if (!within(lead, 0x81, 0xfe)) return 1;
      return cut ? 0 : within(next, 0x40, 0x7e) || within(next, 0xa1, 0xfe) ? 2 : 1;
    case 'euc-kr':
      if (!within(lead, 0x81, 0xfe)) return 1;
      return cut ? 0 : within(next, 0x41, 0xfe) ? 2 : 1;
  }
}

/** Where `bytes` can be cut at or before `end`. No line end is ever part of a longer character, so walking begins at one. */
export function cutMultiByte(bytes: Uint8Array, end: number, encoding: MultiByte): number {
  let at = end;
  while (at > 0 && bytes[at - 1] !== 10 && bytes[at - 1] !== 13) at -= 1;
  while (at < end) {
    const length = characterLength(bytes, at, encoding);
    if (length === 0 || at + length > end) return at;
    at += length;
  }
  return end;
}

/** What Node makes of bytes that mean nothing, where browsers write U+FFFD: controls, or signs for private use. */
const STRAY = /[\u0080-\u009f\uf8f8]/;

/**
 * A decoder that puts U+FFFD for what it cannot read and nowhere else, alike in browsers and in Node (whose own
 * decoders drop some such bytes without a trace). Only lines with damage are read character by character.
 */
export function multiByteDecoder(encoding: MultiByte): (bytes: Uint8Array) => string {
  const strict = new TextDecoder(encoding, { fatal: true });
  const read = (bytes: Uint8Array): string | undefined => {
    try {
      const text = strict.decode(bytes);
      return STRAY.test(text) ? undefined : text;
    } catch {
      return undefined;
    }
  };
  function mend(line: Uint8Array): string {
    let text = '';
    for (let at = 0; at < line.length;) {
      const length = characterLength(line, at, encoding) || line.length - at;
      const character = read(line.subarray(at, at + length));
      text += character ?? '\ufffd';
      // A pair of the right shape that means nothing gives an ASCII follower back, as the standard wants it.
      const follower = line[at + 1] ?? 0x80;
      if (character === undefined && length === 2 && follower < 0x80) text += String.fromCharCode(follower);
      at += length;
    }
    return text;
  }
  return (bytes) => {
    const whole = read(bytes);
    if (whole !== undefined) return whole;
    let text = '';
    for (let at = 0; at < bytes.length;) {
      const lineEnd = bytes.indexOf(10, at);
      const end = lineEnd === -1 ? bytes.length : lineEnd + 1;
      const line = bytes.subarray(at, end);
      text += read(line) ?? mend(line);
      at = end;
    }
    return text;
  };
}
