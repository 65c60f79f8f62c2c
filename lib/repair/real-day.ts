import { weekdayOf } from './weekday-names';

/** Year, month and day as written, once it is known which is which. */
export interface WrittenDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The year that databases and SAP write for "never" (`31.12.9999`). */
const NEVER = 9999;
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the day exists. For two-digit years every fourth has its 29 February: both 1900 and 2000 are asked of later. */
export function exists({ year, month, day }: WrittenDay): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > (LENGTHS[m - 1] ?? 0)) return false;
  if (year.length === 4 && (y < 1000 || y > 2999) && y !== NEVER) return false;
  const leap = y % 4 === 0 && (year.length === 2 || y % 100 !== 0 || y % 400 === 0);
  return m !== 2 || d < 29 || leap;
}

/** Of two-digit years either century will do until one is chosen. */
export function isItsWeekday({ year, month, day }: WrittenDay, weekday: number | undefined): boolean {
  if (weekday === undefined) return true;
  const years = year.length === 2 ? [`19${year}`, `20${year}`] : [year];
  return years.some((full) => weekdayOf(Number(full), Number(month), Number(day)) === weekday);
}
