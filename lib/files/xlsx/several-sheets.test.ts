import { describe, expect, it } from 'vitest';
import type { MadeSheet } from '../../../e2e/files/make-workbook';
import { read, type ReadBack } from './hazards-suite';

const rowsOf = (back: ReadBack | string) => (typeof back === 'string' ? back : back.rows);

describe('several sheets', () => {
  const jan: MadeSheet = {
    name: 'January',
    rows: [
      ['Id', 'City'],
      ['1', 'Yangon'],
      ['2', 'Bago'],
    ],
  };
  const feb: MadeSheet = {
    name: 'February',
    rows: [
      ['id ', 'CITY'],
      ['3', 'Mandalay'],
    ],
  };
  const mar: MadeSheet = {
    name: 'March',
    rows: [
      ['City', 'Total', 'Id'],
      ['Pyay', '9', '4'],
    ],
  };

  it('the first visible one with values is read, the others are offered', async () => {
    const back = await read({
      sheets: [
        { name: 'Cover', rows: [] },
        { ...mar, state: 'hidden' },
        jan,
        { ...feb, state: 'veryHidden' },
      ],
    });
    expect(back).toMatchObject({ choice: { sheets: ['January'], byName: false } });
    expect(back).toMatchObject({
      sheets: [
        { name: 'Cover', hidden: false, rows: 0, header: [] },
        { name: 'March', hidden: true, rows: 2, header: ['City', 'Total', 'Id'] },
        { name: 'January', hidden: false, rows: 3 },
        { name: 'February', hidden: true, rows: 2 },
      ],
    });
  });

  it('a hidden one is read where no visible one has values', async () => {
    const back = await read({ sheets: [{ name: 'Cover' }, { ...jan, state: 'hidden' }] });
    expect(back).toMatchObject({ choice: { sheets: ['January'] } });
  });

  it.each([
    [
      'no values anywhere',
      { sheets: [{ name: 'A' }, { name: 'B', rows: [[null]] }] },
      undefined,
      'workbook-without-rows',
    ],
    ['a sheet that is not there', { sheets: [jan] }, { sheets: ['Summer'], byName: false }, 'sheet-gone'],
    [
      'columns that differ, not joined by name',
      { sheets: [jan, mar] },
      { sheets: ['January', 'March'], byName: false },
      'sheets-differ',
    ],
  ])('%s is refused', async (_hazard, made, choice, refusal) => {
    expect(await read(made, choice)).toBe(refusal);
  });

  it('of one table are joined, headings once, row numbers told by section', async () => {
    const back = await read({ sheets: [jan, feb] }, { sheets: ['January', 'February'], byName: false });
    expect(back).toMatchObject({
      rows: [
        ['Id', 'City'],
        ['1', 'Yangon'],
        ['2', 'Bago'],
        ['3', 'Mandalay'],
      ],
      sections: [
        { sheet: 'January', textRow: 1, sheetRow: 1 },
        { sheet: 'February', textRow: 4, sheetRow: 2 },
      ],
    });
  });

  it('without headings are joined by position, all rows of all of them, if they are as wide', async () => {
    const made = { sheets: [jan, feb, mar] };
    const back = await read(made, { sheets: ['January', 'February'], byName: true }, 0);
    expect(back).toMatchObject({
      headerRow: 0,
      rows: [
        ['Id', 'City'],
        ['1', 'Yangon'],
        ['2', 'Bago'],
        ['id ', 'CITY'],
        ['3', 'Mandalay'],
      ],
      sections: [
        { sheet: 'January', textRow: 1, sheetRow: 1 },
        { sheet: 'February', textRow: 4, sheetRow: 1 },
      ],
    });
    expect(await read(made, { sheets: ['January', 'March'], byName: false }, 0)).toBe('sheets-differ');
  });

  it('whose columns differ are joined by heading, and what one lacks is empty', async () => {
    const back = await read({ sheets: [jan, mar] }, { sheets: ['January', 'March'], byName: true });
    expect(rowsOf(back)).toEqual([
      ['Id', 'City', 'Total'],
      ['1', 'Yangon', ''],
      ['2', 'Bago', ''],
      ['4', 'Pyay', '9'],
    ]);
  });

  it('with the headings further down in one of them', async () => {
    const titled: MadeSheet = {
      name: 'Titled',
      rows: [['Report'], [], ['Id', 'City'], ['5', 'Lashio'], [], ['6', 'Hpa']],
    };
    const back = await read({ sheets: [jan, titled] }, { sheets: ['January', 'Titled'], byName: false });
    expect(back).toMatchObject({
      rows: [['Id', 'City'], ['1', 'Yangon'], ['2', 'Bago'], ['5', 'Lashio'], [], ['6', 'Hpa']],
      sections: [{}, { sheet: 'Titled', textRow: 4, sheetRow: 4 }],
    });
  });

  it('with one heading twice are joined occurrence by occurrence', async () => {
    const a: MadeSheet = {
      name: 'A',
      rows: [
        ['Price', 'Price'],
        ['1', '2'],
      ],
    };
    const b: MadeSheet = {
      name: 'B',
      rows: [
        ['Price', 'Name', 'Price'],
        ['3', 'x', '4'],
      ],
    };
    expect(rowsOf(await read({ sheets: [a, b] }, { sheets: ['A', 'B'], byName: true }))).toEqual([
      ['Price', 'Price', 'Name'],
      ['1', '2', ''],
      ['3', '4', 'x'],
    ]);
  });

  it('a value beyond the headings of one is not lost when joined by heading', async () => {
    const a: MadeSheet = {
      name: 'A',
      rows: [
        ['Id', 'X'],
        ['1', 'x'],
      ],
    };
    const filler = Array.from({ length: 120 }, (_, at) => [String(at)]);
    const b: MadeSheet = { name: 'B', rows: [['Id'], ...filler, ['9', 'stray']] };
    const rows = rowsOf(await read({ sheets: [a, b] }, { sheets: ['A', 'B'], byName: true }));
    expect(rows.at(-1)).toContain('stray');
    expect(rows.at(-1)?.length).toBeGreaterThan(2);
  });

  it('the header row that was chosen counts for the first', async () => {
    const made = { sheets: [{ name: 'A', rows: [['Title'], ['Id', 'City'], ['1', 'x']] }, jan] };
    const back = await read(made, { sheets: ['A', 'January'], byName: false }, 2);
    expect(rowsOf(back)).toEqual([
      ['Title', ''],
      ['Id', 'City'],
      ['1', 'x'],
      ['1', 'Yangon'],
      ['2', 'Bago'],
    ]);
  });
});
