import type { ColumnRule } from '../repair/model';
import { DATE_ORDERS, ORDER_BITS, POSIX_PIVOT, SHEET_PIVOT, type DateOrder } from '../repair/read-date';
import type { ColumnEvidence } from './evidence';
import type { Proof } from './model';
import type { Offers } from './offers';
import type { Tally } from './tally';

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
    .flatMap((tally, bits) => (tally.count > 0 && bits > 0 && bits < 7 ? [{ bits, tally }] : []))
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
  tallies.reduce((left, tally, bits) => (tally.count > 0 && bits > 0 ? left & bits : left), 7);

/** Order of day, month and year: offered when the cells leave one, else the ones they leave to choose from. */
export function orderOffers({ orders, shortYears, disputedYears }: ColumnEvidence): Offers {
  const seen = orders.some((tally, bits) => bits > 0 && tally.count > 0);
  if (!seen) return {};
  const left = possible(orders);
  const rules = readingsOf(left === 0 ? 7 : left)
    .filter(
      (order) => left !== 0 || orders.some((tally, bits) => tally.count > 0 && bits & ORDER_BITS[order]),
    )
    .flatMap((order) =>
      withPivots<ColumnRule>({ rule: 'date-order', order }, shortYears[order], disputedYears[order]),
    );
  const [only] = rules;
  const proofs = decisive(orders, left);
  return rules.length === 1 && only !== undefined ? { offer: only, proofs } : { choices: rules, proofs };
}

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
