import { describe, expect, it } from 'vitest';
import type { WindowRow } from '@/lib/intake/protocol';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';
import { editsOf, gridCell, gridColumns } from './grid-columns';

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
  columns: [column('SOLD_AT'), column('QUANTITY')],
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
};
const header = ['No', 'Qty', 'Date'];
const mapping = [
  { column: 'SOLD_AT', source: { kind: 'file', position: 2, by: 'exact' } },
  { column: 'QUANTITY', source: { kind: 'file', position: 1, by: 'exact' } },
] as const;
const row: WindowRow = {
  row: 7,
  cells: ['536365', '6', '12/1/2010 8:26'],
  tokens: ['"2010-12-01 08:26:00"', '6'],
  state: 'ready',
  findings: [{ code: 'text-padded', severity: 'warning', column: 'QUANTITY' }],
};

const seen = { rows: [row], ruled: [] };

describe('columns of the grid', () => {
  it('stand in the order of the file and leave out what is not sent unless asked for', () => {
    const names = (unsent: boolean) =>
      gridColumns(header, [...mapping], table, unsent, seen).map(({ heading }) => heading);
    expect(names(false)).toEqual(['Qty', 'Date']);
    expect(names(true)).toEqual(['No', 'Qty', 'Date']);
  });

  it('are as wide as their head and their cells need, what a rule makes of them included', () => {
    const widths = (ruled: string[], cell = '6') => {
      const rows = [{ cells: ['536365', cell, '12/1/2010 8:26'] }];
      return gridColumns(header, [...mapping], table, false, { rows, ruled }).map(({ width }) => width);
    };
    const [narrow = 0, date = 0] = widths([]);
    expect(widths([], 'a value of thirty-one letters ..')[0]).toBeGreaterThan(narrow);
    expect(widths(['SOLD_AT'])[1]).toBeGreaterThan(date);
    expect(widths([], 'x'.repeat(5_000))[0]).toBeLessThan(400);
  });
});

describe('a cell of the grid', () => {
  const cells = gridColumns(header, [...mapping], table, true, seen);
  const at = (position: number, edits?: ReadonlyMap<string, string>) => {
    const target = cells.find((cell) => cell.position === position);
    if (target === undefined) throw new Error(`no column at ${position}`);
    return gridCell(row, target, edits);
  };

  it('says what is sent only where it reads differently from the file', () => {
    expect(at(2).sent).toBe('2010-12-01 08:26:00');
    expect(at(1).sent).toBeNull();
    expect(at(0).sent).toBeNull();
  });

  it('carries the worst finding of its own column', () => {
    expect(at(1).severity).toBe('warning');
    expect(at(2).severity).toBeNull();
  });

  it('shows the text the user gave it last', () => {
    const edits = editsOf([
      { id: '1', kind: 'cell', row: 7, column: 'QUANTITY', text: '5' },
      { id: '2', kind: 'cell', row: 7, column: 'QUANTITY', text: '4' },
    ]);
    expect(at(1, edits.get(7))).toMatchObject({ text: '4', edited: true });
  });
});
