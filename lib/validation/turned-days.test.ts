import { describe, expect, it } from 'vitest';
import type { ColumnRule } from '../repair/model';
import { column, groupsOf } from './one-column';

const TEXTS = ['13/02/2024', '25/02/2024', '31/12/2024'];
const PLAIN = ['2024-01-02', '2024-04-03', '2024-12-11'];
const dayFirst = { rule: 'date-order', order: 'day-first' } as const;
const turned: ColumnRule = { ...dayFirst, turned: true };
const asked = (
  cells: readonly string[],
  rules: readonly ColumnRule[] = [],
  type: 'date' | 'timestamp' = 'date',
) => groupsOf(column(type), cells, rules).find(({ code }) => code === 'date-turned');

describe('plain dates that may have day and month exchanged', () => {
  it('are a question to the column, beside the texts that were left', () => {
    const groups = groupsOf(column('date'), [...PLAIN, ...TEXTS]);
    expect(groups.find(({ code }) => code === 'date-turned')).toMatchObject({
      severity: 'error',
      count: 3,
      examples: [{ row: 2 }, { row: 3 }, { row: 4 }],
      choices: [turned, dayFirst],
      proofs: [{ readings: ['day-first'], row: 5, cells: 3 }],
    });
    expect(groups.find(({ code }) => code === 'date-order-unknown')).toMatchObject({
      choices: [turned, dayFirst],
    });
  });

  it('are asked about beside texts that are month first, of two digits or with times, too', () => {
    const monthFirst = TEXTS.map((text) => text.replace(/^(\d+)\/(\d+)/, '$2/$1'));
    expect(asked([...PLAIN, ...monthFirst])?.choices).toEqual([
      { rule: 'date-order', order: 'month-first', turned: true },
      { rule: 'date-order', order: 'month-first' },
    ]);
    const times = [...PLAIN, ...TEXTS].map((text) => `${text} 10:30:00`);
    expect(asked(times, [], 'timestamp')).toMatchObject({ count: 3 });
  });

  it.each([
    ['one plain date beyond the 12th', [...PLAIN, ...TEXTS, '2024-05-13']],
    ['one text that could be either', [...PLAIN, ...TEXTS, '03/04/2024']],
    ['few plain dates', [...PLAIN.slice(1), ...TEXTS]],
    ['few texts', [...PLAIN, ...TEXTS.slice(1)]],
    ['texts of both orders', [...PLAIN, ...TEXTS, '02/13/2024']],
    ['days that are the number of their month', ['2024-01-01', '2024-02-02', '2024-03-03', ...TEXTS]],
    ['texts alone', TEXTS],
  ])('are none beside %s', (_what, cells) => {
    expect(asked(cells)).toBeUndefined();
  });

  it('are settled by either answer', () => {
    expect(groupsOf(column('date'), [...PLAIN, ...TEXTS], [turned])).toEqual([]);
    expect(groupsOf(column('date'), [...PLAIN, ...TEXTS], [dayFirst])).toEqual([]);
    const late = groupsOf(column('date'), [...PLAIN, '13/02/24', '2024-05-13'], [{ ...turned, pivot: 29 }]);
    expect(late.map(({ code, examples }) => [code, examples[0]?.value])).toEqual([
      ['date-not-in-calendar', '2024-05-13'],
    ]);
  });
});
