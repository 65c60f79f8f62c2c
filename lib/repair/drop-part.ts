import { isClock, ISO, zoneText } from './iso-date';
import type { ColumnRule } from './model';

/**
 * A date without its zone, its fraction of a second or its time of day; undefined for all that the checker does not read
 * as such a date: half of a text (`2024-01-31 10:00 - 2024-02-01 12:00`, `24:00`) means something else than the whole.
 * With a zone the time stays, for without it the day may be another one.
 */
export function dropPart(text: string, part: 'zone' | 'fraction' | 'time'): string | undefined {
  const [, , , , hour, minute = '', second, fraction, mark] = ISO.exec(text) ?? [];
  if (hour === undefined || !isClock(hour, minute, second)) return undefined;
  if (mark !== undefined && zoneText(mark) === undefined) return undefined;
  if (part === 'zone') return mark === undefined ? undefined : text.slice(0, -mark.length).trimEnd();
  if (part === 'fraction') return fraction === undefined ? undefined : text.replace(/[.,]\d+/, '');
  return mark === undefined ? text.slice(0, 10) : undefined;
}

/** The zone behind a time that has none. */
export function addZone(text: string, zone: string): string | undefined {
  const [, , , , hour, minute = '', second, , mark] = ISO.exec(text) ?? [];
  return hour !== undefined && mark === undefined && isClock(hour, minute, second)
    ? `${text} ${zone}`
    : undefined;
}

const DATE_READINGS: ReadonlySet<ColumnRule['rule']> = new Set(['date-order', 'date-names', 'date-serial']);
const DROPS = ['fraction', 'zone', 'time'];

/** Parts are taken off a date once it is read, and its time after its zone, whichever was chosen first. */
export function readBeforeDropped(rules: readonly ColumnRule[]): ColumnRule[] {
  const last = rules.findLastIndex(({ rule }) => rule === 'date-drop' || DATE_READINGS.has(rule));
  const dated = rules.slice(0, last + 1);
  const drops = dated
    .filter((rule) => rule.rule === 'date-drop')
    .sort((a, b) => DROPS.indexOf(a.part) - DROPS.indexOf(b.part));
  return [...dated.filter(({ rule }) => rule !== 'date-drop'), ...drops, ...rules.slice(last + 1)];
}
