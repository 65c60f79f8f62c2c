import { describe, expect, it } from 'vitest';
import type { ColumnRule } from '../repair/model';
import { column, groupsOf } from './one-column';

const era: ColumnRule = { rule: 'buddhist-years' };
const dayFirst: ColumnRule = { rule: 'date-order', order: 'day-first' };
const choicesOf = (
  cells: readonly string[],
  rules: readonly ColumnRule[] = [],
  type: 'date' | 'timestamp' = 'date',
) => groupsOf(column(type), cells, rules).map(({ code, choices }) => [code, choices]);

describe('years of the Buddhist era', () => {
  it.each<[string, string[], ColumnRule[]]>([
    ['of plain dates', ['2567-01-31', '', '2443-12-31', '2643-01-01'], []],
    ['once the order is told', ['31/01/2567', '02.03.2566'], [dayFirst]],
  ])('are offered where every year of the column is one: %s', (_what, cells, rules) => {
    expect(choicesOf(cells, rules)).toEqual([['date-far', [era]]]);
  });

  it('are offered for times, too, and for the leap day that only our calendar has', () => {
    expect(choicesOf(['2567-01-31 10:00:00', '2567-01-31'], [], 'timestamp')).toEqual([
      ['date-far', [era]],
      ['date-far-filled', [era]],
    ]);
    expect(choicesOf(['2567-02-29', '2567-01-31'])).toEqual([
      ['date-not-in-calendar', [era]],
      ['date-far', [era]],
    ]);
  });

  it.each([
    ['an ordinary year', ['2567-01-31', '2024-01-31']],
    ['a word for never', ['2567-01-31', '9999-12-31']],
    ['a year too early', ['2442-01-31']],
    ['a year too late', ['2644-01-31']],
  ])('are not offered beside %s', (_what, cells) => {
    expect(choicesOf(cells)).toEqual([['date-far', undefined]]);
  });

  it('leave nothing to say once they are read, whichever rule was chosen first', () => {
    expect(choicesOf(['2567-02-29', '2567-01-31'], [era])).toEqual([]);
    expect(choicesOf(['29/02/2567', '31/01/2567'], [dayFirst, era])).toEqual([]);
    expect(choicesOf(['29/02/2567', '31/01/2567'], [era, dayFirst])).toEqual([]);
  });
});
