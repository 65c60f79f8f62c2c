'use client';

import { findingAdvice, ROW_STATE_WORDS, SEVERITY_WORDS } from '@/components/messages/findings';
import { Button } from '@/components/ui/button';
import { useRowName } from '@/components/load-frame/row-names';
import type { WindowRow } from '@/lib/intake/protocol';
import type { TableSpec } from '@/lib/peak/model';
import { RowCopies } from './row-copies';
import { gridCell, type GridColumn } from './grid-columns';

/** The cell under the cursor in full, and everything found about its row. */
export function CellDetails({
  row,
  column,
  table,
  edits,
  readOnly,
  onSkip,
  onRelease,
  onCopies,
}: {
  readonly row: WindowRow | undefined;
  readonly column: GridColumn | undefined;
  readonly table: TableSpec;
  readonly edits: ReadonlyMap<string, string> | undefined;
  readonly readOnly: boolean;
  readonly onSkip: (row: number) => void;
  readonly onRelease: (row: number) => void;
  /** Shows all rows that have the key of this one. */
  readonly onCopies: (row: number) => void;
}) {
  const nameOf = useRowName();
  if (row === undefined || column === undefined) return null;
  const cell = gridCell(row, column, edits);
  const original = row.cells[column.position] ?? '';
  return (
    <div className="flex flex-col gap-2 border-t border-line px-5 py-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-medium">
          Row {nameOf(row.row)}, {column.heading}
          {column.target === null ? ' (not sent)' : ` → ${column.target.name}`}
          <span className="font-normal text-ink-3">
            {' '}
            · {ROW_STATE_WORDS[row.state].label}: {ROW_STATE_WORDS[row.state].meaning}
          </span>
        </p>
        {readOnly || row.state !== 'skipped' || row.findings.length > 0 ? null : (
          <Button size="sm" onPress={() => onRelease(row.row)}>
            Take row {nameOf(row.row)} in again
          </Button>
        )}
        {row.state !== 'skipped' || row.findings.length === 0 ? null : (
          <p className="text-ink-3">Left out with all rows of one finding: see “Settled by you”.</p>
        )}
        {readOnly || row.state === 'skipped' || row.state === 'blank' ? null : (
          <Button size="sm" onPress={() => onSkip(row.row)}>
            Leave row {nameOf(row.row)} out
          </Button>
        )}
      </div>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-3">
        <Fact term="In the file" text={original} />
        {cell.edited ? <Fact term="Changed by you to" text={cell.text} /> : null}
        {cell.sent === null ? null : <Fact term="Sent as" text={cell.sent} />}
      </dl>
      {row.findings.length === 0 ? null : (
        <ul className="flex flex-col gap-1">
          {row.findings.map(({ code, severity, column: name }) => {
            const advice = findingAdvice(
              code,
              table.columns.find((spec) => spec.name === name),
            );
            return (
              <li key={`${code} ${name ?? ''}`} className="text-ink-2">
                <span className={severity === 'error' ? 'font-medium text-bad' : 'font-medium text-warn'}>
                  {name === null ? '' : `${name}: `}
                  {advice.what}
                </span>{' '}
                ({SEVERITY_WORDS[severity]}). {advice.why}
              </li>
            );
          })}
        </ul>
      )}
      <RowCopies row={row} onShow={onCopies} />
    </div>
  );
}

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-3">{term}</dt>
      <dd className="max-h-32 overflow-auto font-mono text-[0.8125rem] break-words whitespace-pre-wrap">
        {text === '' ? '(empty)' : text}
      </dd>
    </div>
  );
}
