import type { ColumnSpec } from '../peak/model';
import { cleanText } from '../repair/clean-text';
import type { ColumnRule } from '../repair/model';
import { isEscaped } from '../repair/text-rules';
import { CODE } from './codes';
import { fail, type CellCheck } from './cell-check';
import type { FileFacts } from './compiled-table';
import { compilePattern } from './pattern';
import { damageOf } from './spreadsheet-damage';
import { isErrorValue } from './error-value';

/** Redshift's limit of a VARCHAR, in bytes (§5.1). */
const MOST_BYTES = 65_535;
/** Anything beyond plain ASCII print, and the backslash; what follows is only asked of texts that have some. */
const UNPLAIN = /[^ -[\]-~]/;
/** A letter that was lost, as decoders write it. */
const LOST = '\ufffd';
/** Zero-width and direction marks, soft hyphen, controls but tab and line ends, blanks that are none, and `LOST`. */
const UNSEEN =
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufffd]/;
const LONE_SURROGATE = /\p{Cs}/u;

/** UTF-8 bytes of a text. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** Code points; what `minLength` and `maxLength` are taken to count (§5.2 does not say). */
function characters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) at += 1;
    count += 1;
  }
  return count;
}

/** Blanks at a cell's edge, as `trim` knows them. */
function isBlankEdge(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 160 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x3000
  );
}

/** Joiners are part of emoji and some scripts, but not at an edge. */
const isJoiner = (unit: number): boolean => unit === 0x200c || unit === 0x200d;

/** Letters were lost and nothing else in the text is invisible. */
function isLost(text: string): boolean {
  const rest = text.replaceAll(LOST, '');
  return rest.length < text.length && !UNSEEN.test(rest) && !isJoiner(text.charCodeAt(0));
}

/** One spelling for values that differ in case, blanks and invisible characters alone. */
export const nearSpelling = (text: string): string => cleanText(text).replace(/\s+/g, ' ').toLowerCase();

/** Text goes as it stands; what looks damaged (padding, ids that went through a float) is said, never mended. */
export function textCheck(
  column: ColumnSpec,
  rules: readonly ColumnRule[] = [],
  { isEncodedTwice, besideSeparators }: FileFacts = {},
): CellCheck {
  const { minLength = 0, maxLength } = column;
  const allowed = column.allowed === undefined ? undefined : new Set(column.allowed);
  const near = new Set(column.allowed?.map(nearSpelling));
  const fits = column.pattern === undefined ? undefined : compilePattern(column.pattern);
  // What is left of escapes once they were read is the value.
  const isUnescaped = rules.some(({ rule }) => rule === 'unescape');
  const ruled = allowed !== undefined || fits !== undefined || minLength > 0 || maxLength !== undefined;
  const check: CellCheck = (text, out) => {
    const first = text.charCodeAt(0);
    if (first === 35 && isErrorValue(text)) return fail(out, CODE['cell-error-value']);
    const unplain = UNPLAIN.test(text);
    if (unplain && LONE_SURROGATE.test(text)) return fail(out, CODE['text-lone-surrogate']);
    if (unplain && text.includes('\0')) return fail(out, CODE['text-control']);
    if (text.length * 3 > MOST_BYTES && utf8Length(text) > MOST_BYTES)
      return fail(out, CODE['text-too-long']);
    if (ruled) {
      if (allowed !== undefined && !allowed.has(text)) {
        return fail(
          out,
          near.has(nearSpelling(text)) ? CODE['value-near-allowed'] : CODE['value-not-allowed'],
        );
      }
      if (maxLength !== undefined && text.length > maxLength && characters(text) > maxLength) {
        return fail(out, CODE['text-too-long']);
      }
      if (minLength > 0 && characters(text) < minLength) return fail(out, CODE['text-too-short']);
      if (fits !== undefined && !fits(text)) return fail(out, CODE['value-not-matching']);
    }
    const last = text.charCodeAt(text.length - 1);
    if (isBlankEdge(first) || isBlankEdge(last)) out.code = CODE['text-padded'];
    // Before what is unseen: half a letter may look like a control character, and the rule that takes those off would keep the other half.
    else if (unplain && isEncodedTwice?.(text) === true) out.code = CODE['text-encoded-twice'];
    else if (unplain && (UNSEEN.test(text) || isJoiner(first) || isJoiner(last)))
      out.code = CODE[isLost(text) ? 'text-replaced' : 'text-invisible'];
    else if (unplain && !isUnescaped && text.includes('\\') && isEscaped(text))
      out.code = CODE['text-escaped'];
    else out.code = damageOf(text);
    return text;
  };
  const half = besideSeparators;
  if (half === undefined) return check;
  return (text, out, raw) =>
    text.startsWith(half) || text.endsWith(half)
      ? fail(out, CODE['text-separator-half'])
      : check(text, out, raw);
}

/** `true` and `false` in any case. `yes`, `1` and the like mean what their writer thought; they are asked about. */
export const booleanCheck: CellCheck = (cell, out) => {
  const text = cell.trim().toLowerCase();
  if (text === '') return undefined;
  if (text === 'true' || text === 'false') return text;
  return fail(out, isErrorValue(text) ? CODE['cell-error-value'] : CODE['boolean-malformed']);
};
