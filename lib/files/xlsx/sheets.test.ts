import { describe, expect, it } from 'vitest';
import type { MadeSheet } from '../../../e2e/files/make-workbook';
import type { ZipPart } from '../../../e2e/files/make-zip';
import { sheet, type ReadBack } from './hazards-suite';

const rowsOf = (back: ReadBack | string) => (typeof back === 'string' ? back : back.rows);
const notesOf = (back: ReadBack | string) => (typeof back === 'string' ? back : back.notes);
const n = (value: number | string, ref = '') => `<c${ref === '' ? '' : ` r="${ref}"`}><v>${value}</v></c>`;

describe('the layout of a sheet', () => {
  it.each([
    [
      'rows that are absent keep the numbers of the others',
      `<row r="2">${n(1, 'A2')}</row><row r="5">${n(2, 'A5')}</row>`,
      [[], ['1'], [], [], ['2']],
    ],
    [
      'cells that are absent are empty ones',
      `<row r="1">${n(1, 'B1')}${n(2, 'D1')}</row>`,
      [['', '1', '', '2']],
    ],
    [
      'rows and cells without a reference follow one another',
      `<row>${n(1)}${n(2)}</row><row>${n(3)}${n(4)}</row>`,
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a cell without a reference follows the one before',
      `<row r="1">${n(1, 'C1')}${n(2)}</row>`,
      [['', '', '1', '2']],
    ],
    [
      'a self-closed row is a blank one',
      `<row r="1">${n(1, 'A1')}</row><row r="2"/><row r="3">${n(3, 'A3')}</row>`,
      [['1'], [], ['3']],
    ],
    [
      'a row of formatted empty cells is a blank one',
      `<row r="1">${n(1, 'A1')}</row><row r="2"><c r="A2" s="0"/></row><row r="3">${n(3, 'A3')}</row>`,
      [['1'], [], ['3']],
    ],
    [
      'a short row is filled up',
      `<row r="1">${n(1, 'A1')}${n(2, 'B1')}</row><row r="2">${n(3, 'A2')}</row>`,
      [
        ['1', '2'],
        ['3', ''],
      ],
    ],
    ['cells out of order are put in order', `<row r="1">${n(2, 'B1')}${n(1, 'A1')}</row>`, [['1', '2']]],
    [
      'blank rows at the end do not count',
      `<row r="1">${n(1, 'A1')}</row><row r="900"><c r="A900"/></row>`,
      [['1']],
    ],
    ['a cell twice is damage', `<row r="1">${n(1, 'A1')}${n(2, 'A1')}</row>`, 'file-damaged'],
    ['a row twice is damage', `<row r="1">${n(1, 'A1')}</row><row r="1">${n(2, 'A1')}</row>`, 'file-damaged'],
    ['a cell of another row is damage', `<row r="1">${n(1, 'A2')}</row>`, 'file-damaged'],
    [
      'a row beyond the last of Excel is damage',
      `<row r="1048577">${n(1, 'A1048577')}</row>`,
      'file-damaged',
    ],
    ['a column beyond the last of Excel is damage', `<row r="1">${n(1, 'XFE1')}</row>`, 'file-damaged'],
    [
      'the last column of Excel',
      `<row r="1">${n(1, 'XFD1')}</row>`,
      [[...Array.from({ length: 16_383 }, () => ''), '1']],
    ],
    ['lower case references', `<row r="1">${n(1, 'a1')}${n(2, 'c1')}</row>`, [['1', '', '2']]],
    [
      'elements of extensions are passed over',
      `<row r="1" xmlns:x14ac="u" x14ac:dyDescent="0.25">${n(1, 'A1')}<extLst><ext><v>9</v></ext></extLst></row>`,
      [['1']],
    ],
    ['single quotes around attributes', `<row r='1'><c r='A1' t='b'><v>1</v></c></row>`, [['TRUE']]],
    ['space inside tags', `<row  r = "1" >\n<c r="A1"\n><v>1</v ></c >\n</row>`, [['1']]],
    ['a tag that is never closed is damage', '<row r="1"><c r="A1"><v>1</v></c>', 'file-damaged'],
  ])('%s', async (_hazard, data, expected) => {
    expect(rowsOf(await sheet({ data }))).toEqual(expected);
  });

  it('one stray value far to the right is no weight on every row', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `<row r="${at + 2}">${n(at, `B${at + 2}`)}</row>`);
    const back = await sheet({ data: `<row r="1">${n(1, 'A1')}${n(2, 'XFD1')}</row>${many.join('')}` });
    if (typeof back === 'string') throw new Error(back);
    expect(back.rows.map((cells) => cells.findLast((cell) => cell !== ''))).toEqual([
      '2',
      ...many.map((_, at) => String(at)),
    ]);
    expect(back.rows[0]).toHaveLength(16_384);
    expect(back.text.length / back.rows.length).toBeLessThan(150);
  });

  it('rows out of order are sorted, and that is said', async () => {
    const back = await sheet({ data: `<row r="3">${n(3, 'A3')}</row><row r="1">${n(1, 'A1')}</row>` });
    expect(rowsOf(back)).toEqual([['1'], [], ['3']]);
    expect(notesOf(back)).toContainEqual({ code: 'sheet-rows-unordered', params: { sheet: 'S' } });
  });

  it('rows out of order far down begin the text anew', async () => {
    const many = Array.from({ length: 40_000 }, (_, at) => `<row r="${at + 3}">${n(at, `A${at + 3}`)}</row>`);
    const [head, late] = [`<row r="1">${n('7', 'A1')}</row>`, `<row r="2">${n('8', 'A2')}</row>`];
    const rows = rowsOf(await sheet({ data: `${head}${many.join('')}${late}` }));
    expect(rows).toHaveLength(40_002);
    expect([rows[0], rows[1], rows[2], rows[40_001]]).toEqual([['7'], ['8'], ['0'], ['39999']]);
  });

  it('a column without a heading is as wide as its values', async () => {
    expect(rowsOf(await sheet({ rows: [['a'], ['1', 'x'], ['2']] }))).toEqual([
      ['a', ''],
      ['1', 'x'],
      ['2', ''],
    ]);
  });
});

