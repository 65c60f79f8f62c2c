import type { Dialect } from '@/lib/files/model';
import type { Repair } from '@/lib/repair/model';
import type { Load } from '@/lib/workspace/model';
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

/**
 * The same without answers that exchange days and months of plain dates: that is what became of one file, and of another
 * one it is asked anew.
 */
export const carryToOtherFile = (...[repairs, before, now]: Parameters<typeof carryRules>): Repair[] =>
  carryRules(
    repairs.filter(
      (repair) =>
        repair.kind !== 'column' || repair.rule.rule !== 'date-order' || repair.rule.turned !== true,
    ),
    before,
    now,
  );

/** Of the former file is how many cells the rule changed there; of this one it would be a false figure. */
function untold({ touched: _former, ...rule }: ColumnRepair): ColumnRepair {
  return rule;
}

type Cut = Pick<NonNullable<Load['source']>, 'dialect' | 'header'>;

/** No heading, and no text of a file, is this one. */
const NOT_THE_SAME = '\0';

/** Where lines are cut, whatever is known of the values beside the cuts. */
const cutsOf = ({ places }: Dialect) => JSON.stringify(places?.map(({ from, to }) => [from, to]));

/**
 * The headings that columns of the reading before may be known by now. `Column 3` of a file without headings is another
 * column where it is cut otherwise.
 */
export function headingsBefore(before: Cut | null, now: { readonly dialect: Dialect }): readonly string[] {
  if (before === null) return [];
  const [was, is] = [before.dialect, now.dialect];
  const isNamed = was.headerRow > 0 || is.headerRow > 0;
  const isSame = was.delimiter === is.delimiter && cutsOf(was) === cutsOf(is);
  return isNamed || isSame ? before.header : before.header.map(() => NOT_THE_SAME);
}

const isWide = ({ encoding }: Dialect) => encoding.startsWith('utf-16');

const sheetsOf = ({ workbook }: Dialect) => JSON.stringify(workbook?.sheets);

/** Whether two readings of one file take the same sheets of it. */
export const sheetsAlike = (a: Dialect, b: Dialect): boolean => sheetsOf(a) === sheetsOf(b);

/** Whether two readings of one file surely number its rows alike: what ends a row, what hides the end of one, which sheets. */
export const numbersAlike = (a: Dialect, b: Dialect): boolean =>
  sheetsAlike(a, b) &&
  a.delimiter === b.delimiter &&
  cutsOf(a) === cutsOf(b) &&
  a.newline === b.newline &&
  a.quote === b.quote &&
  (a.escape ?? 'doubled') === (b.escape ?? 'doubled') &&
  isWide(a) === isWide(b);
