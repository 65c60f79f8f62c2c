'use client';

import { formatCount } from '@/components/messages/format';
import { Button } from '@/components/ui/button';
import { useRowName } from '@/components/load-frame/row-names';
import type { WindowRow } from '@/lib/intake/protocol';

/** The other rows of the same key, by number. */
export function RowCopies({
  row: { row, copies },
  onShow,
}: {
  readonly row: WindowRow;
  readonly onShow: (row: number) => void;
}) {
  const nameOf = useRowName();
  if (copies === undefined) return null;
  const others = copies.rows.filter((other) => other !== row);
  const more = copies.total - 1 - others.length;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
      <span>
        {others.length === 1 && more === 0 ? 'Row ' : 'Rows '}
        {others.map(nameOf).join(', ')}
        {more > 0 ? ` and ${formatCount(more)} more` : ''}
        {others.length === 1 && more === 0 ? ' has' : ' have'} the same key.
      </span>
      <Button size="sm" look="quiet" onPress={() => onShow(row)}>
        Show the {formatCount(copies.total)} together
      </Button>
    </p>
  );
}
