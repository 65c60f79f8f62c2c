import type { Place } from './rows-view';

/** Row number and state stand before the columns of the file; both count from 1. */
const BEFORE_COLUMNS = 2;
export const colIndex = (column: number): number => column + BEFORE_COLUMNS + 1;
/** The head is the first row. */
export const rowIndex = (index: number): number => index + 2;

export const cellId = (index: number, column: number): string => `cell-${index}-${column}`;

/** The cell of a column in which something happened; null outside of those. */
export function cellUnder(target: EventTarget): Place | null {
  if (!(target instanceof Element)) return null;
  const column = target.closest('[aria-colindex]')?.getAttribute('aria-colindex');
  const index = target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
  if (typeof column !== 'string' || typeof index !== 'string') return null;
  const place = { index: Number(index) - rowIndex(0), column: Number(column) - colIndex(0) };
  return place.column < 0 || place.index < 0 ? null : place;
}
