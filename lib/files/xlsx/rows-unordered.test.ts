import { describe, expect, it } from 'vitest';
import { read } from './hazards-suite';

const jan = {
  name: 'Jan',
  rows: [
    ['sku', 'qty'],
    ['A1', 1],
  ],
};

describe('rows written out of order', () => {
  const row = (number: number, ...cells: string[]) =>
    `<row r="${number}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
  const data = [row(2, 'A1', '1'), row(3, 'A2', '2'), row(1, 'sku', 'qty')].join('');
  const unordered = (sheet: string) => ({ code: 'sheet-rows-unordered', params: { sheet } });

  it('are sorted before the headings are looked for', async () => {
    expect(await read({ sheets: [{ name: 'Jan', data }] })).toMatchObject({
      headerRow: 1,
      sheets: [{ header: ['sku', 'qty'], headerRow: 1, rows: 3, counted: true }],
      rows: [
        ['sku', 'qty'],
        ['A1', '1'],
        ['A2', '2'],
      ],
      notes: [unordered('Jan')],
    });
  });

  it('are all sent from a further sheet', async () => {
    const made = { sheets: [jan, { name: 'Feb', data }] };
    expect(await read(made, { sheets: ['Jan', 'Feb'], byName: false })).toMatchObject({
      rows: [
        ['sku', 'qty'],
        ['A1', '1'],
        ['A1', '1'],
        ['A2', '2'],
      ],
    });
  });

  it('are sorted however far down the headings stand', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => row(3001 - at, `A${at}`, '1')).join('');
    const back = await read({ sheets: [{ name: 'Jan', data: `${many}${row(1, 'sku', 'qty')}` }] });
    expect(back).toMatchObject({ headerRow: 1, sheets: [{ header: ['sku', 'qty'], headerRow: 1 }] });
  });
});
