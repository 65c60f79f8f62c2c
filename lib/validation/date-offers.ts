import type { ColumnRule } from '../repair/model';
import {
  ANY_ORDER,
  DATE_ORDERS,
  ORDER_BITS,
  POSIX_PIVOT,
  SHEET_PIVOT,
  type DateOrder,
} from '../repair/read-date';
import type { ColumnEvidence } from './evidence';
import type { Proof } from './model';
import type { Offers } from './offered';
import { Tally } from './tally';
import { isYearDay } from './year-day';

const readingsOf = (bits: number): DateOrder[] =>
  DATE_ORDERS.filter((order) => (bits & ORDER_BITS[order]) !== 0);

/** Centuries a two-digit year may stand for: the spreadsheet's habit, POSIX's, and all of them this one. */
const PIVOTS = [SHEET_PIVOT, POSIX_PIVOT, 99];

function withPivots<R extends ColumnRule>(rule: R, short: Tally, disputed: Tally): R[] {
  if (short.count === 0) return [rule];
  const pivots = disputed.count === 0 ? [SHEET_PIVOT] : PIVOTS;
  return pivots.map((pivot) => ({ ...rule, pivot }));
}

function proofOf(bits: number, tally: Tally): Proof[] {
  const [sample] = tally.samples;
  return sample === undefined ? [] : [{ readings: readingsOf(bits), ...sample, cells: tally.count }];
}

/** Cells that rule something out, fewest readings first: those that decide, or that contradict each other. */
function decisive(tallies: readonly Tally[], left: number): Proof[] {
  const proofs = tallies
    .flatMap((tally, bits) =>
      tally.count > 0 && bits > 0 && bits !== 7 && bits !== ANY_ORDER ? [{ bits, tally }] : [],
    )
    .sort((a, b) => readingsOf(a.bits).length - readingsOf(b.bits).length || b.tally.count - a.tally.count);
  // One cell that leaves a single reading decides alone; where it takes several, each of them is shown.
  const shown = left === 0 ? contradicting(proofs) : proofs.slice(0, proofs[0]?.bits === left ? 1 : 2);
  return shown.flatMap(({ bits, tally }) => proofOf(bits, tally));
}

/** Two cells that no order reads both, where there are two; else all that together leave none. */
function contradicting<T extends { bits: number }>(proofs: readonly T[]): readonly T[] {
  for (const one of proofs) {
    const other = proofs.find(({ bits }) => (bits & one.bits) === 0);
    if (other !== undefined) return [one, other];
  }
  return proofs.slice(0, 3);
}

const possible = (tallies: readonly Tally[]): number =>
  tallies.reduce((left, tally, bits) => (tally.count > 0 && bits > 0 ? left & bits : left), ANY_ORDER);

/** The cells of both, in file order. */
function together(one: Tally | undefined, other: Tally | undefined): Tally {
  const both = new Tally();
  for (const tally of [one, other])
    for (const { row, value } of tally?.samples ?? []) both.add(row, value, 1);
  both.count = (one?.count ?? 0) + (other?.count ?? 0);
  return both;
}

/** The tallies of what the cells allow; year, day, month counts only where it is asked about. */
function ordersSeen(evidence: ColumnEvidence): readonly Tally[] {
  const { orders, days } = evidence;
  if (!isYearDay(evidence)) return orders.slice(0, 8).map((tally, bits) => together(tally, orders[bits + 8]));
  return orders.map((tally, bits) => (bits === ORDER_BITS['year-first'] ? together(tally, days) : tally));
}

/**
 * Order of day, month and year: offered when the cells leave one, else the ones they leave to choose from. Year, day, month
 * is never offered alone: a slip looks the same.
 */
export function orderOffers(evidence: ColumnEvidence): Offers {
  const { shortYears, disputedYears } = evidence;
  const orders = ordersSeen(evidence);
  const seen = orders.some((tally, bits) => bits > 0 && tally.count > 0);
  if (!seen) return {};
  const left = possible(orders);
  const among = isYearDay(evidence) ? left | ORDER_BITS['year-first'] | ORDER_BITS['year-day'] : left;
  const rules = readingsOf(left === 0 ? ANY_ORDER : among)
    .filter(
      (order) => left !== 0 || orders.some((tally, bits) => tally.count > 0 && bits & ORDER_BITS[order]),
    )
    .flatMap((order) =>
      withPivots<ColumnRule>({ rule: 'date-order', order }, shortYears[order], disputedYears[order]),
    );
  const [only] = rules;
  const proofs = decisive(orders, left);
  if (evidence.turned > 0) return { choices: [...rules.map(turned), ...rules], proofs };
  return rules.length === 1 && only !== undefined ? { offer: only, proofs } : { choices: rules, proofs };
}

const turned = (rule: ColumnRule): ColumnRule =>
  rule.rule === 'date-order' ? { ...rule, turned: true } : rule;

/** Dates with a month's name: only two-digit years leave a question. */
export function nameOffers({ named, shortYears, disputedYears }: ColumnEvidence): Offers {
  const seen = named.some((tally, bits) => bits > 0 && tally.count > 0);
  if (!seen) return {};
  // Each named date reads day first or year first; four-digit years say which by themselves.
  const left = possible(named);
  const day = withPivots<ColumnRule>(
    { rule: 'date-names' },
    shortYears['day-first'],
    disputedYears['day-first'],
  );
  const year = withPivots<ColumnRule>(
    { rule: 'date-names', yearFirst: true },
    shortYears['year-first'],
    disputedYears['year-first'],
  );
  const rules = [
    ...(left & ORDER_BITS['day-first'] || left === 0 ? day : []),
    ...(left & ORDER_BITS['year-first'] || left === 0 ? year : []),
  ];
  const [only] = rules;
  const proofs = decisive(named, left);
  return rules.length === 1 && only !== undefined ? { offer: only, proofs } : { choices: rules, proofs };
}

/** Years of the Buddhist era: asked about only where every year of the column is one. */
export const eraOffers = ({ eras }: ColumnEvidence, filled: number): Offers =>
  eras.count > 0 && eras.count === filled ? { choices: [{ rule: 'buddhist-years' }] } : {};

export const zoneOffers = ({ zones }: ColumnEvidence): Offers =>
  // Times of different zones without their zones would no longer tell which came first.
  zones.list().length === 1 && !zones.more ? { choices: [{ rule: 'date-drop', part: 'zone' }] } : {};
