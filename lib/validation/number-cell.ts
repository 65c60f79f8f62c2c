import type { CompiledColumn } from './compile-column';
import type { RowInput } from './compiled-table';
import { decimalToken, parseDecimal } from './decimal';

/** As workbooks write them: no blanks, no groups. */
const NUMBER = /^[+-]?(?:\d*\.\d*(?:e[+-]?\d+)?|\d+e[+-]?\d+)$/i;

/**
 * Whether a cell of a workbook is a number and not a text that looks like one. Numbers with a point or an exponent alone
 * are told from texts: of any other nobody asks which sign is decimal.
 */
export const isNumber = (
  raw: string,
  position: number,
  { quotedTexts }: Pick<RowInput, 'quotedTexts'>,
): boolean => quotedTexts?.includes(position) !== true && NUMBER.test(raw);

/** The same of a cell that feeds a column; false where its file or its rules know no numbers. */
export const isNumberCell = (
  column: CompiledColumn | undefined,
  raw: string,
  position: number,
  input: RowInput,
): boolean => column?.hasNumbers === true && isNumber(raw, position, input);

const [PLUS, DASH, POINT, ZERO, NINE, COLON, LARGE_E] = [43, 45, 46, 48, 57, 58, 69];
/** Places before and behind the point that are written out; Excel shows fewer of long numbers, and rounds none for it. */
const [MOST_WHOLE, MOST_FRACTION] = [15, 9];

/** Whether a number may be written otherwise than it is shown, by a few of its signs: this is asked of every text. */
function mayDiffer(raw: string): boolean {
  const first = raw.charCodeAt(0);
  if (!(first >= PLUS && first <= NINE)) return false;
  const { length } = raw;
  const last = raw.charCodeAt(length - 1);
  if (last === ZERO || last === POINT) return true;
  if (!(last > ZERO && last <= NINE)) return false;
  if (first === POINT || first === PLUS) return true;
  for (let back = 2; back <= 5; back++) if ((raw.charCodeAt(length - back) & 95) === LARGE_E) return true;
  return false;
}

/** The number as Excel shows it under General, with all its digits: `123.0` is 123, `1E-4` is 0.0001, `1.0E20` is 1E+20. */
function shown(raw: string): string {
  const { negative, digits, exponent } = parseDecimal(raw);
  const sign = negative ? '-' : '';
  const power = digits.length + exponent - 1;
  if (/e/i.test(raw) && (power >= MOST_WHOLE || power < -MOST_FRACTION)) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const size = String(Math.abs(power)).padStart(2, '0');
    return `${sign}${digits.slice(0, 1)}${fraction}E${power < 0 ? '-' : '+'}${size}`;
  }
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

const DATED = /^(?:\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d+)?)?|\d\d:\d\d:\d\d(?:\.\d+)?)$/;

/** Whether a cell of a workbook is a day or a time, which nobody sees as it stands here, and not a text that looks like one. */
export function isDateCell(
  raw: string,
  position: number,
  { quotedTexts }: Pick<RowInput, 'quotedTexts'>,
): boolean {
  const isLike = raw.charCodeAt(4) === DASH || raw.charCodeAt(2) === COLON;
  return isLike && DATED.test(raw) && quotedTexts?.includes(position) !== true;
}

/** A cell's text as a column of texts takes it: a number of its workbook as it is shown there, anything else as it stands. */
export const asText = (raw: string, position: number, input: Pick<RowInput, 'quotedTexts'>): string =>
  mayDiffer(raw) && isNumber(raw, position, input) && decimalToken(raw) !== undefined ? shown(raw) : raw;

/** The row as the rules of a text column see it that read these places; what the user wrote there stands as it is. */
export function withTexts(
  cells: readonly string[],
  places: readonly number[],
  input: Pick<RowInput, 'quotedTexts' | 'cells'>,
): readonly string[] {
  let own: string[] | undefined;
  for (const place of places) {
    const raw = cells[place];
    if (raw === undefined || raw !== input.cells[place]) continue;
    const text = asText(raw, place, input);
    if (text !== raw) (own ??= [...cells])[place] = text;
  }
  return own ?? cells;
}
