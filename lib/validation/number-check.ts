import type { ColumnSpec } from '../peak/model';
import { CODE } from './codes';
import { shownDigits } from '../repair/shown-digits';
import { LONE_POINT, withoutPercent } from '../repair/read-number';
import type { ColumnRule } from '../repair/model';
import { fail, type CellCheck } from './cell-check';
import { compareDecimals, decimalSize, decimalToken, parseDecimal, PLAIN_DECIMAL } from './decimal';
import { unreadNumber } from './unread-number';

const WHOLE = /^-?(?:0|[1-9]\d*)$/;
const LOOSE_WHOLE = /^([+-]?)(\d+)$/;
const POINT_ZERO = /^[+-]?\d+\.0+$/;
/** Largest 64-bit whole number, the widest integer of Redshift and Snowflake's documented loaders. */
const LARGEST = '9223372036854775807';

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
  return (cell, out, raw) => {
    if (WHOLE.test(cell)) return sized(cell === '-0' ? '0' : cell, out);
    const text = cell.trim();
    if (text === '') return undefined;
    const loose = LOOSE_WHOLE.exec(text);
    if (loose !== null) {
      const digits = (loose[2] ?? '').replace(/^0+(?=\d)/, '');
      return sized(loose[1] === '-' && digits !== '0' ? `-${digits}` : digits, out);
    }
    const shown = shownDigits(text);
    if (shown !== undefined && WHOLE.test(shown)) return fail(out, CODE['number-beyond-shown-unfit']);
    const isLone = LONE_POINT.test(raw.trim());
    // `1.000` may well be a thousand; three zeros behind the point of a number that is none are what no one writes.
    if (POINT_ZERO.test(text))
      return fail(out, CODE[isLone && !out.isNumber ? 'number-lone-point' : 'integer-point-zero']);
    const isRead = out.isNumber && isLone;
    return fail(out, isRead ? CODE['integer-malformed'] : unreadNumber(text, true));
  };
}

/** Without the sign of a percent. */
const bare = (text: string): string => withoutPercent(text.trim());

/** A shorter number has no more than 15 digits, and fits any float. */
const MOST_SHOWN = 16;

/** Significant decimal digits after which two 64-bit floats are never taken for one another (IEEE 754). */
const FLOAT_DIGITS = 17;

/** Neither beyond the largest 64-bit float nor so small that it would be stored as 0. */
function fitsFloat(token: string): boolean {
  const float = Number(token);
  return Number.isFinite(float) && (float !== 0 || parseDecimal(token).digits === '0');
}

/**
 * Floats and numerics. The token keeps the file's digits. Under a decimal comma (the user's rule) a cell that the file
 * itself writes `1.234` could be either number, so it is asked about instead of sent. Without a rule it is sent as it
 * stands, and marked; cells that prove the point to be decimal are told through `out.provesPoint`. A cell that is a
 * number in its workbook asks nothing.
 */
export function decimalCheck(column: ColumnSpec, rules: readonly ColumnRule[]): CellCheck {
  const isOutside = outside(column);
  const comma = rules.findLast((rule) => rule.rule === 'decimal-comma');
  const asksLone = comma !== undefined && comma.lonePoint === undefined;
  const divides = rules.some(({ rule }) => rule === 'percent-to-fraction');
  const undecided = comma === undefined && !rules.some((rule) => rule.rule === 'thousands-comma');
  const { precision, scale = 0 } = column;
  const measured = column.type === 'numeric' && precision !== undefined ? precision : undefined;
  const isFloat = column.type === 'float';
  const strict = measured !== undefined || isOutside !== undefined;
  const sized = (token: string, out: Parameters<CellCheck>[1]) => {
    if (measured !== undefined) {
      const size = decimalSize(token);
      if (size.fraction > scale) {
        const shown = shownDigits(token);
        const fits = shown !== undefined && decimalSize(shown).fraction <= scale;
        return fail(out, CODE[fits ? 'number-beyond-shown-unfit' : 'numeric-scale']);
      }
      if (size.whole > measured - scale) return fail(out, CODE['numeric-precision']);
    } else if (!fitsFloat(token)) return fail(out, CODE['value-out-of-range']);
    if (isOutside?.(token)) return fail(out, CODE['value-out-of-range']);
    if (shownDigits(token) !== undefined) out.code = CODE['number-beyond-shown'];
    else if (isFloat && parseDecimal(token).digits.length > FLOAT_DIGITS) out.code = CODE['float-rounded'];
    return token;
  };
  const weighPoint = (cell: string, out: Parameters<CellCheck>[1], raw: string) => {
    const point = cell.indexOf('.');
    if (point < 0 || out.isNumber) return;
    const isLone = divides ? LONE_POINT.test(bare(raw)) : cell.length - point === 4 && LONE_POINT.test(cell);
    if (isLone) out.code = CODE['number-point-group'];
    // A point that a rule made (`5%`, `5E-1`) is no sign of how its writer writes them.
    else out.provesPoint = raw === cell || raw === '' || raw.includes('.');
  };
  return (cell, out, raw) => {
    if (undecided && PLAIN_DECIMAL.test(cell)) {
      weighPoint(cell, out, raw);
      return strict || cell.length > MOST_SHOWN ? sized(cell, out) : cell;
    }
    const text = cell.trim();
    if (text === '') return undefined;
    if (asksLone && !out.isNumber && LONE_POINT.test(raw.trim())) return fail(out, CODE['number-lone-point']);
    const token = decimalToken(text);
    if (token === undefined) return fail(out, unreadNumber(text, false));
    if (undecided) weighPoint(text, out, raw);
    return sized(token, out);
  };
}
