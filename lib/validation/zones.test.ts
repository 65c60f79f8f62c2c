import { expect, it } from 'vitest';
import { column, groupsOf } from './one-column';

it.each([
  [['31/01/2024 10:00:00+05:30']],
  [['5 March 2024 10:00 -0500']],
  [['20240131T100000+0100']],
  [['2024-01-31 03:04 PM +01:00']],
  [['31/01/24 10:00+05:30']],
])('a zone of its own in %j keeps the others from being left off', (cells) => {
  const groups = groupsOf(column('timestamp'), ['2024-01-31T10:00:00Z', ...cells]);
  const group = groups.find(({ code }) => code === 'date-zone-dropped');
  expect(group).toBeDefined();
  expect(group?.choices).toBeUndefined();
});

it('the same zone in another spelling of the date does not', () => {
  const groups = groupsOf(column('timestamp'), ['2024-01-31T10:00:00Z', '31/01/2024 10:00:00Z']);
  expect(groups.find(({ code }) => code === 'date-zone-dropped')?.choices).toHaveLength(1);
});

it.each([
  [['2024-01-31 10:00:00 UTC']],
  [['2024-01-31T10:00:00Z', '2024-01-31 10:00:00 UTC']],
  [['2024-01-31 10:00:00.5 GMT', '2024-01-31 10:00:00 +0000']],
  [['2024-01-31 10:00:00+01', '2024-01-31 10:00:00+01:00']],
])('%j are of one zone, which may be left off', (cells) => {
  const group = groupsOf(column('timestamp'), cells).find(({ code }) => code === 'date-zone-dropped');
  expect(group?.choices).toEqual([{ rule: 'date-drop', part: 'zone' }]);
});

it.each([
  ['31/01/2024 10:00 UTC', [{ rule: 'date-order', order: 'day-first' }]],
  ['Wed, 31 Jan 2024 10:00:00 GMT', [{ rule: 'date-names' }]],
  ['20240131 100000 UTC', [{ rule: 'date-order', order: 'year-first' }]],
] as const)('%s is read, with its zone', (cell, rules) => {
  const codes = groupsOf(column('timestamp'), [cell], rules).map(({ code }) => code);
  expect(codes).toEqual(['date-zone-dropped']);
});

it('UTC is written as the schema writes zones', () => {
  const spec = column('timestamp', { format: 'YYYY-MM-DD HH:MI:SS±hh:mm' });
  expect(groupsOf(spec, ['2024-01-31 10:00:00 UTC'])).toEqual([]);
  expect(groupsOf(spec, ['2024-01-31 10:00:00 EST'])).not.toEqual([]);
});
