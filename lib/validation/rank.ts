import type { ColumnSpec } from '../peak/model';
import type { Value } from './compiled-table';

/** Formats whose digits, read as one number, grow with time; a zone would break that. */
const GROWS_WITH_TIME = /^YYYY\W?MM\W?DD(?:\W*(?:HH24|HH|hh)\W?(?:MI|mm)\W?(?:SS|ss))?$/;

/** Whether rows of one key can be told apart by which is the newest in this column. */
export function isRankable({ type, format }: ColumnSpec): boolean {
  if (type === 'integer' || type === 'float' || type === 'numeric') return true;
  return (type === 'date' || type === 'timestamp') && (format === undefined || GROWS_WITH_TIME.test(format));
}

/**
 * A value as a number to compare by, exact to 15 digits (a moment to the second has 14); nothing ranks below all.
 * Of equals the later row in the file counts, which the screen says.
 */
export function rankOf(value: Value, { type }: ColumnSpec): number {
  if (value === null || value === undefined || value === '') return -Infinity;
  const number = Number(type === 'date' || type === 'timestamp' ? value.replace(/\D/g, '') : value);
  return Number.isNaN(number) ? -Infinity : number;
}
