'use client';

import { formatCount } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { SHEET_ROWS } from './grid-sizes';
import type { RowsView } from './rows-view';
import { useRowsPart } from './use-rows-part';

/** Turns the sheets of a list that is longer than a browser can lay out at once. */
export function SheetBar({ view }: { readonly view: RowsView }) {
  const total = useRowsPart(view, (state) => state.total);
  const sheet = useRowsPart(view, (state) => Math.floor(state.place.index / SHEET_ROWS));
  if (total <= SHEET_ROWS) return null;
  const turn = (by: 1 | -1) => view.setPlace({ ...view.state.place, index: (sheet + by) * SHEET_ROWS });
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line px-5 py-2 text-sm">
      <span role="status">
        {formatCount(sheet * SHEET_ROWS + 1)} to {formatCount(Math.min((sheet + 1) * SHEET_ROWS, total))} of{' '}
        {formatCount(total)}
      </span>
      <Button size="sm" isDisabled={sheet === 0} onPress={() => turn(-1)}>
        Former {formatCount(SHEET_ROWS)}
      </Button>
      <Button size="sm" isDisabled={(sheet + 1) * SHEET_ROWS >= total} onPress={() => turn(1)}>
        Next {formatCount(SHEET_ROWS)}
      </Button>
    </div>
  );
}
