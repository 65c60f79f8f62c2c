import { expect, it } from 'vitest';
import type { Mapping } from '../mapping/model';
import type { TableSpec } from '../peak/model';
import type { Repair } from '../repair/model';
import { compileTable } from './compile-table';
import { judge } from './judge';
import { Ledger } from './ledger';
import { column } from './one-column';
import { summarise } from './summarise';

const table: TableSpec = {
  name: 'T',
  objectName: 'T',
  columns: [
    column('string', { name: 'ID', nullable: false }),
    column('string', { name: 'NAME', nullable: false }),
    column('string', { name: 'CITY' }),
    column('string', { name: 'NOTE', required: false }),
  ],
  primaryKey: ['ID'],
  uniqueKeys: [],
  foreignKeys: [],
};

function groups(mapping: Mapping, repairs: Repair[] = []) {
  const compiled = compileTable(table, mapping, repairs, ['a']);
  const ledger = new Ledger(4);
  compiled.check({ row: 2, cells: ['x'], broken: false, undecodable: undefined });
  ledger.note(0, 2, compiled);
  return summarise(ledger, compiled, judge(ledger, 'keep-last'), 'keep-last', new Map(), 2).groups;
}
const file = { kind: 'file', position: 0, by: 'user' } as const;

it('says which columns the file lacks: what Peak would refuse as errors, the others once', () => {
  const mapping: Mapping = [
    { column: 'ID', source: file },
    { column: 'NAME', source: { kind: 'omit' } },
    { column: 'CITY', source: { kind: 'null' } },
    { column: 'NOTE', source: { kind: 'omit' } },
  ];
  expect(groups(mapping)).toEqual([
    { code: 'column-missing', severity: 'error', column: 'NAME', count: 1, examples: [] },
    {
      code: 'columns-not-in-file',
      severity: 'info',
      column: null,
      count: 2,
      examples: [],
      absent: { asNull: ['CITY'], leftOut: ['NOTE'] },
    },
  ]);
});

it('misses no column that a rule fills', () => {
  const mapping: Mapping = table.columns.map(({ name }) => ({
    column: name,
    source: name === 'NAME' ? file : { kind: 'omit' },
  }));
  const found = groups(mapping, [
    { id: '1', kind: 'column', column: 'CITY', rule: { rule: 'constant', value: 'Leeds' } },
  ]);
  expect(found.map(({ code, column: name, absent }) => [code, name, absent?.leftOut])).toEqual([
    ['column-missing', 'ID', undefined],
    ['columns-not-in-file', null, ['NOTE']],
  ]);
});
