'use client';

import { useEffect, useMemo, useState } from 'react';
import { withRepairs, withoutRepair } from '@/components/load-frame/load-change';
import type { Ground } from '@/components/load-frame/ground';
import { counted } from '@/components/messages/format';
import { Panel } from '@/components/ui/panel';
import { newId } from '@/lib/base/ids';
import type { FileHead } from '@/lib/files/model';
import type { WindowRow } from '@/lib/intake/protocol';
import type { CheckSummary } from '@/lib/validation/model';
import { editsOf, gridColumns, type GridColumn } from './grid-columns';
import { RowUnderCursor } from './row-under-cursor';
import { RowsGrid } from './rows-grid';
import { RowsSearch } from './rows-search';
import { RowsTools } from './rows-tools';
import { SheetBar } from './sheet-bar';
import type { Review } from './use-review';
import type { RowsView } from './rows-view';
import { useRowsPart } from './use-rows-part';

/** A window into the rows: filter, go to a row, look closer, mend a cell, leave a row out. */
export function RowsPanel({
  ground,
  head,
  summary,
  review,
  view,
  readOnly,
}: {
  readonly ground: Ground;
  readonly head: FileHead;
  readonly summary: CheckSummary;
  readonly review: Review;
  readonly view: RowsView;
  readonly readOnly: boolean;
}) {
  const { load, table } = ground;
  const [unsent, setUnsent] = useState(load.followUp !== undefined);
  // As a text, so that an edit of a cell makes no other columns.
  const ruled = load.repairs.flatMap((each) => (each.kind === 'column' ? [each.column] : [])).join('\n');
  const columns = useMemo(
    () =>
      gridColumns(head.header, load.mapping, table, unsent, { rows: head.rows, ruled: ruled.split('\n') }),
    [head.header, head.rows, load.mapping, table, unsent, ruled],
  );
  useEffect(() => view.setColumns(columns.map(({ target }) => target?.name ?? null)), [view, columns]);
  const edits = useMemo(() => editsOf(load.repairs), [load.repairs]);

  const edit = (of: WindowRow, column: GridColumn, text: string) => {
    if (column.target === null) return;
    const repair = { id: newId(), kind: 'cell', row: of.row, column: column.target.name, text } as const;
    review.changeRows(withRepairs([repair]));
  };
  const skip = (number: number) =>
    review.changeRows(withRepairs([{ id: newId(), kind: 'skip', row: number }]));
  return (
    <div id="rows">
      <Panel
        title="Rows"
        note="Arrows move, Enter edits, Esc abandons, n and p (or F8) go to the next and previous finding, Ctrl+Z undoes."
        flush
      >
        <RowsTools view={view} groups={summary.groups} table={table} unsent={unsent} onUnsent={setUnsent} />
        <RowsSearch loadId={load.id} header={head.header} isChecked={review.isChecked} view={view} />
        <RowsGrid
          loadId={load.id}
          view={view}
          columns={columns}
          edits={edits}
          enabled={review.isChecked}
          readOnly={readOnly}
          onEdit={edit}
          onFinding={(direction) => view.toFinding(direction, summary.groups)}
        />
        <RowCount view={view} isChecked={review.isChecked} />
        <SheetBar view={view} />
        <RowUnderCursor
          view={view}
          columns={columns}
          table={table}
          edits={edits}
          readOnly={readOnly}
          onSkip={skip}
          onRelease={(number) => {
            const held = load.repairs.find((repair) => repair.kind === 'skip' && repair.row === number);
            if (held !== undefined) review.changeRows(withoutRepair(held.id));
          }}
        />
      </Panel>
    </div>
  );
}

function RowCount({ view, isChecked }: { readonly view: RowsView; readonly isChecked: boolean }) {
  const total = useRowsPart(view, (state) => state.total);
  return (
    <p role="status" className={total === 0 && isChecked ? 'px-5 py-3 text-ink-3' : 'sr-only'}>
      {!isChecked ? '' : total === 0 ? 'No row passes this filter.' : counted(total, 'row')}
    </p>
  );
}
