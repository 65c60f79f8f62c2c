'use client';

import { memo } from 'react';
import { useRowName } from '@/components/load-frame/row-names';
import { ROW_STATE_WORDS } from '@/components/messages/findings';
import { cx } from '@/components/ui/cx';
import type { WindowRow } from '@/lib/intake/protocol';
import type { RowState } from '@/lib/validation/model';
import { CellBody } from './cell-body';
import { GridRowName } from './grid-row-name';
import { CellInput } from './cell-input';
import { cellId, colIndex, rowIndex } from './grid-cells';
import { gridCell, type GridCell, type GridColumn } from './grid-columns';
import { LEFT_PX, ROW_PX, STATE_PX, gridWidth } from './grid-sizes';

const STATE_INK: Record<RowState, string> = {
  ready: 'text-good',
  held: 'text-warn',
  skipped: 'text-ink-3',
  superseded: 'text-ink-2',
  blank: 'text-ink-3',
};

const CELL = 'shrink-0 border-r border-line px-2';
/** A text alone is a line as high as its row: a window has hundreds of cells, and a flexible box is measured twice. */
const TEXT_ALONE = ' block truncate whitespace-pre leading-[31px]';
const FOUND = { error: ' bg-bad-soft', warning: ' bg-warn-soft' } as const;

/** Joined by hand: a window has hundreds of cells, and no class here overrides another. */
function cellClass(cell: GridCell | null, column: GridColumn, here: boolean, editing: boolean): string {
  const severity = cell?.severity ?? null;
  const ink = column.target === null ? ' text-ink-3' : '';
  const ground = severity === null ? '' : FOUND[severity];
  // Also where nothing is yet: its text comes in without another style.
  const isText = cell === null || (isTextAlone(cell) && !(here && editing));
  const form = isText ? TEXT_ALONE : ' flex items-center';
  return `${CELL}${form}${ink}${ground}${here ? ' outline-2 -outline-offset-2 outline-accent' : ''}`;
}

const isTextAlone = ({ severity, edited, sent }: GridCell): boolean =>
  severity === null && !edited && sent === null;

interface Props {
  /** Undefined while it is on its way. */
  readonly row: WindowRow | undefined;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly edits: ReadonlyMap<string, string> | undefined;
  /** Column of the cursor, when it is in this row. */
  readonly active: number | null;
  readonly editing: boolean;
  readonly onCommit: (text: string) => void;
  readonly onAbandon: () => void;
}

export const GridRow = memo(
  function GridRow({ row, index, top, columns, edits, active, editing, ...act }: Props) {
    const rowName = useRowName();
    const whole = row?.findings.some(({ column }) => column === null) ?? false;
    return (
      <div
        role="row"
        aria-rowindex={rowIndex(index)}
        aria-selected={active !== null}
        className={cx('absolute left-0 flex border-b border-line', active !== null && 'bg-sunken')}
        style={{ top, height: ROW_PX, width: gridWidth(columns) }}
      >
        <div
          role="rowheader"
          aria-colindex={1}
          className="sticky left-0 z-10 flex shrink-0 items-center justify-end border-r border-line bg-sunken px-2 text-ink-3 tabular"
          style={{ width: LEFT_PX }}
        >
          {row === undefined ? '…' : <GridRowName row={row.row} />}
        </div>
        <div
          role="gridcell"
          aria-colindex={2}
          className={cx(
            'block shrink-0 border-r border-line px-2 font-sans leading-[31px]',
            row && STATE_INK[row.state],
            whole && 'font-semibold',
          )}
          style={{ width: STATE_PX }}
        >
          {row === undefined ? '' : ROW_STATE_WORDS[row.state].label}
        </div>
        {columns.map((column, at) => {
          const cell = row === undefined ? null : gridCell(row, column, edits);
          const here = active === at;
          return (
            <div
              key={column.position}
              id={cellId(index, at)}
              role="gridcell"
              aria-colindex={colIndex(at)}
              aria-readonly={column.target === null}
              className={cellClass(cell, column, here, editing)}
              style={{ width: column.width }}
            >
              {cell === null ? null : here && editing ? (
                <CellInput
                  label={`${column.heading}, row ${row === undefined ? '' : rowName(row.row)}`}
                  text={cell.text}
                  onCommit={act.onCommit}
                  onAbandon={act.onAbandon}
                />
              ) : isTextAlone(cell) ? (
                cell.text
              ) : (
                <CellBody cell={cell} />
              )}
            </div>
          );
        })}
      </div>
    );
  },
  // Handlers are new on every render and only the row that is edited calls them.
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.top === after.top &&
    before.columns === after.columns &&
    before.edits === after.edits &&
    before.active === after.active &&
    before.editing === after.editing &&
    !after.editing,
);
