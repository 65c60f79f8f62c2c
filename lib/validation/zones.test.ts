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
