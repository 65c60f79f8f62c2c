import { LONGEST_WRITTEN } from '../repair/longest';
import {
  LONE_POINT,
  plainDigits,
  plainNegative,
  readWithComma,
  readWithPoint,
  withoutPercent,
} from '../repair/read-number';
import { CODE } from './codes';
import { isErrorValue } from './error-value';

/** Which decimal sign a text allows, as bits; both where either reading is a number, 0 where none is. */
export const POINT = 1;
export const COMMA = 2;

const WHOLE_ENOUGH = /^[+-]?\d+(?:\.0*)?$/;

/** `whole` is for integer columns, where a reading with decimals is none. */
export function signsOf(text: string, whole = false): number {
  const number = text.trim();
  const fits = (read: string | undefined) => read !== undefined && (!whole || WHOLE_ENOUGH.test(read));
  return (fits(readWithPoint(number)) ? POINT : 0) | (fits(readWithComma(number)) ? COMMA : 0);
}

/** Both readings give one number (`1 234`), so it proves nothing and asks nothing. */
export const readsAlike = (text: string): boolean =>
  readWithPoint(text.trim()) === readWithComma(text.trim());

const CURRENCY =
  'EUR|USD|GBP|CHF|JPY|CNY|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL|ZAR|MXN|TRY|US\\$|A\\$|C\\$|Kč|kr|zł|Rs|Fr|R\\$|\\p{Sc}';
const UNIT = 'kg|g|mg|t|lbs?|oz|l|ml|cl|m|cm|mm|km|pcs?|stk|st|ea|units?|h|hrs?|min|°C|m2|m²|m3|m³';
const WITH_UNIT = new RegExp(
  `^[+\\-\\u2212(]?\\s*(${CURRENCY})?(?:(?<=\\p{L})\\.)?\\s*[+\\-\\u2212(]?\\s*(?:\\d[\\d.,'\\u2019\\s]*|[.,]\\d+)-?\\s*\\.?(${CURRENCY}|${UNIT})?\\.?\\)?$`,
  'iu',
);
/** Nothing but digits and what stands between them. */
const GROUPED = /^[+-]?[\d.,\s'\u2019_]+$/;
const DIGITS = /\p{Nd}/u;
const PERCENT = /\d\s*%$/;
const EXPONENT = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
/** Digits of another script, and minus signs and points that look like ours. */
const OTHER_DIGITS = /[^\P{Nd}0-9]|[\u2212\uff0d\ufe63]|^[\u2010-\u2013]|[\u2010-\u2013]$/u;

/** Currency signs and units around a number, as written; empty when there are none. */
export function unitsOf(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_WRITTEN) return [];
  const [, before, after] = WITH_UNIT.exec(trimmed) ?? [];
  return [before, after].filter((unit) => unit !== undefined);
}

/** Which finding a text is that is no plain number; `malformed` where nothing is known of it. */
export function unreadNumber(text: string, whole: boolean): number {
  const malformed = whole ? CODE['integer-malformed'] : CODE['number-malformed'];
  if (isErrorValue(text)) return CODE['cell-error-value'];
  // Its decimals are asked about before its percents: only a plain number is divided.
  const number = withoutPercent(text);
  const signs = GROUPED.test(number) ? signsOf(number, whole) : 0;
  if (signs === COMMA) return CODE['number-decimal-comma'];
  if (signs !== 0) return CODE['number-thousands'];
  // A whole number has no decimals, but whoever wrote 1.234 may have meant one that does.
  if (whole && LONE_POINT.test(text)) return CODE['number-lone-point'];
  if (text.length > LONGEST_WRITTEN || !DIGITS.test(text)) return malformed;
  if (OTHER_DIGITS.test(text))
    return /^[^\p{L}]*$/u.test(plainDigits(text)) ? CODE['number-other-digits'] : malformed;
  if (PERCENT.test(text)) return CODE['number-percent'];
  if (unitsOf(text).length > 0) return CODE['number-unit'];
  if (plainNegative(text) !== text) return CODE['number-negative-form'];
  return whole && EXPONENT.test(text) ? CODE['integer-exponent'] : malformed;
}
