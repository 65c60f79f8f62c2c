'use client';

import { useState } from 'react';
import { useDesk } from '@/components/intake/intake-provider';
import { useRowName } from '@/components/load-frame/row-names';
import { isOfColumn } from '@/components/messages/findings';
import type { RowFilter, WindowRow } from '@/lib/intake/protocol';
import type { FindingGroup } from '@/lib/validation/model';
import { nextFinding, placeFrom, type Peek } from './seek';

/** Where the cursor stands: a place under the filter, over all sheets, and a column of the grid. */
export interface Place {
  readonly index: number;
  readonly column: number;
}

export interface RowsView {
  readonly filter: RowFilter;
  readonly place: Place;
  readonly setPlace: (place: Place) => void;
  /** The row under the cursor, once it is there. */
  readonly row: WindowRow | undefined;
  readonly setRow: (row: WindowRow | undefined) => void;
  /** What the last search came to, for the live region. */
  readonly told: string;
  /** Another filter, at its first row or at a row of the user's. */
  readonly show: (filter: RowFilter, row?: number) => void;
  readonly goTo: (row: number) => void;
  readonly toFinding: (direction: 1 | -1, groups: readonly FindingGroup[]) => void;
}

const ALL: RowFilter = { kind: 'all' };
const FIRST: Place = { index: 0, column: 0 };

/** Which rows are looked at, and from where. */
export function useRowsView(loadId: string): RowsView {
  const desk = useDesk();
  const rowName = useRowName();
  const [filter, setFilter] = useState<RowFilter>(ALL);
  const [place, setPlace] = useState(FIRST);
  const [row, setRow] = useState<WindowRow | undefined>(undefined);
  const [told, setTold] = useState('');

  const peek: Peek = async (by, from) => {
    const window = await desk.call('rows', { loadId, filter: by, from, count: 1 });
    return { total: window.total, row: window.rows[0] ?? null };
  };
  const land = async (number: number, by: RowFilter) => {
    const index = await placeFrom(peek, by, number);
    setPlace((before) => ({ ...before, index }));
  };
  // The rows may be checked anew while one looks for one of them; then the place is simply not moved.
  const quietly = (work: Promise<unknown>) => void work.catch(() => setTold('The rows are being checked.'));

  const show = (next: RowFilter, number?: number) => {
    setFilter(next);
    setTold('');
    setPlace((before) => ({ ...before, index: 0 }));
    if (number !== undefined) quietly(land(number, next));
  };
  const find = async (direction: 1 | -1, groups: readonly FindingGroup[]) => {
    const errors = groups.some(({ severity }) => severity === 'error');
    // What keeps rows back comes first: warnings may stand in every row.
    const wanted = groups.filter(({ code, column, severity }) =>
      filter.kind === 'finding'
        ? code === filter.code && column === filter.column
        : !isOfColumn(code) && (!errors || severity === 'error'),
    );
    const from = row?.row ?? 0;
    const number = await nextFinding(peek, wanted, from, direction);
    if (number === null) {
      setTold(`No finding ${direction === 1 ? 'after' : 'before'} row ${rowName(from)}.`);
      return;
    }
    setTold(`Row ${rowName(number)}`);
    const by = filter.kind === 'finding' ? filter : ALL;
    setFilter(by);
    await land(number, by);
  };
  return {
    filter,
    place,
    setPlace,
    row,
    setRow,
    told,
    show,
    goTo: (number) => quietly(land(number, filter)),
    toFinding: (direction, groups) => quietly(find(direction, groups)),
  };
}
