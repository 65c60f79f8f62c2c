'use client';

import { useState, useSyncExternalStore } from 'react';
import { useDesk } from '@/components/intake/intake-provider';
import { RowsView, type RowsState } from './rows-view';

/** One for each load, asking the worker for single rows. */
export function useRowsView(loadId: string): RowsView {
  const desk = useDesk();
  const [view] = useState(
    () =>
      new RowsView(async (filter, from) => {
        const window = await desk.call('rows', { loadId, filter, from, count: 1 });
        return { total: window.total, row: window.rows[0] ?? null };
      }),
  );
  return view;
}

/** A part of the view; `part` must give the same thing for the same state. */
export function useRowsPart<T>(view: RowsView, part: (state: RowsState) => T): T {
  const read = () => part(view.state);
  return useSyncExternalStore(view.subscribe, read, read);
}
