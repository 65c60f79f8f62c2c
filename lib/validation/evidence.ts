import { buddhistYear } from '../repair/buddhist-years';
import { zoneText } from '../repair/iso-date';
import { LONGEST_WRITTEN } from '../repair/longest';
import { isNever } from '../repair/never-day';
import { plainDigits } from '../repair/read-number';
import { DATE_ORDERS, dated, POSIX_PIVOT, SHEET_PIVOT, type DateOrder } from '../repair/read-date';
import { CODE } from './codes';
import { Tally, Texts } from './tally';
import { readsAlike, signsOf, unitsOf } from './unread-number';

/** Different texts kept of one column: beyond that no one maps values by hand. */
const MOST_TEXTS = 60;

/** What the cells of one column prove, counted over the whole file. Only cells with findings are looked at, and the
 * numbers that prove the point. */
export interface ColumnEvidence {
  empty: number;
  /** Cells by the signs they allow (`POINT`, `COMMA` as bits). */
  readonly signs: readonly Tally[];
  /** Clean cells that can only be read with a decimal point. */
  readonly plainPoint: Tally;
  /** Among the decimal commas, those with points between thousands. */
  readonly pointGroups: Tally;
  /** Grouped numbers that read alike under either sign. */
  readonly alike: Tally;
  /** Dates of numbers by the orders they allow (`ORDER_BITS`), and dates with a month's name by theirs. */
  readonly orders: readonly Tally[];
  readonly named: readonly Tally[];
  /** Clean dates that can only be read as year-month-day; looked for where a cell asks for it (`plain-days.ts`). */
  days: Tally;
  /** Clean dates that may have day and month exchanged, where those that are not plain make one ask (`turned-days.ts`). */
  turned: number;
  /** Among `orders`, those of the year 9999. */
  never: number;
  /** By order: two-digit years, and those that the two usual pivots put into different centuries. */
  readonly shortYears: Readonly<Record<DateOrder, Tally>>;
  readonly disputedYears: Readonly<Record<DateOrder, Tally>>;
  /** Cells with years that the Buddhist era may count. */
  readonly eras: Tally;
  readonly zones: Texts;
  readonly units: Texts;
  /** Words that people write for "nothing" where a value was due. */
  readonly words: Texts;
  /** Values that are not allowed, or no booleans. */
  readonly values: Texts;
}

const tallies = (count: number) => Array.from({ length: count }, () => new Tally());
const byOrder = () => ({
  'day-first': new Tally(),
  'month-first': new Tally(),
  'year-first': new Tally(),
  'year-day': new Tally(),
});

export function noEvidence(): ColumnEvidence {
  return {
    empty: 0,
    signs: tallies(4),
    plainPoint: new Tally(),
    pointGroups: new Tally(),
    alike: new Tally(),
    orders: tallies(16),
    named: tallies(8),
    days: new Tally(),
    turned: 0,
    never: 0,
    shortYears: byOrder(),
    disputedYears: byOrder(),
    eras: new Tally(),
    zones: new Texts(MOST_TEXTS),
    units: new Texts(MOST_TEXTS),
    words: new Texts(MOST_TEXTS),
    values: new Texts(MOST_TEXTS),
  };
}

