'use client';

import type { TableSpec } from '@/lib/peak/model';
import { CellDetails } from './cell-details';
import type { GridColumn } from './grid-columns';
import type { RowsView } from './rows-view';
import { useRowsPart } from './use-rows-part';

/** The cell under the cursor, which moves more often than anything else on the screen. */
export function RowUnderCursor({
  view,
  columns,
  edits,
  ...rest
}: {
  readonly view: RowsView;
  readonly columns: readonly GridColumn[];
  readonly table: TableSpec;
  readonly edits: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly readOnly: boolean;
  readonly onSkip: (row: number) => void;
  readonly onRelease: (row: number) => void;
}) {
  const row = useRowsPart(view, (state) => state.row);
  const column = useRowsPart(view, (state) => state.place.column);
  return (
    <CellDetails
      {...rest}
      row={row}
      column={columns[column]}
      edits={row === undefined ? undefined : edits.get(row.row)}
      onCopies={(number) => view.show({ kind: 'copies', row: number })}
    />
  );
}
