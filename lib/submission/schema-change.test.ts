import { expect, it } from 'vitest';
import type { ColumnSpec, TableSpec } from '../peak/model';
import type { SchemaChange } from './schema-change';
import { schemaChanges } from './schema-change';

const column = (name: string, change: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type: 'string',
  rawType: 'string',
  required: true,
  nullable: false,
  unchecked: [],
  ...change,
});
const table = (columns: ColumnSpec[], primaryKey = ['ID']): TableSpec => ({
  name: 'QP_SALE_OOTB',
  objectName: 'SALE',
  columns,
  primaryKey,
  uniqueKeys: [],
  foreignKeys: [],
});
const before = table([column('ID'), column('V', { allowed: ['a', 'b'] })]);

it.each<[string, TableSpec, SchemaChange[]]>([
  ['nothing', table([column('ID'), column('V', { allowed: ['a', 'b'], description: 'new words' })]), []],
  ['a column that came', table([...before.columns, column('W')]), [{ kind: 'added', column: 'W' }]],
  ['a column that went', table([column('ID')]), [{ kind: 'removed', column: 'V' }]],
  [
    'a type',
    table([column('ID', { type: 'integer' }), ...before.columns.slice(1)]),
    [{ kind: 'changed', column: 'ID', what: 'type', from: 'string', to: 'integer' }],
  ],
  [
    'a validation',
    table([column('ID'), column('V', { allowed: ['a'], maxLength: 3 })]),
    [
      { kind: 'changed', column: 'V', what: 'maxLength', from: '', to: '3' },
      { kind: 'changed', column: 'V', what: 'allowed', from: 'a, b', to: 'a' },
    ],
  ],
  ['the key', table([...before.columns], ['ID', 'V']), [{ kind: 'key', from: ['ID'], to: ['ID', 'V'] }]],
])('tells %s', (_what, after, changes) => {
  expect(schemaChanges(before, after)).toEqual(changes);
});
