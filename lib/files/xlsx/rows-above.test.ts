import { describe, expect, it } from 'vitest';
import type { MadeSheet } from '../../../e2e/files/make-workbook';
import { read } from './hazards-suite';

const jan: MadeSheet = {
  name: 'Jan',
  rows: [
    ['sku', 'qty'],
    ['A1', 1],
  ],
};
const feb = (rows: MadeSheet['rows']): MadeSheet => ({ name: 'Feb', ...(rows && { rows }) });
const above = (count: number, row: number) => [
  { code: 'sheet-rows-above', params: { sheet: 'Feb', count, row } },
];
const within = (count: number, row: number) => [
  { code: 'sheet-headings-within', params: { sheet: 'Feb', count, row } },
];

describe('what stands above the headings of a further sheet', () => {
  it.each<[string, MadeSheet['rows'], string[][], readonly unknown[]]>([
    [
      'is data where it is as full as they are, and they are left out',
      [
        ['B1', 2],
        ['B2', 3],
        ['B3', 4],
        ['SKU', 'Qty'],
        ['B4', 5],
      ],
      [['B1', '2'], ['B2', '3'], ['B3', '4'], [], ['B4', '5']],
      within(3, 4),
    ],
    [
      'is data down to the last row of the sheet',
      [
        ['B1', 2],
        ['SKU', 'Qty'],
      ],
      [['B1', '2']],
      within(1, 2),
    ],
    [
      'is read from the first row on where one of the rows is data',
      [['B0'], [], ['B1', 2], ['SKU', 'Qty'], ['B4', 5]],
      [['B0', ''], [], ['B1', '2'], [], ['B4', '5']],
      within(2, 4),
    ],
    [
      'is a title where it is narrower, left out and told',
      [['Report'], [], ['of February'], ['SKU', 'Qty'], ['B4', 5]],
      [['B4', '5']],
      above(2, 1),
    ],
    [
      'is told by the row it begins in',
      [[], ['Report'], ['SKU', 'Qty'], ['B4', 5]],
      [['B4', '5']],
      above(1, 2),
    ],
    [
      'is nothing where the headings come first',
      [
        ['SKU', 'Qty'],
        ['B4', 5],
      ],
      [['B4', '5']],
      [],
    ],
    ['is nothing where blank rows come first', [[], ['SKU', 'Qty'], ['B4', 5]], [['B4', '5']], []],
  ])('%s', async (_case, rows, expected, notes) => {
    const back = await read({ sheets: [jan, feb(rows)] }, { sheets: ['Jan', 'Feb'], byName: false });
    expect(back).toMatchObject({ rows: [['sku', 'qty'], ['A1', '1'], ...expected], notes });
  });

  it('is data under the columns that the headings say when joined by them', async () => {
    const rows = [
      [2, 'B1', 'x'],
      ['Qty', 'SKU', 'Note'],
      [5, 'B4', 'y'],
    ];
    const back = await read({ sheets: [jan, feb(rows)] }, { sheets: ['Jan', 'Feb'], byName: true });
    expect(back).toMatchObject({
      rows: [['sku', 'qty', 'Note'], ['A1', '1', ''], ['B1', '2', 'x'], [], ['B4', '5', 'y']],
      sections: [{}, { sheet: 'Feb', textRow: 3, sheetRow: 1 }],
      notes: within(1, 2),
    });
  });

  it('is a title that is told when joined by headings', async () => {
    const rows = [['Report'], ['Qty', 'SKU', 'Note'], [5, 'B4', 'y'], [6, 'B5', 'z']];
    const back = await read({ sheets: [jan, feb(rows)] }, { sheets: ['Jan', 'Feb'], byName: true });
    expect(back).toMatchObject({
      rows: [
        ['sku', 'qty', 'Note'],
        ['A1', '1', ''],
        ['B4', '5', 'y'],
        ['B5', '6', 'z'],
      ],
      sections: [{}, { sheet: 'Feb', textRow: 3, sheetRow: 3 }],
      notes: above(1, 1),
    });
  });

  it('is told in sheets of a single column by the place of the headings', async () => {
    const one: MadeSheet = { name: 'Jan', rows: [['sku'], ['A1']] };
    const rows = [['B1'], ['SKU'], ['B2']];
    const back = await read({ sheets: [one, feb(rows)] }, { sheets: ['Jan', 'Feb'], byName: false });
    expect(back).toMatchObject({ rows: [['sku'], ['A1'], ['B1'], [], ['B2']], notes: within(1, 2) });
  });
});
