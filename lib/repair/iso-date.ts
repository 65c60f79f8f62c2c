/** An ISO date with whatever time and zone; groups: year, month, day, hour, minute, second, fraction, zone. */
export const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/;
/** The widest offset in use, and the widest that warehouses take. */
const WIDEST_ZONE = '14:00';

/** `Z` and `UTC` → `+00:00`, `+0100` and `+01` → `+01:00` (§5.1 writes zones as `±hh:mm`); undefined where none is so far away. */
export function zoneText(mark: string): string | undefined {
  if (/^(?:z|utc|gmt)$/i.test(mark)) return '+00:00';
  const digits = mark.replace(':', '');
  const zone = `${digits.slice(0, 3)}:${digits.slice(3) || '00'}`;
  return zone.slice(1) > WIDEST_ZONE || zone.slice(4) > '59' ? undefined : zone;
}

/** Whether there is such a time of day. */
export const isClock = (hour: string, minute: string, second: string | undefined): boolean =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60;

/**
 * Whether the plain day `text` (ISO) stands in the cell's own text, whatever era counts its years there; else a rule has
 * made it, of a month's name or a day number.
 */
export function isWrittenIn(raw: string, text: string): boolean {
  const at = raw.indexOf(text.slice(4, 10));
  return at >= 4 && /^\d{4}$/.test(raw.slice(at - 4, at));
}
