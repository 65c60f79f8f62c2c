import type { ColumnSpec } from '../peak/model';
import { CODE } from './codes';
import { isClock, ISO, isWrittenIn, zoneText } from '../repair/iso-date';
import { exchangesDays } from '../repair/date-reader';
import type { ColumnRule } from '../repair/model';
import { fail, type CellCheck, type Outlet } from './cell-check';
import { unreadDate } from './unread-date';
import {
  compileFormat,
  DATE_FORMAT,
  hasSeconds,
  hasZone,
  inCalendar,
  isKnownFormat,
  TIMESTAMP_FORMAT,
  writesMoments,
} from './date-format';

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Not of 1900 to 2199: a slip, a word for "never" (`9999-12-31`), or a year of another calendar. */
function isFar(text: string): boolean {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  return first === 49 ? second !== 57 : first !== 50 || second > 49;
}

/** `YYYY-MM-DD` at the text's start, as a real day. The caller has checked the length. */
function dayFits(text: string): boolean {
  const century = pair(text, 0);
  const year = pair(text, 2);
  if (century < 0 || year < 0 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  return inCalendar(century * 100 + year, pair(text, 5), pair(text, 8));
}

/** ` HH:MM:SS` from position 10 on. The caller has checked the length. */
function timeFits(text: string): boolean {
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  return (
    text.charCodeAt(10) === 32 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58 &&
    hour >= 0 &&
    hour < 24 &&
    minute >= 0 &&
    minute < 60 &&
    second >= 0 &&
    second < 60
  );
}

/** The format in which the dates of a column are written. */
export function formatOf({ type, format }: ColumnSpec): string {
  const isDate = type === 'date';
  const usual = isDate ? DATE_FORMAT : TIMESTAMP_FORMAT;
  return format !== undefined && isKnownFormat(format, isDate ? 'date' : 'timestamp') ? format : usual;
}

/** Whether a column holds moments: times whose distance from UTC is written with them. */
export const hasMoments = (column: ColumnSpec): boolean =>
  column.type === 'timestamp' && writesMoments(formatOf(column));

/**
 * Dates and timestamps. Read: ISO with space or `T`. Written: the schema's own format. Nothing that the text says is
 * dropped (a zone, a time in a date, a fraction of a second are errors) and what it lacks is filled only with a
 * warning (time of day, seconds). Other spellings are read through the user's rules alone (`rules`), never here.
 */
export function dateCheck(column: ColumnSpec, rules: readonly ColumnRule[]): CellCheck {
  const isDate = column.type === 'date';
  const format = formatOf(column);
  const write = compileFormat(format);
  const zoned = hasZone(format);
  const timed = hasSeconds(format);
  const asIs = format === DATE_FORMAT ? 10 : format === TIMESTAMP_FORMAT ? 19 : 0;
  const { min, max } = column;
  const unread = unreadDate(rules);

  const ranged = (value: string, out: Outlet) =>
    (min !== undefined && value < min) || (max !== undefined && value > max)
      ? fail(out, CODE['value-out-of-range'])
      : value;

  /** The file's own day beyond the 12th where day and month are exchanged: it is not read, and must not pass as it stands. */
  const isMisread = (cell: string, raw: string) => {
    const text = cell.trim();
    return ISO.test(text) && text.slice(8, 10) > '12' && isWrittenIn(raw, text);
  };

  const check: CellCheck = (cell, out) => {
    if (asIs > 0 && cell.length === asIs && dayFits(cell) && (asIs === 10 || timeFits(cell))) {
      if (isFar(cell)) out.code = CODE['date-far'];
      return min === undefined && max === undefined ? cell : ranged(cell, out);
    }
    const text = cell.trim();
    if (text === '') return undefined;
    const parts = ISO.exec(text);
    if (parts === null) return fail(out, unread(text));
    const [, year = '', month = '', day = '', hour, minute = '00', second, fraction = '', mark] = parts;
    if (!inCalendar(Number(year), Number(month), Number(day))) return fail(out, CODE['date-not-in-calendar']);
    if (!isClock(hour ?? '00', minute, second)) return fail(out, CODE['date-not-in-calendar']);
    if (mark !== undefined && !zoned) return fail(out, CODE['date-zone-dropped']);
    if (zoned && mark === undefined) return fail(out, CODE['date-zone-missing']);
    if (!isDate && !timed && /[1-9]/.test(second ?? '')) return fail(out, CODE['date-fraction']);
    if (/[1-9]/.test(fraction)) return fail(out, CODE['date-fraction']);
    if (isDate && /[1-9]/.test(`${hour ?? ''}${minute}${second ?? ''}`))
      return fail(out, CODE['date-with-time']);
    const isFilled = !isDate && (hour === undefined || (timed && second === undefined));
    if (isFar(year)) out.code = CODE[isFilled ? 'date-far-filled' : 'date-far'];
    else if (isFilled)
      out.code = CODE[hour === undefined ? 'timestamp-without-time' : 'timestamp-without-seconds'];
    const zone = mark === undefined ? '' : zoneText(mark);
    if (zone === undefined) return fail(out, CODE['date-not-in-calendar']);
    return ranged(write({ year, month, day, hour: hour ?? '00', minute, second: second ?? '00', zone }), out);
  };
  return exchangesDays(rules.findLast(({ rule }) => rule === 'date-order') ?? { rule: 'trim' })
    ? (cell, out, raw) =>
        !out.isTyped && isMisread(cell, raw) ? fail(out, CODE['date-not-in-calendar']) : check(cell, out, raw)
    : check;
}
