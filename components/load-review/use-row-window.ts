'use client';

import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Desk } from '@/components/intake/desk';
import { useDesk, useDeskPart } from '@/components/intake/intake-provider';
import type { RowFilter, RowsWindow, WindowRow } from '@/lib/intake/protocol';

const PAGE = 100;
/** Rows read beyond those drawn, so that a turn of the wheel or a page by key finds them there. */
const AHEAD = 40;

export interface RowWindow {
  /** Rows that pass the filter; undefined until the worker has said so. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => WindowRow | undefined;
  readonly error: unknown;
}

/** One page of a filtered list as it is asked for and kept. */
export const rowsPage = (desk: Desk, loadId: string, filter: RowFilter, page: number, version: number) => ({
  queryKey: ['intake-rows', loadId, filter, page, version],
  queryFn: () => desk.call('rows', { loadId, filter, from: page * PAGE, count: PAGE }),
});

function combine(pages: UseQueryResult<RowsWindow>[]): RowWindow {
  const rows = new Map<number, WindowRow>();
  for (const { data } of pages)
    data?.rows.forEach((row, offset) => {
      rows.set(data.from + offset, row);
    });
  return {
    total: pages.find(({ data }) => data !== undefined)?.data?.total,
    rowAt: (index) => rows.get(index),
    error: pages.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** The rows from `first` to `last` (places under the filter), fetched by the hundred when they come into view. */
export function useRowWindow(
  loadId: string,
  filter: RowFilter,
  first: number,
  last: number,
  enabled: boolean,
): RowWindow {
  const desk = useDesk();
  const client = useQueryClient();
  const version = useDeskPart(loadId, (state) => state.version);
  const from = Math.floor(Math.max(first - AHEAD, 0) / PAGE);
  const count = Math.floor((last + AHEAD) / PAGE) - from + 1;
  return useQueries({
    queries: Array.from({ length: Math.max(count, 1) }, (_, index) => {
      const page = from + index;
      return {
        ...rowsPage(desk, loadId, filter, page, version),
        enabled,
        staleTime: Infinity,
        gcTime: 20_000,
        retry: false,
        // After an edit the rows as they were stay on screen until the new ones are here.
        placeholderData: () =>
          client.getQueryData<RowsWindow>(rowsPage(desk, loadId, filter, page, version - 1).queryKey),
      };
    }),
    combine,
  });
}
