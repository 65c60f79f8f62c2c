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
export const hasSeconds = (format: string): boolean => partsOf(format).includes('second');

/** A writer for a format in warehouse notation (`HH` 24-hour, `MI` minutes, §5.1). */
export function compileFormat(format: string): (written: Written) => string {
  const pieces = piecesOf(format);
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
