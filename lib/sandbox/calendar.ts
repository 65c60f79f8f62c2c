import { DATE_FORMAT, TIMESTAMP_FORMAT, TIMESTAMP_ZONE_FORMAT } from '../peak/contract/table-definition';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The three formats of §5.1. `HH` is read as 24 hours, which the pages do not say outright. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  [DATE_FORMAT]: /^(\d{4})-(\d{2})-(\d{2})$/,
  [TIMESTAMP_FORMAT]: /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/,
  [TIMESTAMP_ZONE_FORMAT]: /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) [+-](\d{2}):(\d{2})$/,
};

const leap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * Whether a text is written in a format and names a moment of the calendar. Texts, not instants: nothing is converted,
 * so no time zone of any machine can matter.
 */
export function checkMoment(text: string, format: string): 'ok' | 'other-format' | 'impossible' {
  const parts = SHAPES[format]?.exec(text);
  if (!parts) return 'other-format';
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = parts
    .slice(1)
    .map(Number);
  const days = month === 2 && leap(year) ? 29 : (DAYS[month - 1] ?? 0);
  const dayExists = year >= 1 && day >= 1 && day <= days;
  // The widest offsets in use are -12:00 and +14:00.
  const timeExists =
    hour <= 23 && minute <= 59 && second <= 59 && zoneMinute <= 59 && zoneHour * 60 + zoneMinute <= 14 * 60;
  return dayExists && timeExists ? 'ok' : 'impossible';
}
