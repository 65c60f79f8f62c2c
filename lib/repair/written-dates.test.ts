import { describe, expect, it } from 'vitest';
import { compileRule } from './apply-rule';
import type { ColumnRule } from './model';
import { ordersOf, takeApart } from './read-date';

const names = compileRule({ rule: 'date-names', pivot: 29 });
const dayFirst = compileRule({ rule: 'date-order', order: 'day-first', pivot: 29 });
const monthFirst = compileRule({ rule: 'date-order', order: 'month-first', pivot: 29 });

describe('a word before a comma', () => {
  it.each([
    ['Tue, 5 March 2024', '2024-03-05'],
    ['mardi, 5 mars 2024', '2024-03-05'],
    ['TERÇA-FEIRA, 5 de março de 2024', '2024-03-05'],
    ['Lør., 9 mars 2024', '2024-03-09'],
    ['środa, 6 marca 2024', '2024-03-06'],
    ['Tue, 05-Mar-24', '2024-03-05'],
  ])('is left out where it is the weekday of the date: %s', (before, after) =>
    expect(names(before)).toBe(after),
  );

  it.each(['circa, 5 March 2024', 'before, 6 March 2024', 'Monday, 5 March 2024', 'Mon, 05-Mar-24'])(
    'leaves a text alone that it may turn into another one: %s',
    (text) => expect(names(text)).toBe(text),
  );

  it.each(['bis, 31.12.2024', 'not, 31.12.2024', 'Mo, 31.12.2024'])('and so with numbers: %s', (text) =>
    expect(dayFirst(text)).toBe(text),
  );

  it.each([
    ['Di, 31.12.2024', 1],
    ['Mon, 03/04/2024', 2],
    ['Wed, 03/04/2024', 1],
    ['Sun, 03/04/2024', 0],
    ['Mon, 03/04/24', 2],
  ])('proves the order of %s', (text, orders) => {
    const written = takeApart(text);
    expect(written === undefined ? -1 : ordersOf(written)).toBe(orders);
  });

  it('is not taken for another century by a pivot', () => {
    // 5 March 1924 was a Wednesday.
    expect(monthFirst('Wed, 03/05/24')).toBe('Wed, 03/05/24');
  });
});

describe('what may be a year is no time of day, and what may be a fraction no second', () => {
  it.each([
    ['31.12.2024 2025', dayFirst],
    ['31.12.2024 1999', dayFirst],
    ['31.12.2024 10:30.50', dayFirst],
    ['mar 05 03 2024', names],
  ] as const)('%s', (text, read) => expect(read(text)).toBe(text));

  it.each([
    ['31.12.2024 1030', '2024-12-31 10:30'],
    ['31.12.2024 10.30.50', '2024-12-31 10:30:50'],
    ['31.12.2024 10h30', '2024-12-31 10:30'],
    ['31.12.2024 10:30:50.25', '2024-12-31 10:30:50.25'],
    ['31122024T2015', '2024-12-31 20:15'],
  ])('%s', (before, after) => expect(dayFirst(before)).toBe(after));
});

// Each of these took a pattern minutes to hours.
describe('a cell of blanks', () => {
  const blanks = ' '.repeat(50_000);
  const rules: ColumnRule[] = [
    { rule: 'date-names' },
    { rule: 'date-order', order: 'day-first' },
    { rule: 'date-drop', part: 'zone' },
    { rule: 'date-drop', part: 'time' },
    { rule: 'add-zone', zone: '+00:00' },
    { rule: 'negative-forms' },
    { rule: 'percent-to-fraction' },
    { rule: 'strip-unit', units: ['kg'] },
    { rule: 'decimal-comma' },
  ];
  const texts = [`5${blanks}March${blanks}x`, `March${blanks}5${blanks}x`, `1${blanks}x`, `(1${blanks}-`];
  it.each(rules)('%j gives it back', (rule) => {
    for (const text of texts) expect(compileRule(rule)(text)).toBe(text);
  });
});
