import type { Mapping } from '../mapping/model';
import type { ColumnSpec, TableSpec } from '../peak/model';
import type { Value } from './compiled-table';

/** Formats whose digits, read as one number, grow with time; a zone would break that. */
const GROWS_WITH_TIME = /^YYYY\W?MM\W?DD(?:\W*(?:HH24|HH|hh)\W?(?:MI|mm)\W?(?:SS|ss))?$/;

/** Whether rows of one key can be told apart by which is the newest in this column. */
export function isRankable({ type, format }: ColumnSpec): boolean {
  if (type === 'integer' || type === 'float' || type === 'numeric') return true;
  return (type === 'date' || type === 'timestamp') && (format === undefined || GROWS_WITH_TIME.test(format));
}

/** Why a column cannot tell which row of a key is the newest. */
export const NEWEST_PROBLEMS = [
  'newest-unnamed',
  'newest-unknown',
  'newest-unordered',
  'newest-not-in-file',
] as const;
export type NewestProblem = (typeof NEWEST_PROBLEMS)[number];

/** What keeps this column from telling the newest row of a key, if anything does. */
export function newestProblem(
  newestBy: string | undefined,
  table: Pick<TableSpec, 'columns'>,
  mapping: Mapping,
): NewestProblem | undefined {
  if (newestBy === undefined) return 'newest-unnamed';
  const column = table.columns.find(({ name }) => name === newestBy);
  if (column === undefined) return 'newest-unknown';
  if (!isRankable(column)) return 'newest-unordered';
  const source = mapping.find((entry) => entry.column === newestBy)?.source;
  return source?.kind === 'file' ? undefined : 'newest-not-in-file';
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
