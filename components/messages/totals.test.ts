import { expect, it } from 'vitest';
import { totalsThatGo } from './totals';

const rows = [
  { row: 1204, cells: ['Grand Total', '', '9'] },
  { row: 5, cells: ['Total: Search', '2', ''] },
  { cells: ['', 'Colgate Total', '', '3'] },
];

it.each([
  ['skip-all', rows, /^Still sent: “Colgate Total” near the end\. [^.]*product/],
  ['skip', rows, /^Still sent: row 5 and “Colgate Total” near the end\. .*product.*set it again/s],
  ['skip', rows.slice(0, 2), /^Still sent: row 5\. (?!.*product).*set it again/s],
  [undefined, rows, /^Sent all the same: “Colgate Total” near the end\./],
] as const)('which rows that look like totals still go is said, by %s', (totals, listed, words) => {
  expect(totalsThatGo({ totals }, listed)).toMatch(words);
});

it.each(['skip-all', undefined] as const)('nothing is said where every one is left out, by %s', (totals) => {
  expect(totalsThatGo({ totals }, rows.slice(0, 2))).toBeUndefined();
});
