import { ORDER_BITS } from '../repair/read-date';
import { CODE, isErrorCode } from './codes';
import type { ColumnEvidence } from './evidence';
import { RowSet } from './growing';
import { SKIPPED, type Ledger } from './ledger';
import type { DayQuestion } from './plain-days';

/** Fewer cells of either kind are chance: of two days none is beyond the 12th in one of six cases. */
const FEWEST = 3;

/**
 * Whether all dates that are not plain are of one order, day or month first, and none of them could be of the other: what
 * a spreadsheet leaves as texts that has read the rest of the column the other way round.
 */
function isOfOneOrder({ orders }: ColumnEvidence): boolean {
  const { 'day-first': day, 'month-first': month } = ORDER_BITS;
  const seen = orders.flatMap(({ count }, bits) => (count > 0 && bits > 0 ? [bits] : []));
  const count = orders.reduce((sum, tally, bits) => sum + (bits > 0 ? tally.count : 0), 0);
  const isOnly = (one: number, other: number) =>
    seen.every((bits) => (bits & one) !== 0 && (bits & other) === 0);
  return count >= FEWEST && (isOnly(day, month) || isOnly(month, day));
}

/** Cells of a column that are filled and have no error. */
function plainCells(ledger: Ledger, column: number): number {
  const wrong = ledger.findings.all().filter((group) => group.column === column && isErrorCode(group.code));
  let filled = ledger.length - ledger.blankRows - (ledger.evidence[column]?.empty ?? 0);
  filled -= wrong.length === 0 ? 0 : RowSet.union(wrong.map(({ rows }) => rows)).size;
  // Looked at last, for nearly no column gets here.
  for (let at = 0; filled >= FEWEST && at < ledger.length; at++)
    if ((ledger.flags.get(at) & SKIPPED) !== 0) filled -= 1;
  return filled;
}

/** Whether plain dates beside the others of this column may have day and month exchanged. */
export const mayBeTurned = (ledger: Ledger, column: number): boolean => {
  const evidence = ledger.evidence[column];
  return evidence !== undefined && isOfOneOrder(evidence) && plainCells(ledger, column) >= FEWEST;
};

/**
 * `2024-02-01` beside `13/02/2024`, and no plain date beyond the 12th of its month: a spreadsheet of another country reads
 * 01/02/2024 as 2 January, or 1 February, and leaves what it cannot read as it was.
 */
export const turnedQuestion = (evidence: ColumnEvidence): DayQuestion => ({
  code: CODE['date-turned'],
  isOpen: (proofs) => proofs.count === 0,
  answer(proofs, open) {
    const isAsked = proofs.count === 0 && open.size >= FEWEST;
    evidence.turned = isAsked ? open.size : 0;
    return isAsked ? open : new RowSet();
  },
});
