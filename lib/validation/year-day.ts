import { ORDER_BITS } from '../repair/read-date';
import { CODE } from './codes';
import type { ColumnEvidence } from './evidence';
import type { DayQuestion } from './plain-days';

/** Cells that only year, day, month reads, from which on a column of many others is not one with a few slips. */
const NO_SLIP = 3;
const SHARE_OF_SLIPS = 0.1;

const turnedOf = ({ orders }: ColumnEvidence): number => orders[ORDER_BITS['year-day']]?.count ?? 0;

/**
 * Whether cells such as `2024-13-05` make one ask how the whole column is written: nothing in it proves year-month-day, or
 * they are too many to be slips. Year, day, month is rare (a setting of SQL Server, `ydm`).
 */
export function isYearDay(evidence: ColumnEvidence): boolean {
  const turned = turnedOf(evidence);
  const usual = (evidence.orders[ORDER_BITS['year-first']]?.count ?? 0) + evidence.days.count;
  return turned > 0 && (usual === 0 || (turned >= NO_SLIP && turned >= usual * SHARE_OF_SLIPS));
}

/** How a column is written in which such cells stand. */
export const yearDayQuestion = (evidence: ColumnEvidence): DayQuestion => ({
  code: CODE['date-year-day-month'],
  isOpen: ({ proofs }) => isYearDay({ ...evidence, days: proofs }),
  answer({ proofs }, waiting) {
    evidence.days = proofs;
    return waiting;
  },
});
