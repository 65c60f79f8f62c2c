import { describe, expect, it } from 'vitest';
import type { TableSpec } from '../peak/model';
import type { Repair } from '../repair/model';
import { compileTable } from './compile-table';
import { column } from './one-column';

const table: TableSpec = {
  name: 'T',
  objectName: 'T',
  columns: ['NAME', 'BOTH'].map((name) => column('string', { name })),
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

describe('an empty cell where quotes around nothing are the empty text', () => {
  const byQuotes: Repair = {
    id: 'q',
    kind: 'column',
    column: 'NAME',
    rule: { rule: 'empty-as', as: 'quoted-text' },
  };
  const quoted: Repair = {
    id: 'e',
    kind: 'cell',
    row: 2,
    column: 'name',
    position: 0,
    text: '',
    quoted: true,
  };

  it.each([
    ['bare', undefined, [], null],
    ['quoted', [0], [], ''],
    ['emptied by hand, whatever the file has there', [0], [placed('')], null],
    ['said to be an empty text', undefined, [quoted], ''],
    ['said to be one and then emptied by its column', undefined, [quoted, named('')], null],
    ['emptied by its column and then said to be one', undefined, [named(''), quoted], ''],
  ] as [string, number[] | undefined, Repair[], string | null][])(
    'is sent as such when %s',
    (_what, quotedTexts, edits, expected) => {
      const mapping = [{ column: 'NAME', source: { kind: 'file', position: 0, by: 'user' } } as const];
      const compiled = compileTable(table, mapping, [byQuotes, ...edits], ['name']);
      const input = { row: 2, cells: [''], broken: false, undecodable: undefined, quotedTexts };
      compiled.check(input);
      expect(compiled.values[0]).toBe(expected);
      expect(compiled.checkColumn(0, input)).toBe(expected);
    },
  );
});
