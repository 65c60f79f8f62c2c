import { LONGEST_WRITTEN } from './longest';
import { monthNumber } from './month-names';
import { readClock } from './read-clock';
import { exists, isItsWeekday, type WrittenDay } from './real-day';
import { signedDate } from './signed-date';
import { weekdayNumber } from './weekday-names';

/** Ways of reading a date of numbers, as bits, so that what a column's cells allow can be intersected. */
export const ORDER_BITS = { 'day-first': 1, 'month-first': 2, 'year-first': 4, 'year-day': 8 } as const;
export type DateOrder = keyof typeof ORDER_BITS;
export const ANY_ORDER = 15;
export const DATE_ORDERS = Object.keys(ORDER_BITS) as DateOrder[];

/** Up to this two-digit years are 20xx for spreadsheets (Excel, Google Sheets), and up to the other one for POSIX. */
export const SHEET_PIVOT = 29;
export const POSIX_PIVOT = 68;

/** A date as its writer wrote it, before anyone says what its numbers are. */
export interface WrittenDate {
  readonly kind: 'numbers' | 'compact' | 'named';
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  /** Whatever follows the date: time of day, zone. */
  readonly rest: string;
  /** The weekday that stands before it, 0 for Sunday: it rules out every reading that is another one. */
  readonly weekday?: number;
  /** The one order that its signs leave. */
  readonly only?: 'year-first';
}

const REST = '(?:(?:[T ]|,\\s*)\\s*(\\S.*))?$';
const NUMBERS = new RegExp(`^(\\d{1,4})\\s?([/.\\-\\s])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,4})\\.?${REST}`);
/** Behind the eight digits without a sign nothing but hours and minutes: ten and thirteen digits count seconds since 1970. */
const COMPACT = /^(\d{8})(?:[T ](\d.*)|((?:\d{4}|\d{6})(?!\d).*))?$/;
const NAME_INSIDE = new RegExp(
  `^(\\d{1,4})(?:st|nd|rd|th|er|º|ª|°)?[\\s./\\-]*(?:de |d'|of )?\\s*(\\p{L}+)\\.?[\\s./\\-,]*(?:de |of )?\\s*(\\d{1,4})${REST}`,
  'iu',
);
const NAME_FIRST = new RegExp(
  `^(\\p{L}+)\\.?[\\s./\\-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,./\\-]+(\\d{4}|\\d{2})${REST}`,
  'iu',
);
/** Only with a comma: without one it could be a month (`mar`). */
const WEEKDAY = /^(\p{L}+)(?:-feira)?\.?,\s*/iu;

/** Takes a date of any order apart; undefined for what is no date, ISO included (the checker reads that itself). */
export function takeApart(text: string): WrittenDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_WRITTEN) return undefined;
  const [before, word] = WEEKDAY.exec(trimmed) ?? [];
  if (before === undefined || word === undefined) return parted(trimmed);
  // Any other word (`circa`, `not`) says something that a date cannot.
  const weekday = weekdayNumber(word);
  const written = weekday === undefined ? undefined : parted(trimmed.slice(before.length));
  return written === undefined || weekday === undefined ? undefined : { ...written, weekday };
}

function parted(trimmed: string): WrittenDate | undefined {
  const compact = COMPACT.exec(trimmed);
  if (compact !== null) {
    return {
      kind: 'compact',
      first: compact[1] ?? '',
      middle: '',
      last: '',
      rest: compact[2] ?? compact[3] ?? '',
    };
  }
  const numbers = NUMBERS.exec(trimmed);
  if (numbers !== null) {
    const [, first = '', , middle = '', last = '', rest = ''] = numbers;
    return { kind: 'numbers', first, middle, last, rest };
  }
  const signed = signedDate(trimmed);
  if (signed !== undefined) return signed;
  const inside = NAME_INSIDE.exec(trimmed);
  if (inside !== null && monthNumber(inside[2] ?? '') !== undefined) {
    const [, first = '', middle = '', last = '', rest = ''] = inside;
    return { kind: 'named', first, middle, last, rest };
  }
  const named = NAME_FIRST.exec(trimmed);
  if (named === null || monthNumber(named[1] ?? '') === undefined) return undefined;
  const [, middle = '', first = '', last = '', rest = ''] = named;
  return { kind: 'named', first, middle, last, rest };
}

