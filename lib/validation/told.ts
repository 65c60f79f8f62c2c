import { CODE, codeAt } from './codes';
import type { CompiledTable } from './compiled-table';
import type { StoredGroup } from './finding-store';
import { RowSet } from './growing';
import type { Ledger } from './ledger';
import { pointIsProved } from './offers';
import { isYearDay } from './year-day';

/** Share of a column's filled cells that must look like `17850.0` before ids are said to have been through a float. */
const NEARLY_ALL = 0.99;

/** Whether a group is told: one `12.0` among many names proves nothing, a whole column of them does, or one among digits. */
export function isTold(ledger: Ledger, group: StoredGroup): boolean {
  const evidence = ledger.evidence[group.column];
  if (group.code === CODE['number-point-group']) return evidence === undefined || !pointIsProved(evidence);
  if (group.code === CODE['date-year-day-month']) return evidence !== undefined && isYearDay(evidence);
  // Who writes quotes around everything says nothing by them.
  if (group.code === CODE['text-empty-quoted']) return ledger.bareCells > 0;
  const filled = ledger.length - ledger.blankRows - (evidence?.empty ?? 0);
  if (group.code !== CODE['text-float-shaped-id']) return true;
  return group.rows.size >= filled * NEARLY_ALL || ledger.digitColumns.has(group.column);
}

/** Columns of a table at least half of whose filled cells in some rows are whole numbers, some without `.0`; `positions` by column. */
export function digitColumns(
  positions: readonly number[],
  rows: readonly { readonly cells: readonly string[] }[],
): ReadonlySet<number> {
  const isDigits = (position: number) => {
    const filled = rows.map(({ cells }) => cells[position] ?? '').filter((cell) => cell !== '');
    const numbers = filled.filter((cell) => /^\d+(?:\.0)?$/.test(cell));
    return numbers.some((cell) => !cell.endsWith('.0')) && numbers.length * 2 >= filled.length;
  };
  return new Set([...positions.keys()].filter((at) => isDigits(positions[at] ?? -1)));
}

/** Whether the user leaves out the rows of this group. */
export const isLeftOut = ({ columns, repairs }: CompiledTable, group: StoredGroup): boolean =>
  repairs.skippedFor.some(
    ({ code, column }) =>
      code === codeAt(group.code) && column === (columns[group.column]?.spec.name ?? null),
  );

/** Rows that the user leaves out for what was found in them; undefined when there are none. */
export function rowsLeftOut(ledger: Ledger, table: CompiledTable): RowSet | undefined {
  if (table.repairs.skippedFor.length === 0) return undefined;
  const groups = ledger.findings.all().filter((group) => isLeftOut(table, group) && isTold(ledger, group));
  return groups.length === 0 ? undefined : RowSet.union(groups.map(({ rows }) => rows));
}

const QUESTIONS = [
  CODE['number-point-group'],
  CODE['date-year-day-month'],
  CODE['date-turned'],
  CODE['text-empty-quoted'],
];

/** Rows that wait for an answer about one of their columns; undefined when nothing is open. */
export function openQuestions(ledger: Ledger): RowSet | undefined {
  const open = ledger.evidence.flatMap((_, column) =>
    QUESTIONS.flatMap((code) => {
      const group = ledger.findings.group(column, code);
      return group !== undefined && group.rows.size > 0 && isTold(ledger, group) ? [group.rows] : [];
    }),
  );
  return open.length === 0 ? undefined : RowSet.union(open);
}
