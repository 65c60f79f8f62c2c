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

type Piece = string | { readonly part: keyof Written };

/** A format as its parts and what stands between them. `MM` behind the hour are minutes: `HH:MM:SS` is a common slip. */
function piecesOf(format: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let before: keyof Written | undefined;
  for (const match of format.matchAll(TOKEN)) {
    if (match.index > from) pieces.push(format.slice(from, match.index));
    const token = match[0].startsWith('TZH') ? 'TZH' : match[0];
    const part = token === 'MM' && before === 'hour' ? 'minute' : PARTS[token];
    pieces.push(part === undefined ? match[0] : { part });
    before = part;
    from = match.index + match[0].length;
  }
  if (from < format.length) pieces.push(format.slice(from));
  return pieces;
}

const DAY_PARTS = ['year', 'month', 'day'] as const;
const MOMENT_PARTS = [...DAY_PARTS, 'hour', 'minute'] as const;

const partsOf = (format: string): (keyof Written)[] =>
  piecesOf(format).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.part]));

/**
 * Whether a format says all that the type holds, each part once. Letters and digits that are no part would be written
 * into every date as they stand, and a part that is missing would be lost.
 */
export function isKnownFormat(format: string, type: 'date' | 'timestamp'): boolean {
  const parts = partsOf(format);
  const rest = piecesOf(format).filter((piece) => typeof piece === 'string');
  return (
    new Set(parts).size === parts.length &&
    (type === 'date' ? DAY_PARTS : MOMENT_PARTS).every((part) => parts.includes(part)) &&
    rest.every((piece) => piece === 'T' || !/[\p{L}\p{N}]/u.test(piece))
  );
}

export const hasZone = (format: string): boolean => partsOf(format).includes('zone');
/** Whether what it writes are moments: a time of day, and how far it is from UTC. */
export const writesMoments = (format: string): boolean =>
  [...MOMENT_PARTS, 'zone' as const].every((part) => partsOf(format).includes(part));
export const hasSeconds = (format: string): boolean => partsOf(format).includes('second');

/** A writer for a format in warehouse notation (`HH` 24-hour, `MI` minutes, §5.1). */
export function compileFormat(format: string): (written: Written) => string {
  const pieces = piecesOf(format);
  return (written) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : written[piece.part])).join('');
}

const WIDTHS: Readonly<Record<keyof Written, number>> = {
  year: 4,
  month: 2,
  day: 2,
  hour: 2,
  minute: 2,
  second: 2,
  zone: 6,
};

const digits = (number: number, width: number): string => String(number).padStart(width, '0');

/**
 * One spelling per moment for what a format with a time and a zone has written, to compare by and never to send: a
 * warehouse holds `01:00+01:00` and `00:00+00:00` as one value. It is written in the same format, at +00:00.
 */
export function momentKey(format: string): (text: string) => string {
  const pieces = piecesOf(format);
  const write = compileFormat(format);
  const places = new Map<keyof Written, number>();
  let from = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'string') places.set(piece.part, from);
    from += typeof piece === 'string' ? piece.length : WIDTHS[piece.part];
  }
  const part = (text: string, name: keyof Written): string => {
    const at = places.get(name);
    return at === undefined ? '' : text.slice(at, at + WIDTHS[name]);
  };
  return (text) => {
    const zone = part(text, 'zone');
    if (zone === '+00:00') return text;
    const away = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
    const moment = new Date(0);
    // Years below 100 are their own only here; Date.UTC would read them as 19xx.
    moment.setUTCFullYear(
      Number(part(text, 'year')),
      Number(part(text, 'month')) - 1,
      Number(part(text, 'day')),
    );
    moment.setUTCHours(
      Number(part(text, 'hour')),
      Number(part(text, 'minute')) - (zone.startsWith('-') ? -away : away),
      Number(part(text, 'second')),
    );
    return write({
      year: digits(moment.getUTCFullYear(), 4),
      month: digits(moment.getUTCMonth() + 1, 2),
      day: digits(moment.getUTCDate(), 2),
      hour: digits(moment.getUTCHours(), 2),
      minute: digits(moment.getUTCMinutes(), 2),
      second: digits(moment.getUTCSeconds(), 2),
      zone: '+00:00',
    });
  };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the day exists (Gregorian calendar; year 0 does not, no warehouse stores it). */
export function inCalendar(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
