import { readBeforeDropped } from './drop-part';
import type { ColumnRule } from './model';
import { timeOnceRead } from './time-beside';

/** Two answers to one question: the later replaces the former, for both together would read a cell twice. */
const ANSWERS: ReadonlySet<ColumnRule['rule']> = new Set([
  'decimal-comma',
  'thousands-comma',
  'date-order',
  'date-names',
  'date-serial',
  'time-beside',
  'empty-as',
  'marked-parts',
]);

const NUMBER_READINGS: ReadonlySet<ColumnRule['rule']> = new Set(['decimal-comma', 'thousands-comma']);
const AFTER_READING: ReadonlySet<ColumnRule['rule']> = new Set(['drop-point-zero', 'percent-to-fraction']);
const BEFORE_READING: ReadonlySet<ColumnRule['rule']> = new Set([
  'strip-unit',
  'negative-forms',
  'plain-digits',
]);

/**
 * The rules that count: of the readings of one kind the last alone, at its own place; but what parts of a text count is
 * settled before all else, and units, signs and digits go before any number is read, since none is read beside `€` or as
 * `12,50-`. Zeros behind the point go after it, since `1.000` may be read as a thousand, and so do hundredths, since only a
 * plain number is divided. Nobody thinks of the order when both are offered.
 */
export function effectiveRules(rules: readonly ColumnRule[]): ColumnRule[] {
  const isMarked = ({ rule }: ColumnRule) => rule === 'marked-parts';
  const counting = timeOnceRead(readBeforeDropped(rules))
    .filter(
      (rule, at, all) =>
        !ANSWERS.has(rule.rule) || !all.slice(at + 1).some((later) => later.rule === rule.rule),
    )
    .toSorted((a, b) => Number(isMarked(b)) - Number(isMarked(a)));
  const reading = counting.findIndex(({ rule }) => NUMBER_READINGS.has(rule));
  if (reading < 0) return counting;
  const [before, after] = [counting.slice(0, reading), counting.slice(reading)];
  const isFirst = ({ rule }: ColumnRule) => BEFORE_READING.has(rule);
  const isLast = ({ rule }: ColumnRule) => AFTER_READING.has(rule);
  return [
    ...before.filter((rule) => !isLast(rule)),
    ...after.filter(isFirst),
    ...after.filter((rule) => !isFirst(rule)),
    ...before.filter(isLast),
  ];
}
