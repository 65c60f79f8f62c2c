import { latin, type ByteSink } from './byte-sink';

/**
 * What a number format makes of a number: a day, a time of day, both, an elapsed time, or just a number; `masked`: a
 * number of which something else is seen, as zeros before it, words, or nothing; `varied`: that depends on the number.
 */
export type FormatKind = 'number' | 'masked' | 'varied' | 'date' | 'time' | 'datetime' | 'duration';

const DAY_MS = 86_400_000;
/** 9999-12-31, the last day Excel knows, in each system. */
const LAST_DAY = { 1900: 2_958_465, 1904: 2_957_003 };
const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** Calendar text of a day number, 0 = 1970-01-01, by pure arithmetic: a `Date` would bring time zones along. */
function calendar(days: number): string {
  // Days to civil, after Howard Hinnant's "chrono-compatible low-level date algorithms".
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const ofYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const ofMarch = month < 10 ? month + 3 : month - 9;
  const full = year + era * 400 + (ofMarch <= 2 ? 1 : 0);
  return `${String(full).padStart(4, '0')}-${two(ofMarch)}-${two(date)}`;
}

function dayText(day: number, epoch: 1900 | 1904): string {
  if (epoch === 1904) return calendar(day - 24_107);
  // Excel counts 1900-02-29, which never was: day 60. A check of the calendar will find it; no neighbour is taken.
  if (day === 60) return '1900-02-29';
  return calendar(day - (day < 60 ? 25_568 : 25_569));
}

/** Milliseconds of a number of days as they are really there; what is finer than the digits written is float noise. */
function milliseconds(value: number, digits: number): number {
  const ms = value * DAY_MS;
  const second = Math.round(ms / 1000) * 1000;
  const tolerance = Math.min(500, Math.max(0.5, (DAY_MS / 2) * 10 ** -digits));
  return Math.abs(ms - second) <= tolerance ? second : Math.round(ms);
}

/** Two digits and what stands behind them. */
function addTwo(sink: ByteSink, value: number, behind = 0): void {
  sink.push(48 + Math.floor(value / 10));
  sink.push(48 + (value % 10));
  if (behind !== 0) sink.push(behind);
}

const COLON = 58;
const POINT = 46;
const SPACE = 32;

function addClock(sink: ByteSink, ms: number): void {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  if (hours < 100) addTwo(sink, hours, COLON);
  else sink.ascii(`${hours}:`);
  addTwo(sink, Math.floor(seconds / 60) % 60, COLON);
  addTwo(sink, seconds % 60);
  const rest = ms % 1000;
  if (rest !== 0) sink.ascii(`.${String(rest).padStart(3, '0')}`);
}

/** The same days return in a sheet; what they are called is worked out once. */
const MOST_KNOWN = 10_000;
const known = { 1900: new Map<number, string>(), 1904: new Map<number, string>() };
function knownDay(day: number, epoch: 1900 | 1904): string {
  const days = known[epoch];
  let text = days.get(day);
  if (text === undefined) {
    text = dayText(day, epoch);
    if (days.size >= MOST_KNOWN) days.clear();
    days.set(day, text);
  }
  return text;
}

/** A number and how many digits stand behind its point; more than enough of those beside an exponent, which a program wrote. */
function numberIn(bytes: Uint8Array, from: number, to: number): { value: number; digits: number } {
  let whole = 0;
  let point = -1;
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) whole = whole * 10 + byte - 48;
    else if (byte === POINT && point < 0) point = at;
    else break;
  }
  const digits = point < 0 ? 0 : to - point - 1;
  // Two exact numbers divided give the nearest one there is, as the engine's own reading does (10^22 is the last exact power).
  if (at === to && to > from && digits <= 22 && whole <= Number.MAX_SAFE_INTEGER)
    return { value: whole / 10 ** digits, digits };
  const text = latin(bytes, from, to);
  const given = text.indexOf('.');
  const fraction = given < 0 ? 0 : text.length - given - 1;
  return { value: text === '' ? NaN : Number(text), digits: /[eE]/.test(text) ? 17 : fraction };
}

/**
 * Adds the number that stands at `from` to `to` under a date or time format as ISO text (`2019-01-05`,
 * `2019-01-05 13:08:00`, `13:08:00`, `26:30:00`); false, and nothing added, when it is no such thing in this date system
 * and so stays the number it is. What is there is never cut: a day with a time under a date format keeps the time, a
 * time beyond a day keeps the day.
 */
export function addSerial(
  sink: ByteSink,
  number: { readonly bytes: Uint8Array; readonly from: number; readonly to: number },
  kind: Exclude<FormatKind, 'number'>,
  epoch: 1900 | 1904,
): boolean {
  if (kind === 'masked' || kind === 'varied') return false;
  const { value, digits } = numberIn(number.bytes, number.from, number.to);
  if (!Number.isFinite(value)) return false;
  const ms = milliseconds(Math.abs(value), digits);
  if (kind === 'duration') {
    // Beyond, the milliseconds are none of the number's own.
    if (ms > Number.MAX_SAFE_INTEGER) return false;
    if (value < 0 && ms > 0) sink.push(45);
    addClock(sink, ms);
    return true;
  }
  if (value < 0) return false;
  const day = Math.floor(ms / DAY_MS);
  const rest = ms - day * DAY_MS;
  if (day > LAST_DAY[epoch]) return false;
  // Day 0 of the 1900 system is "January 0": a time of day without a date.
  const isClock = day === 0 && (kind === 'time' || epoch === 1900);
  if (isClock && kind === 'date') return false;
  if (!isClock) sink.ascii(knownDay(day, epoch));
  if (kind === 'date' && rest === 0) return true;
  if (!isClock) sink.push(SPACE);
  addClock(sink, rest);
  return true;
}

/** A cell of type `d` (ISO 8601 text) in the same form; the text itself when it is another. */
export function isoText(text: string, kind: FormatKind): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(text);
  if (parts === null) return text;
  const [, date = '', time = ''] = parts;
  return kind === 'date' && /^00:00(?::00(?:\.0+)?)?$/.test(time) ? date : `${date} ${time}`;
}