describe('what a sheet holds besides rows is said', () => {
  const one: Pick<MadeSheet, 'rows'> = {
    rows: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ],
  };
  it.each([
    [
      'merged cells',
      { ...one, after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>' },
      { code: 'sheet-cells-merged', params: { sheet: 'S', count: 2, range: 'A1:B1' } },
    ],
    [
      'hidden rows',
      {
        data: `<row r="1">${n(1, 'A1')}</row><row r="2" hidden="1">${n(2, 'A2')}</row><row r="3" hidden="true">${n(3, 'A3')}</row>`,
      },
      { code: 'sheet-rows-hidden', params: { sheet: 'S', count: 2, row: '2' } },
    ],
    [
      'hidden columns, as far as there are values',
      {
        ...one,
        before: '<cols><col min="2" max="2" hidden="1"/><col min="3" max="16384" hidden="1"/></cols>',
      },
      { code: 'sheet-columns-hidden', params: { sheet: 'S', columns: 'B, C' } },
    ],
    [
      'a declared range that is too small',
      { ...one, before: '<dimension ref="A1"/>' },
      { code: 'sheet-dimension-differs', params: { sheet: 'S', declared: 'A1', found: 'C3' } },
    ],
    [
      'a declared range that is too large',
      { ...one, before: '<dimension ref="A1:C5000"/>' },
      { code: 'sheet-dimension-differs', params: { sheet: 'S', declared: 'A1:C5000', found: 'C3' } },
    ],
    [
      'formulas without values',
      { data: '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>1</f></c></row>' },
      { code: 'sheet-formulas-uncalculated', params: { sheet: 'S', count: 2, cell: 'A1' } },
    ],
  ])('%s', async (_hazard, part, note) => {
    expect(notesOf(await sheet(part))).toEqual([note]);
  });

  const calculated = (attributes: string) => (parts: ZipPart[]) =>
    parts.map((part): ZipPart => {
      if (part.name !== 'xl/workbook.xml') return part;
      return { ...part, data: String(part.data).replace('</sheets>', `</sheets><calcPr ${attributes}/>`) };
    });

  it.each([
    ['all 0, and nobody says that they were calculated', '', ['0', '0.0'], 1],
    ['not all 0', '', ['0', '5'], 0],
    ['all 0, as Excel calculated them', 'calcId="191029"', ['0', '0'], 0],
    ['not calculated to the end', 'calcId="191029" calcCompleted="0"', ['0', '5'], 1],
  ])('formulas whose values may be none: %s', async (_what, attributes, [a = '', b = ''], notes) => {
    const formula = (ref: string, value: string) => `<c r="${ref}"><f>1*1</f><v>${value}</v></c>`;
    const data = `<row r="1">${formula('A1', a)}</row><row r="2">${formula('A2', b)}</row>`;
    const back = await sheet(
      { data },
      { parts: attributes === '' ? (parts) => parts : calculated(attributes) },
    );
    expect(notesOf(back)).toHaveLength(notes);
  });

  it('formulas that Excel is asked to calculate anew', async () => {
    const data = `<row r="1">${n(1, 'A1')}<c r="B1"><f>A1*2</f><v>0</v></c><c r="C1"><f>A1</f></c></row>`;
    const asked = calculated('calcId="124519" fullCalcOnLoad="1"');
    expect(notesOf(await sheet({ data }, { parts: asked }))).toEqual([
      { code: 'sheet-formulas-uncalculated', params: { sheet: 'S', count: 1, cell: 'C1' } },
      { code: 'sheet-formulas-outdated', params: { sheet: 'S', count: 1, cell: 'B1' } },
    ]);
    expect(notesOf(await sheet(one, { parts: asked }))).toEqual([]);
  });

  it('nothing is said where nothing is odd', async () => {
    expect(notesOf(await sheet({ ...one, before: '<dimension ref="A1:C3"/>' }))).toEqual([]);
  });

  it('hidden rows and merged cells do not change what is read', async () => {
    const back = await sheet({ ...one, after: '<mergeCells><mergeCell ref="A1:C3"/></mergeCells>' });
    expect(rowsOf(back)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });
});
