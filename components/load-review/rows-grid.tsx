'use client';

import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { Callout } from '@/components/ui/callout';
import type { RowFilter, WindowRow } from '@/lib/intake/protocol';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { wishOf } from './grid-keys';
import { COLUMN_PX, HEAD_PX, LEFT_PX, ROW_PX, SHEET_ROWS, STATE_PX, VIEW_PX } from './grid-sizes';
import type { GridColumn } from './grid-columns';
import { useRowWindow } from './use-row-window';
import type { Place } from './use-rows-view';
import { useVisibleRows } from './use-visible-rows';

const idOf = (index: number, column: number) => `cell-${index}-${column}`;

interface Props {
  readonly loadId: string;
  readonly filter: RowFilter;
  readonly columns: readonly GridColumn[];
  readonly edits: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly enabled: boolean;
  readonly readOnly: boolean;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  /** The row under the cursor, once it is there. */
  readonly onRow: (row: WindowRow | undefined) => void;
  readonly total: number;
  readonly onTotal: (total: number) => void;
  readonly onEdit: (row: WindowRow, column: GridColumn, text: string) => void;
  readonly onFinding: (direction: 1 | -1) => void;
}

/** Rows on demand in a grid with one tab stop: arrows move, Enter edits, Esc abandons, n and p go from finding to finding. */
export function RowsGrid({ columns, place, total, readOnly, ...props }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState(false);
  const base = Math.floor(place.index / SHEET_ROWS) * SHEET_ROWS;
  const count = Math.min(SHEET_ROWS, Math.max(total - base, 0));
  const { indexes, onScroll, reveal } = useVisibleRows(box, count);
  const from = base + (indexes[0] ?? 0);
  const rows = useRowWindow(props.loadId, props.filter, from, base + (indexes.at(-1) ?? 0), props.enabled);
  const active = rows.rowAt(place.index);
  const tell = useEffectEvent(() => {
    props.onRow(active);
    if (rows.total !== undefined) props.onTotal(rows.total);
  });
  const follow = useEffectEvent(() => reveal(place.index - base, place.column));
  useEffect(() => tell(), [active, rows.total]);
  useEffect(() => follow(), [place, count]);

  const isEditable =
    !readOnly &&
    active !== undefined &&
    active.state !== 'blank' &&
    (columns[place.column]?.target ?? null) !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    const wish = editing ? null : wishOf(event, place, { rows: total, columns: columns.length });
    if (wish === null) return;
    event.preventDefault();
    if (wish.kind === 'find') props.onFinding(wish.direction);
    else if (wish.kind === 'move') props.onPlace(wish.place);
    else if (isEditable) setEditing(true);
  };
  const leave = () => {
    setEditing(false);
    box.current?.focus();
  };
  const commit = (text: string) => {
    const column = columns[place.column];
    if (active !== undefined && column !== undefined) props.onEdit(active, column, text);
    leave();
  };
  const width = LEFT_PX + STATE_PX + columns.length * COLUMN_PX;
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
      aria-activedescendant={active === undefined ? undefined : idOf(place.index, place.column)}
      tabIndex={0}
      onKeyDown={onKeyDown}
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
            <GridRow
              key={at}
              row={row}
              index={index}
              top={at * ROW_PX}
              columns={columns}
              edits={row === undefined ? undefined : props.edits.get(row.row)}
              active={index === place.index ? place.column : null}
              editing={editing && index === place.index}
              idOf={idOf}
              onPick={(column) => {
                box.current?.focus();
                props.onPlace({ index, column });
              }}
              onStartEdit={() => setEditing(isEditable)}
              onCommit={commit}
              onAbandon={leave}
            />
          );
        })}
      </div>
    </div>
  );
}
