import { expect, it } from 'vitest';
import { column, groupsOf } from './one-column';

it.each([
  ['date', ['0000-00-00', '2024-01-15'], ['0000-00-00']],
  ['date', ['00.00.0000', '15.01.2024'], ['00.00.0000']],
  ['date', ['00/00/0000', '31/02/2024', '15/01/2024'], ['00/00/0000']],
  ['date', ['00000000', '20240115'], ['00000000']],
  ['timestamp', ['0000-00-00 00:00:00', '2024-01-15 10:00:00'], ['0000-00-00 00:00:00']],
  ['timestamp', ['00000000000000', '20240115100000'], ['00000000000000']],
] as const)('in a %s of %j zeros alone are offered to be empty', (type, cells, words) => {
  const groups = groupsOf(column(type), cells);
  const group = groups.find(({ code }) => code === 'date-not-in-calendar' || code === 'date-malformed');
  expect(group?.offer).toEqual({ rule: 'empty-words', words });
  const after = groupsOf(column(type), cells, [{ rule: 'empty-words', words: [...words] }]);
  expect(after.flatMap(({ examples }) => examples.map(({ value }) => value))).not.toContain(cells[0]);
});

it('days that do not exist are no words for nothing, nor are zeros that may not be empty', () => {
  expect(groupsOf(column('date'), ['2024-02-31'])[0]?.offer).toBeUndefined();
  expect(groupsOf(column('date'), ['0000-01-00'])[0]?.offer).toBeUndefined();
  expect(groupsOf(column('date', { nullable: false }), ['0000-00-00'])[0]?.offer).toBeUndefined();
});
