import { describe, expect, it } from 'vitest';
import type { Mapping } from '@/lib/mapping/model';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';
import { remember } from '@/lib/mapping/saved';
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

describe('the mapping of the same file read again', () => {
  const prices: TableSpec = { ...table, columns: ['ID', 'PRICE', 'MEMO'].map(column), primaryKey: ['ID'] };
  const header = ['id', 'price', 'net', 'memo'];
  const file = (position: number, by: 'exact' | 'user' | 'saved') =>
    ({ kind: 'file', position, by }) as const;
  const known = (mapping: Mapping) => ({
    saved: remember([], { table: prices.name, header, mapping, schemaFingerprint: 'f', at: 1 }),
    schemaFingerprint: 'f',
  });
  const carried = (
    sources: readonly Mapping[number]['source'][],
    now: readonly string[],
    saved?: Parameters<typeof carryMapping>[3],
  ) =>
    carryMapping(
      prices,
      { header, mapping: prices.columns.map(({ name }, at) => ({ column: name, source: sources[at]! })) },
      { header: now, rows: [] },
      saved,
    ).map(({ source }) => (source.kind === 'file' ? `${source.position} ${source.by}` : source.kind));
  const omit = { kind: 'omit' } as const;
  const moved = ['memo', 'net', 'price', 'id'];

  it.each([
    [
      'keeps what was matched as for such a file before',
      [file(0, 'exact'), file(2, 'saved'), omit],
      header,
      ['0 exact', '2 saved', 'omit'],
    ],
    [
      'keeps it at its new place',
      [file(0, 'exact'), file(2, 'saved'), omit],
      moved,
      ['3 exact', '1 saved', 'omit'],
    ],
    [
      'keeps a column left out by hand',
      [file(0, 'exact'), file(2, 'user'), { kind: 'null', by: 'user' }],
      header,
      ['0 exact', '2 user', 'null'],
    ],
    [
      'keeps a column left out as for such a file before',
      [file(0, 'exact'), file(2, 'saved'), { kind: 'omit', by: 'saved' }],
      moved,
      ['3 exact', '1 saved', 'omit'],
    ],
  ] as const)('%s', (_what, sources, now, expected) => {
    expect(carried(sources, now)).toEqual(expected);
  });

  it('knows such files again beside a match by hand, which alone outweighs what is known', () => {
    const before: Mapping = [
      { column: 'ID', source: file(0, 'user') },
      { column: 'PRICE', source: file(2, 'user') },
      { column: 'MEMO', source: omit },
    ];
    const exact = [file(0, 'user'), file(1, 'exact'), file(3, 'exact')];
    expect(carried(exact, header, known(before))).toEqual(['0 user', '2 saved', 'omit']);
    const other = [file(0, 'exact'), file(3, 'user'), omit];
    expect(carried(other, header, known(before))).toEqual(['0 saved', '3 user', 'omit']);
  });
});
