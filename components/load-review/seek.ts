import type { RowFilter, WindowRow } from '@/lib/intake/protocol';
import type { FindingGroup } from '@/lib/validation/model';

/** A window of one row at a place of a filtered list, and how long the list is. */
export type Peek = (
  filter: RowFilter,
  from: number,
) => Promise<{ readonly total: number; readonly row: WindowRow | null }>;

/** Place of the first row of a filtered list whose number is at least `row`; the list's length when there is none. */
export async function placeFrom(peek: Peek, filter: RowFilter, row: number): Promise<number> {
  const first = await peek(filter, 0);
  // Without a filter rows follow each other number by number.
  if (filter.kind === 'all' && first.row !== null)
    return Math.min(Math.max(row - first.row.row, 0), first.total);
  let low = 0;
  let high = first.total;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = (await peek(filter, middle)).row;
    if (found === null || found.row >= row) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The nearest row after (or before) a row that any of the groups is about, and the column of that group; null when there is none. */
export async function nextFinding(
  peek: Peek,
  groups: readonly FindingGroup[],
  row: number,
  direction: 1 | -1,
): Promise<{ readonly row: number; readonly column: string | null } | null> {
  const found = await Promise.all(
    groups.map(async ({ code, column }) => {
      const filter: RowFilter = { kind: 'finding', code, column };
      const place = await placeFrom(peek, filter, direction === 1 ? row + 1 : row);
      const wanted = direction === 1 ? place : place - 1;
      const number = wanted < 0 ? undefined : (await peek(filter, wanted)).row?.row;
      return number === undefined ? null : { row: number, column };
    }),
  );
  // Of several in one row the group that stands first.
  return found.reduce(
    (nearest, one) =>
      nearest === null || (one !== null && (one.row - nearest.row) * direction < 0) ? one : nearest,
    null,
  );
}
