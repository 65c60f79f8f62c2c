import { describe, expect, it } from 'vitest';
import type { ColumnSpec, DataType, TableSpec } from '../peak/model';
import type { Mapping } from './model';
import { mappingProblems } from './problems';
import { suggestMapping } from './suggest';

const column = (name: string, type: DataType, over: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type,
  rawType: type,
  required: true,
  nullable: true,
  unchecked: [],
  ...over,
});
const table: TableSpec = {
  name: 'QP_SALE_OOTB',
  objectName: 'SALE',
  columns: [
    column('SALE_ID', 'string', { nullable: false }),
    column('PRODUCT_ID', 'string', { nullable: false }),
    column('CUSTOMER_ID', 'string'),
    column('SOLD_AT', 'timestamp'),
    column('QUANTITY', 'integer'),
    column('SELLING_PRICE', 'float'),
    column('NOTE', 'string', { required: false }),
  ],
  primaryKey: ['SALE_ID', 'PRODUCT_ID'],
  uniqueKeys: [],
  foreignKeys: [],
};
const sources = (mapping: Mapping) =>
  Object.fromEntries(
    mapping.map(({ column, source }) => [
      column,
      source.kind === 'file' ? `${source.position} ${source.by}` : source.kind,
    ]),
  );

describe('suggesting a mapping', () => {
  it('knows the header of the online retail file', () => {
    const header = [
      'InvoiceNo',
      'StockCode',
      'Description',
      'Quantity',
      'InvoiceDate',
      'UnitPrice',
      'CustomerID',
      'Country',
    ];
    expect(sources(suggestMapping(table, header, []))).toEqual({
      SALE_ID: '0 alias',
      PRODUCT_ID: '1 alias',
      CUSTOMER_ID: '6 exact',
      SOLD_AT: '4 alias',
      QUANTITY: '3 exact',
      SELLING_PRICE: '5 alias',
      NOTE: 'omit',
    });
  });

  it.each([
    ['SALE_ID', '0 exact'],
    ['sale id', '0 exact'],
    ['Sale-ID.', '0 exact'],
    ['sale_id_', '0 exact'],
    ['[Sale ID]', '0 exact'],
    ['sale_id~', '0 guess'],
    ['#sale id', '0 guess'],
    ['SALE_ID (%)', '0 guess'],
    ['-Sale ID', '0 guess'],
    ['Order No', '0 alias'],
    ['Order No %', '0 guess'],
    ['salesid2', '0 guess'],
    ['colour', 'omit'],
  ])('takes %j for SALE_ID as %s', (name, source) => {
    expect(sources(suggestMapping(table, [name], [['A1']]))['SALE_ID']).toBe(source);
  });

  it('does not guess against the values', () => {
    const mapping = suggestMapping(table, ['quantity_x'], [['blue'], ['red']]);
    expect(sources(mapping)['QUANTITY']).toBe('null');
  });

  it.each([
    ['two file columns known by its other names', ['Invoice No', 'Order ID'], 'SALE_ID', '0 guess'],
    ['a known other name whose values do not fit', ['qty'], 'QUANTITY', 'null'],
    ['one name that fits', ['Cust. No'], 'CUSTOMER_ID', '0 alias'],
    ['words in short', ['prod_ident'], 'PRODUCT_ID', '0 guess'],
    ['two names equally alike', ['quantity_a', 'quantity_b'], 'QUANTITY', 'null'],
  ])('is as sure as it can be of %s', (_what, header, column, source) => {
    expect(sources(suggestMapping(table, header, [header.map(() => 'A1')]))[column]).toBe(source);
  });

  it('uses a file column once, and marks a repeated name as a guess', () => {
    const mapping = sources(suggestMapping(table, ['quantity', 'Quantity', 'qty'], [['1', '2', '3']]));
    expect(mapping['QUANTITY']).toBe('0 guess');
    expect(Object.values(mapping).filter((source) => /^\d/.test(source))).toHaveLength(1);
  });

  it('sends null for a nullable column that the file lacks, and leaves optional ones out', () => {
    const mapping = sources(suggestMapping(table, ['SALE_ID', 'PRODUCT_ID'], []));
    expect(mapping).toMatchObject({ CUSTOMER_ID: 'null', NOTE: 'omit' });
  });
});

describe('problems of a mapping', () => {
  const header = ['a', 'b'];
  const with_ = (changes: Record<string, Mapping[number]['source']>): Mapping =>
    table.columns.map(({ name }, at) => ({
      column: name,
      source: changes[name] ?? (at < 2 ? { kind: 'file', position: at, by: 'user' } : { kind: 'null' }),
    }));

  it('has none when keys are mapped and the rest may be null', () => {
    expect(mappingProblems(table, with_({}), header)).toEqual([]);
  });

  it.each([
    [{ SALE_ID: { kind: 'null' } }, { code: 'key-missing', column: 'SALE_ID' }],
    [{ SOLD_AT: { kind: 'omit' } }, { code: 'required-missing', column: 'SOLD_AT' }],
    [
      { PRODUCT_ID: { kind: 'file', position: 0, by: 'user' } },
      { code: 'position-twice', column: 'PRODUCT_ID', other: 'SALE_ID' },
    ],
    [{ SALE_ID: { kind: 'file', position: 7, by: 'user' } }, { code: 'position-gone', column: 'SALE_ID' }],
  ] as const)('%j', (changes, problem) => {
    expect(mappingProblems(table, with_(changes), header)).toEqual([problem]);
  });

  it('counts no more than the columns that lack something where nothing matches at all', () => {
    const mapping = suggestMapping(table, ['colour'], []);
    expect(mappingProblems(table, mapping, ['colour']).map((problem) => problem.code)).toEqual([
      'key-missing',
      'key-missing',
    ]);
  });

  it('says that nothing matches where no column must', () => {
    const free = { ...table, primaryKey: [] };
    const mapping: Mapping = table.columns.map(({ name }) => ({ column: name, source: { kind: 'null' } }));
    const columns = table.columns.map((one) => ({ ...one, nullable: true }));
    expect(mappingProblems({ ...free, columns }, mapping, header)).toEqual([
      { code: 'nothing-mapped', column: '' },
    ]);
  });
});
