import { expect, it } from 'vitest';
import type { Repair } from '../repair/model';
import type { Rules } from './protocol';
import { differenceOf } from './rules-difference';

const rulesOf = (...repairs: Repair[]): Rules => ({
  table: { name: 'T', objectName: 'T', columns: [], primaryKey: [], uniqueKeys: [], foreignKeys: [] },
  mapping: [],
  repairs,
  duplicates: 'keep-all',
  operation: 'APPEND',
});
const named: Repair = { id: 'n', kind: 'cell', row: 3, column: 'NAME', text: 'x' };
const placed: Repair = { id: 'p', kind: 'cell', row: 3, column: 'name', position: 0, text: 'y' };

it.each([
  ['an edit of a cell by its place', [], [placed], [3]],
  [
    'two edits of one cell, by column and by place, the other way round',
    [named, placed],
    [placed, named],
    [3],
  ],
  [
    'an emptied cell that becomes quotes around nothing',
    [{ ...placed, text: '' }],
    [{ ...placed, text: '', quoted: true }],
    [3],
  ],
  ['nothing but ids', [named, placed], [{ ...named, id: 'm' }, placed], []],
] as const)('%s is looked at again in its row alone', (_what, before, after, rows) => {
  expect(differenceOf(rulesOf(...before), rulesOf(...after))).toEqual({
    kind: 'near',
    rows: new Set(rows),
    columns: [],
  });
});
