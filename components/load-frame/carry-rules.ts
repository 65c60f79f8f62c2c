import type { Dialect } from '@/lib/files/model';
import type { Repair } from '@/lib/repair/model';
import { isBeginOf, placesByHeading } from './same-heading';

type ColumnRepair = Extract<Repair, { kind: 'column' }>;

/**
 * Rules of columns for a file that takes the place of another one. One that looks at other file columns goes with their
 * headings, and is left out where one of them does not stand in both files exactly once: by its position it would take
 * another column without a word.
 */
export function carryRules(
  repairs: readonly Repair[],
  before: readonly string[],
  now: readonly string[],
): Repair[] {
  const rules = repairs.flatMap((repair) => (repair.kind === 'column' ? [untold(repair)] : []));
  if (isBeginOf(before, now)) return rules;
  const placeOf = placesByHeading(before, now);
  return rules.flatMap((repair) => {
    if (!('positions' in repair.rule)) return [repair];
    const positions = repair.rule.positions.flatMap((position) => placeOf(position) ?? []);
    if (positions.length < repair.rule.positions.length) return [];
    return [{ ...repair, rule: { ...repair.rule, positions } }];
  });
}

/** Of the former file is how many cells the rule changed there; of this one it would be a false figure. */
function untold({ touched: _former, ...rule }: ColumnRepair): ColumnRepair {
  return rule;
}

const isWide = ({ encoding }: Dialect) => encoding.startsWith('utf-16');

const sheetsOf = ({ workbook }: Dialect) => JSON.stringify(workbook?.sheets);

/** Whether two readings of one file surely number its rows alike: what ends a row, what hides the end of one, which sheets. */
export const numbersAlike = (a: Dialect, b: Dialect): boolean =>
  sheetsOf(a) === sheetsOf(b) &&
  a.delimiter === b.delimiter &&
  JSON.stringify(a.places) === JSON.stringify(b.places) &&
  a.newline === b.newline &&
  a.quote === b.quote &&
  (a.escape ?? 'doubled') === (b.escape ?? 'doubled') &&
  isWide(a) === isWide(b);
