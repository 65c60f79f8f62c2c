import { HIGH_HALVES } from './single-byte-tables';

/** UTF-8 taken for windows-1252 and encoded once more (MÃ¼ller, â€™), but not the end of a quoted MANHÃ”. */
const WESTERN = /Ã[\u0080-\u00bf€-™ŸŒœŠšŽžƒˆ„†‡•‰‹›˜]|Â[\u00a0-\u00bf]|â€[\u0080-\u00bf“”˜™œ¦]/;

/** ISO 8859-1 and -9 are as these of Windows, but have control characters where those have signs. */
const isoLike = (windows: string): string => '\ufffd'.repeat(32) + windows.slice(32);

/** Encodings that UTF-8 is taken for. */
const VIEWS = [
  HIGH_HALVES['windows-1252'],
  HIGH_HALVES['windows-1250'],
  HIGH_HALVES['windows-1251'],
  HIGH_HALVES['windows-1254'],
  HIGH_HALVES['windows-1253'],
  HIGH_HALVES['windows-1257'],
  HIGH_HALVES['windows-874'],
  HIGH_HALVES.macintosh,
  HIGH_HALVES.ibm850,
  HIGH_HALVES['iso-8859-2'],
  HIGH_HALVES['iso-8859-5'],
  HIGH_HALVES['koi8-r'],
  HIGH_HALVES['koi8-u'],
  isoLike(HIGH_HALVES['windows-1252']),
  isoLike(HIGH_HALVES['windows-1254']),
] as const;

/** For each view the byte of a sign, and for each sign the views in which it leads a sequence and follows in one, as bits. */
const bytesOf = VIEWS.map(() => new Uint8Array(65_536));
const leads = new Uint16Array(65_536);
const follows = new Uint16Array(65_536);
for (const [view, half] of VIEWS.entries())
  for (let byte = 0x80; byte < 0x100; byte++) {
    const unit = half.charCodeAt(byte - 0x80);
    // What a table leaves open, programs write as the control character of the same number.
    const sign = unit === 0xfffd ? byte : unit;
    const table = bytesOf[view];
    if (table !== undefined) table[sign] = byte;
    const side = byte < 0xc0 ? follows : byte >= 0xc2 && byte <= 0xf4 ? leads : undefined;
    if (side !== undefined) side[sign] = (side[sign] ?? 0) | (1 << view);
  }

/** Letters and signs that tables hold; the rest of what byte pairs may give nobody writes. */
const ORDINARY =
  /^[\u00a0-\u0131\u0134-\u0137\u0139-\u0148\u014a-\u0177\u0179-\u017e\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0386-\u03ce\u0400-\u045f\u0490\u0491\u05d0-\u05ea\u0620-\u064a\u0900-\u0e5b\u1e00-\u1eff\u2010-\u2044\u20a0-\u20bf\u2100-\u2193\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef\u{1f000}-\u{1faff}]$/u;
const LATIN = /[\p{Script=Latin}]/u;
const isLetter = (sign: string | undefined): boolean => sign !== undefined && /\p{L}/u.test(sign);
const isAsciiLetter = (sign: string | undefined): boolean => sign !== undefined && /[A-Za-z]/.test(sign);
const isCapital = (sign: string | undefined): boolean => sign !== undefined && /[A-Z]/.test(sign);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text whose UTF-8 bytes this view reads as `text`; undefined where its bytes are not wholly UTF-8. */
function undone(text: string, table: Uint8Array | undefined): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const byte = unit < 0x80 ? unit : table?.[unit];
    if (byte === undefined || (unit >= 0x80 && byte === 0)) return undefined;
    bytes[at] = byte;
  }
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether the letters that came out stand as people write them. Two letters of a language may by chance be a sequence
 * (RŮŽE, Ні, ORĂŞEL, CAFÉ™): these give letters that nobody writes, or small ones between capitals, or lone ones of
 * another script.
 */
function readsWell(text: string): boolean {
  const signs = [...text];
  const isSingle = signs.filter((sign) => sign >= '\u0080').length === 1;
  return signs.every((sign, at) => {
    if (sign < '\u0080') return true;
    if (!ORDINARY.test(sign)) return false;
    if (!isLetter(sign)) return true;
    const [before, after] = [signs[at - 1], signs[at + 1]];
    const near = [before, after].some((other) => other !== undefined && other >= '\u0080' && isLetter(other));
    if (!LATIN.test(sign)) return near && !isAsciiLetter(before) && !isAsciiLetter(after);
    // Alone it may as well be a letter and a sign behind it, or two letters of another script.
    if (isSingle && !isAsciiLetter(before) && !isAsciiLetter(after)) return false;
    const inCapitals = isCapital(before) && isCapital(signs[at - 2]);
    const endsCapitals = isCapital(before) && (inCapitals || !isLetter(signs[at - 2]));
    if (endsCapitals && !isLetter(after)) return false;
    return sign === sign.toUpperCase() || !(inCapitals || isCapital(after));
  });
}

/** Whatever takes a letter for two puts two signs beyond ASCII side by side; asked of every text, few go on from here. */
const PAIR = /[^\0-\u007f]{2}/;

/** Whether a text is UTF-8 that some program took for another encoding (MÃ¼ller, KsiÄ…ĹĽka, Ð¢ÐµÐ»). */
export function isEncodedTwice(text: string): boolean {
  if (!PAIR.test(text)) return false;
  let at = 0;
  while (text.charCodeAt(at) < 0x80) at += 1;
  if (WESTERN.test(text)) return true;
  const views = (leads[text.charCodeAt(at)] ?? 0) & (follows[text.charCodeAt(at + 1)] ?? 0);
  if (views === 0) return false;
  return bytesOf.some((table, view) => {
    if ((views & (1 << view)) === 0) return false;
    const before = undone(text, table);
    return before !== undefined && readsWell(before);
  });
}
