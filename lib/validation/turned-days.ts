import { ORDER_BITS } from '../repair/read-date';
import { CODE, isErrorCode } from './codes';
import { MOST_DAYS, type DaysSeen } from './days-seen';
import type { ColumnEvidence } from './evidence';
import { RowSet } from './growing';
import type { Ledger } from './ledger';
import type { DayQuestion } from './plain-days';

/** Fewer days of either kind are chance: of two days none is beyond the 12th in one of six cases. */
const FEWEST = MOST_DAYS;

/**
 * By chance 60 % of plain days lie beyond the 12th (18 of 30), so a twentieth of them is what hands and other programs have
 * left, not how the column is written.
 */
const SHARE_OF_SLIPS = 0.05;

/** By the orders they allow, how many dates. */
type Counts = ArrayLike<number>;

/**
 * How many dates keep the others from being all of one order, day or month first, and none of them of the other: what a
 * spreadsheet leaves as texts that has read the rest of the column the other way round.
 */
function contrary(counts: Counts): number {
  const { 'day-first': day, 'month-first': month } = ORDER_BITS;
  const against = (one: number, other: number) =>
    Array.from(counts).reduce(
      (sum, count, bits) =>
        sum + (bits > 0 && ((bits & one) === 0 || (bits & other) !== 0) ? Math.max(count, 0) : 0),
      0,
    );
  return Math.min(against(day, month), against(month, day));
}

/** Cells of a column that are filled and have no error, and at most those of skipped rows. */
function plainCells(ledger: Ledger, column: number): number {
  const wrong = ledger.findings.all().filter((group) => group.column === column && isErrorCode(group.code));
  const filled = ledger.length - ledger.blankRows - (ledger.evidence[column]?.empty ?? 0);
  return filled - (wrong.length === 0 ? 0 : RowSet.union(wrong.map(({ rows }) => rows)).size);
}

/**
 * Whether plain dates beside the others of this column may have day and month exchanged, by counts alone. `hidden`: cells
 * whose text in the file the counts do not know, because it is edited or its row skipped; each of them may be anything, but
 * at most `hiddenTexts` are dates that are not plain.
 */
export function mayBeTurned(ledger: Ledger, column: number, hidden: number, hiddenTexts = hidden): boolean {
  const evidence = ledger.evidence[column];
  if (evidence === undefined) return false;
  const counts = evidence.orders.map(({ count }) => count);
  const texts = counts.slice(1).reduce((sum, count) => sum + count, 0);
  return (
    texts + hiddenTexts >= FEWEST &&
    contrary(counts) <= hidden + evidence.never &&
    plainCells(ledger, column) + hidden >= FEWEST
  );
}

/** Plain days that are none the other way round; one that comes again and again is what a program fills in (`2099-12-31`). */
const proofsIn = ({ proofs, proofDays }: DaysSeen): number =>
  proofDays.size < 2 ? proofDays.size : proofs.count;

/**
 * `2024-02-01` beside `13/02/2024`, and hardly a plain date beyond the 12th of its month: a spreadsheet of another country
 * reads 01/02/2024 as 2 January, or 1 February, and leaves what it cannot read as it was. `rows`: as many plain dates there
 * may be at most.
 */
export const turnedQuestion = (evidence: ColumnEvidence, rows: number): DayQuestion => ({
  code: CODE['date-turned'],
  isOpen: (seen) => contrary(seen.texts) === 0 && proofsIn(seen) <= rows * SHARE_OF_SLIPS,
  answer(seen, waiting) {
    const { texts, textDays, open, openDays } = seen;
    const isAsked =
      contrary(texts) === 0 &&
      textDays.size >= FEWEST &&
      openDays.size >= FEWEST &&
      proofsIn(seen) <= open.size * SHARE_OF_SLIPS;
    evidence.turned = isAsked ? waiting.size : 0;
    return isAsked ? waiting : new RowSet();
  },
});
