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

/** Hours and minutes alone, with a zone perhaps: a clock without seconds shows full minutes. */
const NO_SECONDS = /^(\d{2}:\d{2})(?![\d:])/;

/**
 * A day that has been read, with the time of day of another cell behind it. A day beside an empty cell stays, and so does
 * what is no day. What is no time goes behind it as it stands, which no checker takes for a date: else `25:70` would go
 * out as midnight.
 */
export function withTimeBeside(text: string, cell: string): string {
  const day = text.trim();
  if (!DAY.test(day) || cell.trim() === '') return text;
  return `${day} ${clockOf(cell)?.replace(NO_SECONDS, '$1:00') ?? cell.trim()}`;
}

/** At most so many columns of times are offered. */
const OFFERED = 3;

export interface ClockColumn {
  /** Place of the file column, from 0. */
  readonly position: number;
  readonly heading: string;
}

/** Share of a column's filled cells: a word or a slip among them takes nothing from the rest. */
const NEARLY_ALL = 0.8;

/** File columns whose filled cells in some rows are times of day. That they belong to a date, only the user can know. */
export function clockColumns(
  header: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
): ClockColumn[] {
  const found: ClockColumn[] = [];
  for (const [position, heading] of header.entries()) {
    let filled = 0;
    let times = 0;
    for (const { cells } of rows) {
      const cell = cells[position] ?? '';
      if (cell.trim() === '') continue;
      filled += 1;
      if (clockOf(cell) !== undefined) times += 1;
    }
    if (times > 0 && times >= filled * NEARLY_ALL && found.length < OFFERED)
      found.push({ position, heading });
  }
  return found;
}

const BEHIND: ReadonlySet<ColumnRule['rule']> = new Set(['date-drop', 'add-zone']);
const rank = ({ rule }: ColumnRule) => (rule === 'time-beside' ? 1 : BEHIND.has(rule) ? 2 : 0);

/** A time goes to a day once that is read, and before its zone is written or dropped, whichever was chosen first. */
export const timeOnceRead = (rules: readonly ColumnRule[]): readonly ColumnRule[] =>
  rules.some(({ rule }) => rule === 'time-beside') ? rules.toSorted((a, b) => rank(a) - rank(b)) : rules;
