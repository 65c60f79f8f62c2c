'use client';

import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { Callout } from '@/components/ui/callout';
import type { WindowRow } from '@/lib/intake/protocol';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { wishOf } from './grid-keys';
import { cellId, cellUnder } from './grid-cells';
import { HEAD_PX, ROW_PX, SHEET_ROWS, VIEW_PX, gridWidth } from './grid-sizes';
import { gridCell, type GridColumn } from './grid-columns';
import type { Place, RowsView } from './rows-view';
import { useRowWindow } from './use-row-window';
import { useRowsPart } from './use-rows-part';
import { MOST_DRAWN, useVisibleRows } from './use-visible-rows';

interface Props {
  readonly loadId: string;
  readonly view: RowsView;
  readonly columns: readonly GridColumn[];
  readonly edits: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly enabled: boolean;
  readonly readOnly: boolean;
  readonly onEdit: (row: WindowRow, column: GridColumn, text: string) => void;
  readonly onFinding: (direction: 1 | -1) => void;
}

/** Rows on demand in a grid with one tab stop: arrows move, Enter edits, Esc abandons, n and p go from finding to finding. */
export function RowsGrid({ view, columns, readOnly, ...props }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [editedAt, setEditedAt] = useState<Place | null>(null);
  const filter = useRowsPart(view, (state) => state.filter);
  const place = useRowsPart(view, (state) => state.place);
  // Of no other place: rows of another filter may come in under an open field.
  const editing = editedAt === place;
  const total = useRowsPart(view, (state) => state.total);
  const base = Math.floor(place.index / SHEET_ROWS) * SHEET_ROWS;
  const count = Math.min(SHEET_ROWS, Math.max(total - base, 0));
  const { indexes, onScroll } = useVisibleRows(box, count, place, base, columns);
  const from = base + (indexes[0] ?? 0);
  const rows = useRowWindow(props.loadId, filter, from, base + (indexes.at(-1) ?? 0), props.enabled);
  const active = rows.rowAt(place.index);
  const tell = useEffectEvent(() => view.read(active, rows.total));
  useEffect(() => tell(), [active, rows.total]);

  const isEditable =
    !readOnly &&
    active !== undefined &&
    active.state !== 'blank' &&
    (columns[place.column]?.target ?? null) !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    // Else it would mark the whole page; there is nothing in the grid to be marked.
    if (!editing && event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      event.preventDefault();
    const wish = editing ? null : wishOf(event, place, { rows: total, columns: columns.length });
    if (wish === null) return;
    event.preventDefault();
    if (wish.kind === 'find') props.onFinding(wish.direction);
    else if (wish.kind === 'move') view.setPlace(wish.place);
    else {
      // As a place of its own: the row may be out of view, and is brought back.
      const here = { ...place };
      view.setPlace(here);
      if (isEditable) setEditedAt(here);
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    const column = columns[place.column];
    if (editing || active === undefined || column === undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', gridCell(active, column, props.edits.get(active.row)).text);
  };
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellUnder(event.target);
    if (cell === null || (editing && cell.index === place.index && cell.column === place.column)) return;
    event.preventDefault();
    box.current?.focus();
    view.setPlace(cell);
  };
  const leave = () => {
    setEditedAt(null);
    box.current?.focus({ preventScroll: true });
  };
  const commit = (text: string) => {
    const column = columns[place.column];
    if (active !== undefined && column !== undefined) props.onEdit(active, column, text);
    leave();
  };
  const width = gridWidth(columns);
  if (rows.error !== null)
    return (
      <Callout tone="warn" title="These rows could not be read just now">
        They are read again after the next check.
      </Callout>
    );
  return (
    <div
      ref={box}
      role="grid"
      aria-label="Rows of the file"
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 2}
      aria-readonly={readOnly}
      aria-activedescendant={active === undefined ? undefined : cellId(place.index, place.column)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onMouseDown={onMouseDown}
      onDoubleClick={(event) => setEditedAt(isEditable && cellUnder(event.target) !== null ? place : null)}
      onScroll={onScroll}
      className="relative overflow-auto font-mono text-xs outline-offset-[-2px]"
      style={{ height: Math.min(VIEW_PX, HEAD_PX + Math.max(total, 3) * ROW_PX + 18) }}
    >
      <GridHead columns={columns} width={width} />
      <div role="rowgroup" className="relative" style={{ height: count * ROW_PX, width }}>
        {indexes.map((at) => {
          const index = base + at;
          const row = rows.rowAt(index);
          return (
            // A row that leaves the view is taken for one that comes in: filling it anew costs less than making one.
            <GridRow
              key={at % MOST_DRAWN}
              row={row}
              index={index}
              top={at * ROW_PX}
              columns={columns}
              edits={row === undefined ? undefined : props.edits.get(row.row)}
              active={index === place.index ? place.column : null}
              editing={editing && index === place.index}
              onCommit={commit}
              onAbandon={leave}
            />
          );
        })}
      </div>
    </div>
  );
}
