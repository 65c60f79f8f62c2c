/** What a number format makes of a number: a day, a time of day, both, an elapsed time, or just a number. */
export type FormatKind = 'number' | 'date' | 'time' | 'datetime' | 'duration';

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

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, '0')}`;
}

/** Digits after the point; more than enough of them for a number with an exponent, which is made by a program. */
function fractionDigits(text: string): number {
  if (/[eE]/.test(text)) return 17;
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/**
 * A number under a date or time format as ISO text (`2019-01-05`, `2019-01-05 13:08:00`, `13:08:00`, `26:30:00`), or
 * undefined when it is no such thing in this date system and so stays the number it is. What is there is never cut:
 * a day with a time under a date format keeps the time, a time beyond a day keeps the day.
 */
export function serialText(
  text: string,
  kind: Exclude<FormatKind, 'number'>,
  epoch: 1900 | 1904,
): string | undefined {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return undefined;
  const ms = milliseconds(Math.abs(value), fractionDigits(text));
  if (kind === 'duration') return `${value < 0 && ms > 0 ? '-' : ''}${clock(ms)}`;
  if (value < 0) return undefined;
  const day = Math.floor(ms / DAY_MS);
  const rest = ms - day * DAY_MS;
  if (day > LAST_DAY[epoch]) return undefined;
  const isClock = kind === 'time' && day === 0;
  if (isClock) return clock(rest);
  // Day 0 of the 1900 system is "January 0": a time of day without a date.
  if (day === 0 && epoch === 1900) return kind === 'datetime' ? clock(rest) : undefined;
  const date = dayText(day, epoch);
  return kind === 'date' && rest === 0 ? date : `${date} ${clock(rest)}`;
}

/** A cell of type `d` (ISO 8601 text) in the same form; the text itself when it is another. */
export function isoText(text: string, kind: FormatKind): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(text);
  if (parts === null) return text;
  const [, date = '', time = ''] = parts;
  return kind === 'date' && /^00:00(?::00(?:\.0+)?)?$/.test(time) ? date : `${date} ${time}`;
}
