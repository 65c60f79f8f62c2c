import { expect, it } from 'vitest';
import type { ColumnSpec, TableSpec } from '../peak/model';
import { compileTable } from './compile-table';
import type { Repair } from '../repair/model';

const column = (name: string): ColumnSpec => ({
  name,
  type: 'string',
  rawType: 'string',
  required: false,
  nullable: true,
  unchecked: [],
});
const table: TableSpec = {
  name: 'T',
  objectName: 'T',
  columns: ['NAME', 'BOTH'].map(column),
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
};
const join: Repair = {
  id: 'j',
  kind: 'column',
  column: 'BOTH',
  rule: { rule: 'join', positions: [0, 1], separator: ' ' },
};
const named = (text: string): Repair => ({ id: text, kind: 'cell', row: 2, column: 'NAME', text });
const placed = (text: string, position = 0): Repair => ({
  ...named(text),
  kind: 'cell',
  row: 2,
  column: 'name',
  position,
  text,
});

it.each([
  ['by its place changes the column that takes it and the rules that read it', [placed('x')], ['x', 'x +1']],
  ['that no column takes changes the rules that read it', [placed('+2', 1)], ['Ann', 'Ann +2']],
  ['by its place after one by its column counts', [named('x'), placed('y')], ['y', 'y +1']],
  ['by its column after one by its place counts', [placed('y'), named('x')], ['x', 'x +1']],
  ['by its place once more counts', [placed('y'), named('x'), placed('z')], ['z', 'z +1']],
])('an edit of a cell %s', (_what, edits, expected) => {
  const mapping = [
    { column: 'NAME', source: { kind: 'file', position: 0, by: 'user' } } as const,
    { column: 'BOTH', source: { kind: 'omit' } } as const,
  ];
  const compiled = compileTable(table, mapping, [join, ...edits], ['name', 'phone']);
  const input = { row: 2, cells: ['Ann', '+1'], broken: false, undecodable: undefined };
  compiled.check(input);
  expect(compiled.values).toEqual(expected);
  expect([0, 1].map((at) => compiled.textOf(at, input))).toEqual(expected);
  expect(compiled.checkColumn(1, input)).toBe(expected[1]);
});
