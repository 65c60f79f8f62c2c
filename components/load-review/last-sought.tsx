'use client';

import { useRowName } from '@/components/load-frame/row-names';
import type { RowsView, Told } from './rows-view';
import { useRowsPart } from './use-rows-part';

/** What the last search for a finding came to, for the live region. */
export function LastSought({ view }: { readonly view: RowsView }) {
  const told = useRowsPart(view, (state) => state.told);
  const rowName = useRowName();
  return (
    <span role="status" className="pb-2 text-sm text-ink-3">
      {told === null ? '' : soughtWords(told, rowName)}
    </span>
  );
}

function soughtWords(told: Told, rowName: (row: number) => string): string {
  if (told.what === 'checking') return 'The rows are being checked.';
  if (told.what === 'found') return `Row ${rowName(told.row)}`;
  return `No finding ${told.direction === 1 ? 'after' : 'before'} row ${rowName(told.from)}.`;
}
