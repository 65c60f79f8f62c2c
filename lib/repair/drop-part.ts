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

/**
 * Years of another era are ours before a date is read, whose leap days they do not have; parts are taken off once it is
 * read, and its time after its zone, whichever was chosen first.
 */
export function readBeforeDropped(rules: readonly ColumnRule[]): ColumnRule[] {
  const isEra = ({ rule }: ColumnRule) => rule === 'buddhist-years';
  const isLate = (rule: ColumnRule) =>
    rule.rule === 'date-drop' || DATE_READINGS.has(rule.rule) || isEra(rule);
  const first = rules.findIndex(isLate);
  const last = rules.findLastIndex(isLate);
  const dated = rules.slice(Math.max(0, first), last + 1);
  const drops = dated
    .filter((rule) => rule.rule === 'date-drop')
    .sort((a, b) => DROPS.indexOf(a.part) - DROPS.indexOf(b.part));
  return [
    ...rules.slice(0, Math.max(0, first)),
    ...dated.filter(isEra),
    ...dated.filter((rule) => rule.rule !== 'date-drop' && !isEra(rule)),
    ...drops,
    ...rules.slice(last + 1),
  ];
}
