import { describe, expect, it } from 'vitest';
import type { ColumnRule } from '../repair/model';
import { column, groupsOf } from './one-column';

const order = (name: 'year-first' | 'year-day'): ColumnRule => ({ rule: 'date-order', order: name });
const codesOf = (cells: readonly string[], rules: readonly ColumnRule[] = []) =>
  groupsOf(column('date'), cells, rules).map(({ code, count }) => [code, count]);
const many = (count: number, text: string) => Array.from({ length: count }, () => text);

describe('dates whose day stands between year and month', () => {
  it('are a question to the column, with the row that shows it', () => {
    const [asked] = groupsOf(column('date'), ['2024-05-03', '2024-13-05', '2024-06-06']).filter(
      ({ code }) => code === 'date-year-day-month',
    );
    expect(asked).toMatchObject({
      severity: 'error',
      count: 1,
      examples: [{ row: 2, value: '2024-05-03' }],
      choices: [order('year-first'), order('year-day')],
      proofs: [{ readings: ['year-day'], row: 3, value: '2024-13-05', cells: 1 }],
    });
  });

  it.each(['2024-05-03T10:00', '2024-05-03', '2024-05-03 10:00:00'])('are one of times, too: %s', (text) => {
    const groups = groupsOf(column('timestamp'), [text, '2024-13-05 10:00:00']);
    expect(groups.map(({ code }) => code)).toContain('date-year-day-month');
  });

  it('offer both orders beside the cells that only one can read', () => {
    const [wrong] = groupsOf(column('date'), ['2024-05-03', '2024-13-05']).filter(
      ({ code }) => code === 'date-not-in-calendar',
    );
    expect(wrong?.choices).toEqual([order('year-first'), order('year-day')]);
  });

  it('are asked about with other signs as well, and not offered as year-month-day', () => {
    const groups = groupsOf(column('date'), ['2024/05/03', '2024/13/05']);
    const choices = [order('year-first'), order('year-day')];
    expect(groups.map((group) => [group.code, group.choices])).toEqual([
      ['date-not-in-calendar', choices],
      ['date-order-unknown', choices],
    ]);
  });

  it('contradict a column of both orders with a row of each', () => {
    const cells = [...many(4, '2024-13-05'), ...many(9, '2024-05-28'), '2024-05-03'];
    const asked = groupsOf(column('date'), cells).find(({ code }) => code === 'date-year-day-month');
    expect(asked?.proofs).toMatchObject([
      { readings: ['year-first'], row: 6, cells: 9 },
      { readings: ['year-day'], row: 2, cells: 4 },
    ]);
  });

  it.each([
    ['one slip among proved days', ['2024-13-05', '2024-05-28', '2024-05-03'], [['date-not-in-calendar', 1]]],
    [
      'a few slips among thousands',
      [...many(3, '2024-13-05'), ...many(2000, '2024-05-28'), '2024-05-03'],
      [['date-not-in-calendar', 3]],
    ],
    ['no slip', ['2024-05-03', '2024-05-05'], []],
    ['a month that no order reads', ['2024-05-03', '2024-13-15'], [['date-not-in-calendar', 1]]],
    ['the first of each month', ['2024-01-01', '2024-02-01', '2024-12-01'], []],
  ])('are not seen in %s', (_what, cells, found) => {
    expect(codesOf(cells)).toEqual(found);
  });

  it.each([
    ['year-day', []],
    ['year-first', [['date-not-in-calendar', 1]]],
  ] as const)('are settled by the answer %s', (name, found) => {
    expect(codesOf(['2024-05-03', '2024-13-05'], [order(name)])).toEqual(found);
  });

  it('leave under the answer no day that only the other order reads', () => {
    expect(codesOf(['2024-05-28', '2024-13-05', '2024-05-05'], [order('year-day')])).toEqual([
      ['date-not-in-calendar', 1],
    ]);
  });
});
