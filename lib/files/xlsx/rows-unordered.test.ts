import { describe, expect, it } from 'vitest';
import { read } from './hazards-suite';
import { HeldRows } from './held-rows';
import { SheetRow } from './sheet-row';

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

  describe('far behind the rows that were looked at first', () => {
    /** More than 4 MB of XML, so that headings and sheets are settled long before its end. */
    const many = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => row(from + at, `A${from + at}`, '1')).join('');
    const head = row(1, 'sku', 'qty');
    const sheets = (late: string) => ({ sheets: [{ name: 'Jan', data: late }] });

    it.each([
      ['below those', 25_001],
      ['between those', 21],
    ])('are sorted where they stand %s', async (_case, late) => {
      const data = head + many(2, late - 1) + many(late + 1, 45_000) + row(late, 'late', '7');
      const back = await read(sheets(data));
      if (typeof back === 'string') throw new Error(back);
      expect(back.notes).toEqual([unordered('Jan')]);
      expect(back.rows).toHaveLength(45_000);
      expect(back.rows.slice(late - 2, late + 1)).toEqual([
        [`A${late - 1}`, '1'],
        ['late', '7'],
        [`A${late + 1}`, '1'],
      ]);
    });

    it.each([
      ['headings behind all rows', many(2, 45_000) + head],
      ['rows of data above the headings', row(3, 'sku', 'qty') + many(4, 45_000) + row(2, 'A2', '1')],
    ])('refuse the sheet where the headings might be others: %s', async (_case, data) => {
      expect(await read(sheets(data))).toBe('sheet-rows-astray');
    });

    it('are sorted beside headings that were chosen', async () => {
      const data =
        head + many(2, 4000) + row(4002, 'sku', 'qty') + many(4003, 45_000) + row(4001, 'A4001', '1');
      const choice = { sheets: ['Jan'], byName: false };
      const back = await read(sheets(data), choice, 4002);
      expect(back).toMatchObject({ headerRow: 4002, notes: [unordered('Jan')] });
    });

    it('refuse a further sheet whose headings come last', async () => {
      const made = { sheets: [jan, { name: 'Feb', data: many(2, 45_000) + head }] };
      const choice = { sheets: ['Jan', 'Feb'], byName: true };
      expect(await read(made, choice)).toBe('sheet-rows-astray');
    });

    it('refuse a sheet too large to be sorted', () => {
      const text = new SheetRow();
      text.begin(2, false);
      const from = text.enter(1);
      text.bytes.text('x'.repeat(8 * 2 ** 20));
      text.leave(1, from);
      const held = new HeldRows();
      const holdAll = () => Array.from({ length: 8 }, () => held.hold(text));
      expect(holdAll).toThrow(expect.objectContaining({ code: 'sheet-rows-astray' }));
    });

    it('are damage where a row is there twice', async () => {
      expect(await read(sheets(head + many(2, 45_000) + row(5, 'B5', '1')))).toBe('file-damaged');
    });
  });
});
