/** A moment as written: calendar text, never an instant. `zone` is '' or `+01:00`. */
export interface Written {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly zone: string;
}

/** Formats named in §5.1; used when a schema names none. */
export const DATE_FORMAT = 'YYYY-MM-DD';
export const TIMESTAMP_FORMAT = 'YYYY-MM-DD HH:MI:SS';

const PARTS: Readonly<Record<string, keyof Written>> = {
  YYYY: 'year',
  MM: 'month',
  DD: 'day',
  HH24: 'hour',
  HH: 'hour',
  hh: 'hour',
  MI: 'minute',
  mm: 'minute',
  SS: 'second',
  ss: 'second',
  '±hh:mm': 'zone',
  TZH: 'zone',
};
const TOKEN = /±hh:mm|TZH(?::TZM)?|YYYY|HH24|MM|DD|HH|hh|MI|mm|SS|ss/g;

/** Whether every letter of a format is known; one that is not would be written into every date as it stands. */
export const isKnownFormat = (format: string): boolean =>
  !/\p{L}/u.test(format.replace(TOKEN, '').replace('T', ''));

export const hasZone = (format: string): boolean => /±hh:mm|TZH/.test(format);

/** A writer for a format in warehouse notation (`HH` 24-hour, `MI` minutes, §5.1). */
export function compileFormat(format: string): (written: Written) => string {
  const pieces: (string | { readonly part: keyof Written })[] = [];
  let from = 0;
  for (const match of format.matchAll(TOKEN)) {
    if (match.index > from) pieces.push(format.slice(from, match.index));
    const part = PARTS[match[0].startsWith('TZH') ? 'TZH' : match[0]];
    pieces.push(part === undefined ? match[0] : { part });
    from = match.index + match[0].length;
  }
  if (from < format.length) pieces.push(format.slice(from));
  return (written) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : written[piece.part])).join('');
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the day exists (Gregorian calendar; year 0 does not, no warehouse stores it). */
export function inCalendar(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
