import type { ColumnSpec } from '../peak/model';
import { CODE } from './codes';
import { fail, isErrorValue, type CellCheck } from './cell-check';
import { compareDecimals, decimalSize, decimalToken, parseDecimal, PLAIN_DECIMAL } from './decimal';

const WHOLE = /^-?(?:0|[1-9]\d*)$/;
const LOOSE_WHOLE = /^([+-]?)(\d+)$/;
const POINT_ZERO = /^[+-]?\d+\.0+$/;
const COMMA_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const COMMA_DECIMAL = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d*),\d+$/;
const POINT_THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;
const ONE_POINT_GROUP = /^[+-]?\d{1,3}\.\d{3}$/;
/** Largest 64-bit whole number, the widest integer of Redshift and Snowflake's documented loaders. */
const LARGEST = '9223372036854775807';

/** What a text that is no plain number proves about the column's signs; `either` proves nothing. */
export type SignProof = 'decimal-comma' | 'thousands-comma' | 'either' | 'none';

export function signProof(text: string): SignProof {
  const number = text.trim();
  if (COMMA_THOUSANDS.test(number)) {
    return number.includes('.') || number.indexOf(',') !== number.lastIndexOf(',')
      ? 'thousands-comma'
      : 'either';
  }
  return COMMA_DECIMAL.test(number) || POINT_THOUSANDS.test(number) ? 'decimal-comma' : 'none';
}

function outside(column: ColumnSpec): ((token: string) => boolean) | undefined {
  const bound = (text: string | undefined) => (text === undefined ? undefined : decimalToken(text.trim()));
  const [min, max] = [bound(column.min), bound(column.max)];
  if (min === undefined && max === undefined) return undefined;
  return (token) =>
    (min !== undefined && compareDecimals(token, min) < 0) ||
    (max !== undefined && compareDecimals(token, max) > 0);
}

/** Whole numbers. `17850.0` is named, not mended: the rule `drop-point-zero` is the user's to apply. */
export function integerCheck(column: ColumnSpec): CellCheck {
  const isOutside = outside(column);
  const sized = (token: string, out: Parameters<CellCheck>[1]) => {
    const digits = token.startsWith('-') ? token.slice(1) : token;
    if (digits.length > 18 && (digits.length > LARGEST.length || digits > LARGEST)) {
      return fail(out, CODE['integer-too-large']);
    }
    return isOutside?.(token) ? fail(out, CODE['value-out-of-range']) : token;
  };
  return (cell, out) => {
    if (WHOLE.test(cell)) return sized(cell === '-0' ? '0' : cell, out);
    const text = cell.trim();
    if (text === '') return undefined;
    const loose = LOOSE_WHOLE.exec(text);
    if (loose !== null) {
      const digits = (loose[2] ?? '').replace(/^0+(?=\d)/, '');
      return sized(loose[1] === '-' && digits !== '0' ? `-${digits}` : digits, out);
    }
    if (isErrorValue(text)) return fail(out, CODE['cell-error-value']);
    if (POINT_ZERO.test(text)) return fail(out, CODE['integer-point-zero']);
    return fail(out, COMMA_THOUSANDS.test(text) ? CODE['number-thousands'] : CODE['integer-malformed']);
  };
}

/** Neither beyond the largest 64-bit float nor so small that it would be stored as 0. */
function fitsFloat(token: string): boolean {
  const float = Number(token);
  return Number.isFinite(float) && (float !== 0 || parseDecimal(token).digits === '0');
}

/**
 * Floats and numerics. The token keeps the file's digits. With `commaIsDecimal` (the user's rule) a cell that the file
 * itself writes `1.234` could be either number, so it is asked about instead of sent.
 */
export function decimalCheck(column: ColumnSpec, commaIsDecimal: boolean): CellCheck {
  const isOutside = outside(column);
  const { precision, scale = 0 } = column;
  const measured = column.type === 'numeric' && precision !== undefined ? precision : undefined;
  const strict = measured !== undefined || isOutside !== undefined;
  const sized = (token: string, out: Parameters<CellCheck>[1]) => {
    if (measured !== undefined) {
      const size = decimalSize(token);
      if (size.fraction > scale) return fail(out, CODE['numeric-scale']);
      if (size.whole > measured - scale) return fail(out, CODE['numeric-precision']);
    } else if (!fitsFloat(token)) return fail(out, CODE['value-out-of-range']);
    return isOutside?.(token) ? fail(out, CODE['value-out-of-range']) : token;
  };
  return (cell, out, raw) => {
    if (!commaIsDecimal && PLAIN_DECIMAL.test(cell))
      return strict || cell.length > 300 ? sized(cell, out) : cell;
    const text = cell.trim();
    if (text === '') return undefined;
    if (commaIsDecimal && ONE_POINT_GROUP.test(raw.trim())) return fail(out, CODE['number-thousands']);
    const token = decimalToken(text);
    if (token !== undefined) return sized(token, out);
    if (isErrorValue(text)) return fail(out, CODE['cell-error-value']);
    const proof = signProof(text);
    if (proof === 'decimal-comma') return fail(out, CODE['number-decimal-comma']);
    return fail(out, proof === 'none' ? CODE['number-malformed'] : CODE['number-thousands']);
  };
}
