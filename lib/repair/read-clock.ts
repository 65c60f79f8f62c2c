const ZONE = '(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?';
/** The sign before the seconds is that before the minutes: `10:30.50` may be 30.5 minutes. */
const CLOCK = new RegExp(
  `^(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?|[.h](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d+))?)?)\\s*(?:([ap])\\.?\\s?m\\.?)?\\s*${ZONE}$`,
  'i',
);
const BARE_CLOCK = new RegExp(`^(\\d{2})(\\d{2})(\\d{2})?\\s*${ZONE}$`, 'i');
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Time of day on the 24-hour clock, zone kept; undefined when it is none. `12:05 AM` is 00:05. `isCompact`: the date has no
 * separators either, else `2025` behind it may be a year.
 */
export function readClock(text: string, isCompact: boolean): string | undefined {
  const parts = CLOCK.exec(text);
  if (parts === null) {
    if (!isCompact && YEAR.test(text)) return undefined;
    const [, h, m, s, zone = ''] = BARE_CLOCK.exec(text) ?? [];
    return h === undefined
      ? undefined
      : `${h}:${m ?? ''}${s === undefined ? '' : `:${s}`}${zone.toUpperCase()}`;
  }
  const [, hour = '', colonMinute, colonSecond, colonFraction, pointMinute, pointSecond, pointFraction] =
    parts;
  const [half, zone = ''] = parts.slice(8);
  const minute = colonMinute ?? pointMinute ?? '';
  const second = colonSecond ?? pointSecond;
  const fraction = colonFraction ?? pointFraction;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const seconds = second === undefined ? '' : `:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  return `${String(hours).padStart(2, '0')}:${minute}${seconds}${zone.toUpperCase()}`;
}
