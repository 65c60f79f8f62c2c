import { shownDigits } from '../repair/shown-digits';
import { SHEET_MARK } from '../repair/text-rules';
import { CODE } from './codes';

const SCIENTIFIC = /^-?\d(?:[.,]\d+)?[eE]\+\d{2}$/;
const DATE_LIKE =
  /^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$/;
/** A spreadsheet keeps 15 digits of a number and writes zeros for the rest. */
const ROUNDED = /^-?[1-9]\d{14}0+$/;
/** Fewer signs are a mark or a heading of somebody. */
const TOO_NARROW = /^#{4,}$/;
const FLOAT_SHAPED = /^-?\d+\.0$/;
/** No float is written longer (`-1.2345678901234567E-300`). */
const MOST_NUMBER = 26;
/** What an Excel cell holds at most, and what many databases and exporters give a text by default. */
const CUT_LENGTHS = [255, 32_767];
const NULL_WORDS: ReadonlySet<string> = new Set(
  'NULL null Null N/A n/a N.A. n.a. NA <NA> NaN nan NaT None NONE nil NIL <null> <NULL> [NULL] [null] (null) (blank) \\N #NULL - -- \u2013 \u2014 ?'.split(
    ' ',
  ),
);

/** Looking a text up costs its hash; nearly all of them begin with no letter of these words. */
const NULL_STARTS = new Uint8Array(65_536);
for (const word of NULL_WORDS) NULL_STARTS[word.charCodeAt(0)] = 1;

/** Where a day or a year leaves it before or behind three letters. */
const hasDash = (text: string, length: number): boolean =>
  text.charCodeAt(length - 4) === 45 || text.charCodeAt(length - 3) === 45;

/**
 * What a spreadsheet has likely done to a text, as a code; -1 for nothing. Each test stands behind a comparison of one
 * or two characters: this runs for every cell of every text column.
 */
export function damageOf(text: string): number {
  const { length } = text;
  const first = text.charCodeAt(0);
  if ((first === 61 || first === 39) && SHEET_MARK.test(text)) return CODE['text-sheet-mark'];
  const last = text.charCodeAt(length - 1);
  if (first === 35 && last === 35 && TOO_NARROW.test(text)) return CODE['text-too-narrow'];
  if (last >= 48 && last <= 57) {
    if (last === 48 && length > 2) {
      if (text.charCodeAt(length - 2) === 46 && FLOAT_SHAPED.test(text)) return CODE['text-float-shaped-id'];
      if (length > 15 && ROUNDED.test(text)) return CODE['text-rounded-number'];
    }
    if (length > 16 && length < MOST_NUMBER && shownDigits(text) !== undefined)
      return CODE['number-beyond-shown'];
    if (text.charCodeAt(length - 3) === 43 && SCIENTIFIC.test(text)) return CODE['text-scientific'];
  }
  if (length <= 9) {
    if (length >= 5 && length <= 6 && hasDash(text, length) && DATE_LIKE.test(text))
      return CODE['text-date-like'];
    if (length <= 7 && NULL_STARTS[first] === 1 && NULL_WORDS.has(text)) return CODE['text-null-word'];
  } else if (length >= 255 && CUT_LENGTHS.includes(length)) return CODE['text-cut'];
  return -1;
}
