import { isClock, ISO } from './iso-date';
import type { ColumnRule } from './model';
import { readClock } from './read-clock';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The time of day a cell holds by itself, on the 24-hour clock; undefined for anything else. */
export function clockOf(cell: string): string | undefined {
  const text = cell.trim();
  // Bare digits may be a time, a number of minutes or a code.
  if (!/^\d{1,2}:\d{2}/.test(text)) return undefined;
  const clock = readClock(text, false);
  const [, , , , hour, minute = '', second] = ISO.exec(`2000-01-01 ${clock ?? ''}`) ?? [];
  return hour !== undefined && isClock(hour, minute, second) ? clock : undefined;
}

/** A day that has been read, with the time of day of another cell behind it; other text stays, and so does a day beside no time. */
export function withTimeBeside(text: string, cell: string): string {
  const day = text.trim();
  const clock = DAY.test(day) ? clockOf(cell) : undefined;
  return clock === undefined ? text : `${day} ${clock}`;
}

/** At most so many columns of times are offered. */
const OFFERED = 3;

export interface ClockColumn {
  /** Place of the file column, from 0. */
  readonly position: number;
  readonly heading: string;
}

/** File columns whose filled cells in some rows are all times of day. That they belong to a date, only the user can know. */
export function clockColumns(
  header: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
): ClockColumn[] {
  const found: ClockColumn[] = [];
  for (const [position, heading] of header.entries()) {
    const filled = (cells: readonly string[]) => (cells[position] ?? '').trim() !== '';
    const isOther = ({ cells }: { readonly cells: readonly string[] }) =>
      filled(cells) && clockOf(cells[position] ?? '') === undefined;
    if (found.length < OFFERED && !rows.some(isOther) && rows.some(({ cells }) => filled(cells)))
      found.push({ position, heading });
  }
  return found;
}

const BEHIND: ReadonlySet<ColumnRule['rule']> = new Set(['date-drop', 'add-zone']);
const rank = ({ rule }: ColumnRule) => (rule === 'time-beside' ? 1 : BEHIND.has(rule) ? 2 : 0);

/** A time goes to a day once that is read, and before its zone is written or dropped, whichever was chosen first. */
export const timeOnceRead = (rules: readonly ColumnRule[]): readonly ColumnRule[] =>
  rules.some(({ rule }) => rule === 'time-beside') ? rules.toSorted((a, b) => rank(a) - rank(b)) : rules;
