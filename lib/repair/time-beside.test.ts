import { describe, expect, it } from 'vitest';
import { compileRules } from './apply-rule';
import type { ColumnRule } from './model';
import { clockColumns, clockOf } from './time-beside';

const beside: ColumnRule = { rule: 'time-beside', positions: [1], heading: 'Time' };
const monthFirst: ColumnRule = { rule: 'date-order', order: 'month-first' };

describe('a cell that is a time of day', () => {
  it.each([
    ['10:29', '10:29'],
    [' 10:29:07 ', '10:29:07'],
    ['1:08:00 PM', '13:08:00'],
    ['12:05 AM', '00:05'],
    ['9:05', '09:05'],
    ['10:29+02:00', '10:29+02:00'],
    ['25:00', undefined],
    ['10:61', undefined],
    ['1029', undefined],
    ['10', undefined],
    ['2024-01-31 10:29', undefined],
    ['noon', undefined],
    ['', undefined],
  ])('%j is read as %j', (cell, clock) => {
    expect(clockOf(cell)).toBe(clock);
  });
});

describe('the time of day of another column', () => {
  const cases: [what: string, rules: ColumnRule[], day: string, time: string, want: string][] = [
    ['goes behind a day', [beside], '2024-01-31', '10:29:07', '2024-01-31 10:29:07'],
    ['is a full minute where it has no seconds', [beside], '2024-01-31', '10:29', '2024-01-31 10:29:00'],
    ['keeps its zone', [beside], '2024-01-31', '10:29+02:00', '2024-01-31 10:29:00+02:00'],
    ['leaves a day alone where there is none', [beside], '2024-01-31', '', '2024-01-31'],
    ['goes along as it stands where it is none', [beside], '2024-01-31', ' late ', '2024-01-31 late'],
    [
      'goes along as it stands where there is no such time',
      [beside],
      '2024-01-31',
      '25:70',
      '2024-01-31 25:70',
    ],
    ['never replaces a time', [beside], '2024-01-31 08:00:00', '10:29', '2024-01-31 08:00:00'],
    ['never makes a date', [beside], '', '10:29', ''],
    ['waits for the day to be read', [beside, monthFirst], '8/15/2014', '1:08 PM', '2014-08-15 13:08:00'],
    [
      'comes before its zone is written',
      [{ rule: 'add-zone', zone: '+01:00' }, beside],
      '2024-01-31',
      '10:29',
      '2024-01-31 10:29:00 +01:00',
    ],
    [
      'is the last one chosen',
      [beside, { rule: 'time-beside', positions: [2], heading: 'Paid at' }],
      '2024-01-31',
      '10:29',
      '2024-01-31 11:30:00',
    ],
  ];
  it.each(cases)('%s', (_what, rules, day, time, want) => {
    expect(compileRules(rules)?.(day, [day, time, '11:30'])).toBe(want);
  });
});

describe('columns of times of day', () => {
  it('are those whose filled cells are times, but for a slip', () => {
    const header = ['Date', 'Time', 'Note', 'Nothing', 'Minutes'];
    const times = Array.from({ length: 8 }, (_, hour) => ['2024-01-31', `${hour + 1}:08 PM`]);
    const rows = [
      ['2024-01-31', '10:29', '10:29', '', '1029'],
      ['2024-02-01', ' ', 'x'],
      ['2024-02-02', 'noon'],
      ...times,
    ];
    expect(
      clockColumns(
        header,
        rows.map((cells) => ({ cells })),
      ),
    ).toEqual([{ position: 1, heading: 'Time' }]);
  });
});
