import { unitSpelling } from '../repair/read-number';
import type { ColumnEvidence } from './evidence';
import { choose, type Offers } from './offered';

/** Names for one thing; another pair of units in one column are amounts that must not be added up. */
const SAME_UNIT: readonly (readonly string[])[] = [
  ['€', 'eur'],
  ['$', 'usd', 'us$'],
  ['£', 'gbp'],
  ['zł', 'pln'],
  ['kč', 'czk'],
  ['fr', 'chf'],
  ['pc', 'pcs', 'st', 'stk', 'ea', 'unit', 'units'],
];
/** Letters that make a number greater as often as they name a unit: `1.2M`. */
const MILLIONS = /^(?:M|MM|G|T)$/;
const unitKey = (unit: string): string => {
  const bare = unitSpelling(unit);
  return SAME_UNIT.find((names) => names.includes(bare))?.[0] ?? bare;
};

/** One unit in the whole column is offered to be taken off; of several each by itself, for they are not one another. */
export function unitOffers(evidence: ColumnEvidence): Offers {
  const groups = new Map<string, string[]>();
  for (const unit of evidence.units.list())
    groups.set(unitKey(unit), [...(groups.get(unitKey(unit)) ?? []), unit]);
  const rules = [...groups.values()].map((units) => ({ rule: 'strip-unit' as const, units }));
  const [only] = rules;
  return rules.length === 1 && only !== undefined && !only.units.some((unit) => MILLIONS.test(unit))
    ? { offer: only }
    : choose(rules);
}
