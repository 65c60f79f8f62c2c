import { CODE } from './codes';
import type { StoredGroup } from './finding-store';
import { RowSet } from './growing';
import type { Ledger } from './ledger';
import { pointIsProved } from './offers';
import { isYearDay } from './year-day';

/** Share of a column's filled cells that must look like `17850.0` before ids are said to have been through a float. */
const NEARLY_ALL = 0.99;

/** Whether a group is told: one `12.0` among many names proves nothing, a whole column of them does. */
export function isTold(ledger: Ledger, group: StoredGroup): boolean {
  const evidence = ledger.evidence[group.column];
  if (group.code === CODE['number-point-group']) return evidence === undefined || !pointIsProved(evidence);
  if (group.code === CODE['date-year-day-month']) return evidence !== undefined && isYearDay(evidence);
  // Who writes quotes around everything says nothing by them.
  if (group.code === CODE['text-empty-quoted']) return ledger.bareCells > 0;
  const filled = ledger.length - ledger.blankRows - (evidence?.empty ?? 0);
  if (group.code !== CODE['text-float-shaped-id']) return true;
  return group.rows.size >= filled * NEARLY_ALL;
}

const QUESTIONS = [CODE['number-point-group'], CODE['date-year-day-month'], CODE['text-empty-quoted']];

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