/** The parts under one order, or undefined when the widths forbid it (a year has four digits or two). */
function arranged(written: WrittenDate, order: DateOrder): WrittenDay | undefined {
  const { kind, first, middle, last, only } = written;
  if (only !== undefined && only !== order) return undefined;
  // Whoever writes the year before the day writes four digits and a sign between them, or nobody could tell.
  if (order === 'year-day' && kind !== 'numbers') return undefined;
  if (kind === 'compact') {
    const [year, month, day] =
      order === 'year-first'
        ? [first.slice(0, 4), first.slice(4, 6), first.slice(6)]
        : order === 'day-first'
          ? [first.slice(4), first.slice(2, 4), first.slice(0, 2)]
          : [first.slice(4), first.slice(0, 2), first.slice(2, 4)];
    return { year, month, day };
  }
  const yearFirst = order === 'year-first' || order === 'year-day';
  const year = yearFirst ? first : last;
  const other = yearFirst ? last : first;
  if ((year.length !== 4 && year.length !== 2) || other.length > 2) return undefined;
  if (order === 'year-day') return year.length === 4 ? { year, month: last, day: middle } : undefined;
  if (kind === 'named') return { year, month: String(monthNumber(middle)), day: other };
  return order === 'month-first' ? { year, month: other, day: middle } : { year, month: middle, day: other };
}

function dayUnder(written: WrittenDate, order: DateOrder): WrittenDay | undefined {
  const day = arranged(written, order);
  return day !== undefined && exists(day) && isItsWeekday(day, written.weekday) ? day : undefined;
}

/** Every order under which the text is a day of the calendar, as bits; 0 for none. Named months know no month-first. */
export function ordersOf(written: WrittenDate): number {
  return DATE_ORDERS.reduce(
    (bits, order) =>
      (written.kind === 'named' && order === 'month-first') || dayUnder(written, order) === undefined
        ? bits
        : bits | ORDER_BITS[order],
    0,
  );
}

/** The two-digit year under an order; undefined when the year has four digits or there is no such day. */
function shortYearOf(written: WrittenDate, order: DateOrder): number | undefined {
  const year = dayUnder(written, order)?.year;
  return year?.length === 2 ? Number(year) : undefined;
}

/** Two-digit years under each order, in the order of DATE_ORDERS. */
export interface Dated {
  readonly written: WrittenDate;
  readonly orders: number;
  readonly shortYears: readonly (number | undefined)[];
}

/** Days repeat from row to row; beyond this many different texts the memory is not worth it. */
const MOST_KNOWN = 4096;
const known = new Map<string, Dated | null>();

/** Everything a written date says, worked out once for each text; undefined for what is no date. */
export function dated(text: string): Dated | undefined {
  // Before it is remembered: thousands of long texts would be a lot to keep.
  if (text.length > LONGEST_WRITTEN && text.trim().length > LONGEST_WRITTEN) return undefined;
  const before = known.get(text);
  if (before !== undefined) return before ?? undefined;
  const written = takeApart(text);
  const made =
    written === undefined
      ? null
      : {
          written,
          orders: ordersOf(written),
          shortYears: DATE_ORDERS.map((order) => shortYearOf(written, order)),
        };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, made);
  return made ?? undefined;
}

const two = (digits: string) => digits.padStart(2, '0');
/** As ISO text (`2024-01-31 08:26`); undefined when the text is no day under this order, or its century is not given. */
export function readDate(
  written: WrittenDate,
  order: DateOrder,
  pivot: number | undefined,
): string | undefined {
  const day = dayUnder(written, order);
  if (day === undefined) return undefined;
  const short = day.year.length === 2;
  if (short && pivot === undefined) return undefined;
  const year = short ? `${Number(day.year) <= (pivot ?? -1) ? '20' : '19'}${day.year}` : day.year;
  if (!exists({ ...day, year }) || !isItsWeekday({ ...day, year }, written.weekday)) return undefined;
  const date = `${year}-${two(day.month)}-${two(day.day)}`;
  if (written.rest === '') return date;
  const time = readClock(written.rest, written.kind === 'compact');
  return time === undefined ? undefined : `${date} ${time}`;
}
