import { describe, expect, it } from 'vitest';
import type { Mapping } from '@/lib/mapping/model';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';
import { carryMapping } from './carry-mapping';

const column = (name: string): ColumnSpec => ({
  name,
  type: 'string',
  rawType: 'string',
  required: false,
  nullable: true,
  unchecked: [],
});
const table: TableSpec = {
  name: 'QP_SALE_OOTB',
  objectName: 'SALE',
  columns: [column('SALE_ID'), column('CITY')],
  primaryKey: ['SALE_ID'],
  uniqueKeys: [],
  foreignKeys: [],
};
const before = {
  header: ['No', 'Place'],
  mapping: [
    { column: 'SALE_ID', source: { kind: 'file', position: 0, by: 'user' } },
    { column: 'CITY', source: { kind: 'omit' } },
  ] satisfies Mapping,
};
const positions = (header: readonly string[]) =>
  carryMapping(table, before, { header, rows: [] }).map(({ source }) =>
    source.kind === 'file' ? `${source.position} ${source.by}` : source.kind,
  );

describe('the mapping after the file was replaced', () => {
  it.each([
    ['follows a heading the user chose to its new place', ['City', 'No'], ['1 user', '0 exact']],
    ['suggests anew where that heading is gone', ['Sale ID', 'Town'], ['0 exact', 'omit']],
    ['does not choose between two columns of that heading', ['No', 'no', 'Sale_Id'], ['2 exact', 'omit']],
  ])('%s', (_what, header, expected) => {
    expect(positions(header)).toEqual(expected);
  });

  it('gives a file column to one table column only, the one the user chose it for', () => {
    const chosen = {
      header: ['City'],
      mapping: [
        { column: 'SALE_ID', source: { kind: 'file', position: 0, by: 'user' } },
        { column: 'CITY', source: { kind: 'omit' } },
      ] satisfies Mapping,
    };
    expect(
      carryMapping(table, chosen, { header: ['x', 'City'], rows: [] }).map(({ source }) => source),
    ).toEqual([{ kind: 'file', position: 1, by: 'user' }, { kind: 'omit' }]);
  });
});
