import { describe, expect, it } from 'vitest';
import type { FileHead } from '@/lib/files/model';
import type { TableSpec } from '@/lib/peak/model';
import { sourceOf } from './choices';
import { timesBeside } from './times-beside';

const table: TableSpec = {
  name: 'QP_SALE_OOTB',
  objectName: 'SALE',
  columns: [
    {
      name: 'SOLD_AT',
      type: 'timestamp',
      rawType: 'timestamp',
      required: true,
      nullable: true,
      unchecked: [],
    },
    { name: 'DAY', type: 'date', rawType: 'date', required: true, nullable: true, unchecked: [] },
  ],
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
};
const headOf = (...rows: readonly (readonly string[])[]): FileHead => ({
  dialect: {
    encoding: 'utf-8',
    bom: false,
    delimiter: ',',
    newline: '\n',
    quote: '"',
    headerRow: 1,
    decidedBy: { encoding: 'valid-utf-8', delimiter: 'consistent' },
  },
  header: ['Date', 'Time'],
  rawLines: [],
  rows: rows.map((cells, at) => ({ row: at + 2, cells: [...cells] })),
  notes: [],
  sizeBytes: 1,
});
const feeds = (column: string) => [{ column, source: sourceOf('file:0') }];

describe('a file column of times of day', () => {
  it.each([
    [
      'is told beside days',
      'SOLD_AT',
      [
        ['31.01.2024', '10:29'],
        ['01.02.2024', ''],
      ],
      [[1, 'SOLD_AT']],
    ],
    ['is told beside ISO days', 'SOLD_AT', [['2024-01-31', '10:29:00']], [[1, 'SOLD_AT']]],
    ['is no news beside days with a time', 'SOLD_AT', [['2024-01-31 08:00', '10:29']], []],
    ['is no news beside other text', 'SOLD_AT', [['soon', '10:29']], []],
    ['is no news where a date wants no time', 'DAY', [['31.01.2024', '10:29']], []],
    ['is none where it holds anything else', 'SOLD_AT', [['31.01.2024', '1029']], []],
  ] as const)('%s', (_what, column, rows, told) => {
    expect([...timesBeside(table, feeds(column), headOf(...rows))]).toEqual(told);
  });
});
