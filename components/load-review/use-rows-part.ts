'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useDesk } from '@/components/intake/intake-provider';
import type { RowFilter } from '@/lib/intake/protocol';
import { RowsView, type RowsState } from './rows-view';
import { rowsPage } from './use-row-window';

/** Old rows stay no longer than this under a new filter, in ms: then it is told that the new ones are on their way. */
const PATIENCE_MS = 150;

/** One for each load, asking the worker for single rows, and for the first page of a filter before it is shown. */
export function useRowsView(loadId: string): RowsView {
  const desk = useDesk();
  const client = useQueryClient();
  const [view] = useState(() => {
    const peek = async (filter: RowFilter, from: number) => {
      const window = await desk.call('rows', { loadId, filter, from, count: 1 });
      return { total: window.total, row: window.rows[0] ?? null };
    };
    const read = async (filter: RowFilter) => {
      const { queryKey, queryFn } = rowsPage(desk, loadId, filter, 0, desk.state(loadId).version);
      if (client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, await queryFn());
    };
    const patience = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    return new RowsView(peek, (filter) => Promise.race([read(filter).catch(() => undefined), patience()]));
  });
  return view;
}

/** A part of the view; `part` must give the same thing for the same state. */
export function useRowsPart<T>(view: RowsView, part: (state: RowsState) => T): T {
  const read = () => part(view.state);
  return useSyncExternalStore(view.subscribe, read, read);
}