const WORD_FOR_NOTHING =
  /^(?:null|nil|none|nan|nat|n\/a|n\.a\.|na|#n\/a|#null|-|--|[\u2013\u2014.?]|unknown|undefined|missing|\(blank\)|\(null\)|\[null\]|<null>|<na>|\\n)$/i;
const ZONE = /(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;

/** By what it means: `Z`, `UTC` and `+00` are one zone. */
const addZone = (evidence: ColumnEvidence, mark: string, weight: 1 | -1) =>
  evidence.zones.add(zoneText(mark) ?? mark, weight);

/** What databases and SAP write for no date at all. */
const NO_DATE = /^0+([./-])0+\1(?:0+)(?:[T ]00:00(?::00(?:\.0+)?)?)?$|^0{8}(?:0{6})?$/;

function weighDate(evidence: ColumnEvidence, text: string, row: number, weight: 1 | -1): void {
  const date = dated(text.trim());
  if (date === undefined) return;
  const { written, orders, shortYears } = date;
  const zone = ZONE.exec(written.rest)?.[1];
  if (zone !== undefined) addZone(evidence, zone, weight);
  (written.kind === 'named' ? evidence.named : evidence.orders)[orders]?.add(row, text, weight);
  if (written.kind !== 'named' && isNever(written)) evidence.never += weight;
  DATE_ORDERS.forEach((order, at) => {
    const year = shortYears[at];
    if (year === undefined) return;
    evidence.shortYears[order].add(row, text, weight);
    if (year > SHEET_PIVOT && year <= POSIX_PIVOT) evidence.disputedYears[order].add(row, text, weight);
  });
}

/** What stands around a number: units and the like, which the user's rules took off before it was checked. */
const AROUND = /^\D+(?=\d)|[^\d.,]+$/g;

function weighSigns(
  evidence: ColumnEvidence,
  written: string,
  whole: boolean,
  row: number,
  weight: 1 | -1,
): void {
  const isBare = signsOf(written, whole) !== 0 || written.length > LONGEST_WRITTEN;
  const text = isBare ? written : plainDigits(written).replace(AROUND, '');
  const signs = signsOf(text, whole);
  if (signs === 3 && readsAlike(text)) return evidence.alike.add(row, written, weight);
  evidence.signs[signs]?.add(row, written, weight);
  if (signs === 2 && text.includes('.')) evidence.pointGroups.add(row, written, weight);
}

type Weigh = (evidence: ColumnEvidence, text: string, row: number, weight: 1 | -1, whole: boolean) => void;

const word: Weigh = (evidence, text, _row, weight) => {
  const trimmed = text.trim();
  if (trimmed.length <= 10 && WORD_FOR_NOTHING.test(trimmed)) evidence.words.add(trimmed, weight);
};
const value: Weigh = (evidence, text, row, weight, whole) => {
  evidence.values.add(text, weight);
  word(evidence, text, row, weight, whole);
};
const date: Weigh = (evidence, text, row, weight) => weighDate(evidence, text, row, weight);
const noDate: Weigh = (evidence, text, row, weight, whole) => {
  if (NO_DATE.test(text.trim())) evidence.words.add(text.trim(), weight);
  else word(evidence, text, row, weight, whole);
};
const era: Weigh = (evidence, text, row, weight) => {
  if (buddhistYear(text) !== undefined) evidence.eras.add(row, text, weight);
};
const unreal: Weigh = (...found) => {
  date(...found);
  noDate(...found);
  era(...found);
};
const signs: Weigh = (evidence, text, row, weight, whole) => weighSigns(evidence, text, whole, row, weight);

const WEIGHED: ReadonlyMap<number, Weigh> = new Map([
  [CODE['number-decimal-comma'], signs],
  [CODE['number-thousands'], signs],
  [
    CODE['number-unit'],
    (evidence, text, _row, weight) => {
      const units = unitsOf(text);
      // Found beside digits of another script only once these are plain.
      for (const unit of units.length > 0 ? units : unitsOf(plainDigits(text)))
        evidence.units.add(unit, weight);
    },
  ],
  [CODE['date-order-unknown'], date],
  [CODE['date-month-name'], date],
  [CODE['date-compact'], date],
  [CODE['date-twelve-hour'], date],
  [CODE['date-year-short'], date],
  [CODE['date-not-in-calendar'], unreal],
  [CODE['date-far'], era],
  [CODE['date-far-filled'], era],
  [
    CODE['date-zone-dropped'],
    (evidence, text, _row, weight) => addZone(evidence, ZONE.exec(text.trim())?.[1] ?? '', weight),
  ],
  [CODE['integer-malformed'], word],
  [CODE['number-malformed'], word],
  [CODE['date-malformed'], noDate],
  [CODE['json-malformed'], word],
  [CODE['cell-error-value'], (evidence, text, _row, weight) => evidence.words.add(text.trim(), weight)],
  [CODE['text-null-word'], word],
  [CODE['boolean-malformed'], value],
  [CODE['value-not-allowed'], value],
  [CODE['value-near-allowed'], value],
]);

/** Adds (or, with weight -1, takes back) what one finding's text proves. `whole`: the column is an integer. */
export function weigh(
  evidence: ColumnEvidence | undefined,
  code: number,
  text: string,
  row: number,
  weight: 1 | -1,
  whole: boolean,
): void {
  if (evidence !== undefined) WEIGHED.get(code)?.(evidence, text, row, weight, whole);
}
