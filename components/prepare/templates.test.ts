import { describe, expect, it } from 'vitest';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';
import { changesSince, outlineOf } from './outline';
import { fieldGuide, headerTemplate, typeText } from './templates';

const column = (name: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type: 'string',
  rawType: 'string',
  required: true,
  nullable: false,
  unchecked: [],
  ...more,
});
const table = (name: string, columns: ColumnSpec[], more: Partial<TableSpec> = {}): TableSpec => ({
  name,
  objectName: name,
  columns,
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
  ...more,
});

describe('a header template', () => {
  it('holds the column names as the schema spells them and nothing else', () => {
    const file = headerTemplate(table('QP_SALE_OOTB', [column('SALE_ID'), column('Quantity')]));
    expect(file).toEqual({ name: 'QP_SALE_OOTB.csv', text: '\uFEFFSALE_ID,Quantity\r\n' });
  });
});

describe('the field guide', () => {
  it('says type, format, rules, key and reference of each column', () => {
    const sale = table(
      'SALE',
      [
        column('SOLD_AT', { type: 'timestamp', format: 'YYYY-MM-DD HH:MI:SS', nullable: true }),
        column('PRODUCT_ID'),
      ],
      {
        primaryKey: ['PRODUCT_ID'],
        foreignKeys: [{ columns: ['PRODUCT_ID'], table: 'PRODUCT', references: ['ID'] }],
      },
    );
    expect(fieldGuide('QP', [sale]).text.split('\r\n').slice(1)).toEqual([
      'SALE,SOLD_AT,timestamp,YYYY-MM-DD HH:MI:SS,yes,yes,no,,,',
      'SALE,PRODUCT_ID,string,,yes,no,yes,PRODUCT.ID,,',
      '',
    ]);
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['a, b', '"a, b"'],
  ])('keeps the description %s from acting as a formula or a separator', (description, written) => {
    expect(fieldGuide('QP', [table('T', [column('A', { description })])]).text).toContain(`,${written}\r\n`);
  });
});

describe('a type as people write it', () => {
  it.each([
    [{ type: 'numeric' as const, precision: 38, scale: 10 }, 'numeric(38,10)'],
    [{ maxLength: 255 }, 'string(255)'],
    [{}, 'string'],
  ])('%o is %s', (more, text) => {
    expect(typeText(column('A', more))).toBe(text);
  });
});

describe('what changed since the model was reviewed', () => {
  const before = outlineOf([table('A', [column('X'), column('Y')]), table('B', [column('X')])]);
  it('is nothing when nothing did', () => {
    expect(changesSince(before, before)).toEqual([]);
  });
  it('names tables and columns that came, went or changed', () => {
    const after = outlineOf([
      table('A', [column('X', { nullable: true }), column('Z')]),
      table('C', [column('X')]),
    ]);
    expect(changesSince(before, after)).toEqual([
      {
        kind: 'column-changed',
        table: 'A',
        column: 'X',
        before: 'string, required, not null',
        after: 'string, required, null allowed',
      },
      { kind: 'column-added', table: 'A', column: 'Z' },
      { kind: 'column-gone', table: 'A', column: 'Y' },
      { kind: 'table-added', table: 'C' },
      { kind: 'table-gone', table: 'B' },
    ]);
  });
});
