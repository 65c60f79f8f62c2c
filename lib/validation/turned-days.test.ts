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

const early = (count: number) =>
  Array.from({ length: count }, (_, at) => `2024-0${(at % 6) + 3}-${at % 2 === 0 ? '01' : '02'}`);
const times = (count: number, text: string) => Array.from({ length: count }, () => text);

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
    ['one plain day again and again', [...times(9, '2024-01-02'), ...TEXTS]],
    ['one text again and again', [...PLAIN, ...times(9, '13/02/2024')]],
    ['times of one day', [...PLAIN, ...['10:00', '11:00', '12:00'].map((time) => `13/02/2024 ${time}`)]],
    ['a word for never', [...PLAIN, ...TEXTS.slice(1), ...times(9, '31/12/9999')]],
    [
      'texts of the same real days, as in a file of two programs',
      [
        ...['2024-03-01', '2024-03-04', '2024-03-14', '2024-03-20', '2024-04-02', '2024-04-25'],
        ...['01/03/2024', '04/03/2024', '14/03/2024', '20/03/2024', '02/04/2024', '25/04/2024'],
      ],
    ],
    ['many plain dates beyond the 12th', [...early(30), ...TEXTS, '2024-05-13', '2024-05-14']],
  ])('are none beside %s', (_what, cells) => {
    expect(asked(cells)).toBeUndefined();
  });

  it.each([
    ['one slip among many', [...early(30), '2024-05-13'], 30],
    ['a day that a program fills in', [...early(30), ...times(20, '2099-12-31')], 30],
    ['a word for never', [...early(30), ...times(20, '9999-12-31')], 30],
    ['a word for never as text', [...early(30), '31/12/9999', '12/31/9999'], 30],
  ])('are asked about all the same beside %s', (_what, plain, count) => {
    expect(asked([...plain, ...TEXTS])).toMatchObject({ count });
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
