import type { ColumnSpec } from '../peak/model';
import { plainDigits, plainNegative, readWithComma, readWithPoint } from '../repair/read-number';
import { ordersOf, takeApart } from '../repair/read-date';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d+(?:\.0*)?$/;
const AROUND = /^[\s\p{Sc}]+|[\s%\p{Sc}]+$/gu;
const BOOLEAN = /^(?:true|false|yes|no|y|n|0|1|t|f|ja|nein|oui|non|s[ií]|wahr|falsch|vrai|faux)$/i;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/;
const SERIAL = /^[2-6]\d{4}(?:\.\d+)?$/;

/** A number in any of the ways people write one, as plain text; undefined for anything else. */
function asNumber(text: string): string | undefined {
  const bare = plainNegative(plainDigits(text)).replace(AROUND, '');
  return PLAIN.test(bare) ? bare : (readWithPoint(bare) ?? readWithComma(bare));
}

function isDate(text: string): boolean {
  const written = takeApart(text);
  return ISO_DAY.test(text) || SERIAL.test(text) || (written !== undefined && ordersOf(written) > 0);
}

function fits(column: ColumnSpec, value: string): boolean {
  switch (column.type) {
    case 'integer':
      return WHOLE.test(asNumber(value) ?? '');
    case 'float':
    case 'numeric':
      return asNumber(value) !== undefined;
    case 'boolean':
      return BOOLEAN.test(value);
    case 'date':
    case 'timestamp':
      return isDate(value);
    case 'json':
      return /^[[{"]/.test(value);
    case 'string':
      return (
        column.allowed === undefined ||
        column.allowed.some((allowed) => allowed.toLowerCase() === value.toLowerCase())
      );
  }
}

const filled = (values: readonly string[]): string[] =>
  values.map((value) => value.trim()).filter((value) => value !== '');

/** Share (0 to 1) of the filled sample values that look as the column's type wants them; 1 when all are empty. */
export function valueFit(column: ColumnSpec, values: readonly string[]): number {
  const given = filled(values);
  if (given.length === 0) return 1;
  return given.filter((value) => fits(column, value)).length / given.length;
}

/** Sample values that do not look as the column's type wants them, each once. */
export function misfits(column: ColumnSpec, values: readonly string[]): string[] {
  return [...new Set(filled(values).filter((value) => !fits(column, value)))];
}
