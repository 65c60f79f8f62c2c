import { bareName } from '@/lib/mapping/names';
import type { Dialect } from '@/lib/files/model';
import type { Repair } from '@/lib/repair/model';

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
  const rules = repairs.filter(({ kind }) => kind === 'column');
  if (before.every((name, at) => now[at] === name)) return rules;
  const [old, names] = [before.map(bareName), now.map(bareName)];
  const placeOf = (position: number): number[] => {
    const name = old[position] ?? '';
    const isOne = name !== '' && old.indexOf(name) === old.lastIndexOf(name);
    const at = isOne ? names.indexOf(name) : -1;
    return at < 0 || names.lastIndexOf(name) !== at ? [] : [at];
  };
  return rules.flatMap((repair) => {
    if (repair.kind !== 'column' || !('positions' in repair.rule)) return [repair];
    const positions = repair.rule.positions.flatMap(placeOf);
    if (positions.length < repair.rule.positions.length) return [];
    return [{ ...repair, rule: { ...repair.rule, positions } }];
  });
}

const isWide = ({ encoding }: Dialect) => encoding.startsWith('utf-16');

const sheetsOf = ({ workbook }: Dialect) => JSON.stringify(workbook?.sheets);

/** Whether two readings of one file surely number its rows alike: what ends a row, what hides the end of one, which sheets. */
export const numbersAlike = (a: Dialect, b: Dialect): boolean =>
  sheetsOf(a) === sheetsOf(b) &&
  a.delimiter === b.delimiter &&
  a.newline === b.newline &&
  a.quote === b.quote &&
  (a.escape ?? 'doubled') === (b.escape ?? 'doubled') &&
  isWide(a) === isWide(b);
