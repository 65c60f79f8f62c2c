import { describe, expect, it } from 'vitest';
import type { MadeCell, MadeSheet } from '../../../e2e/files/make-workbook';
import { sheet } from './hazards-suite';

const read = (cell: MadeCell, formats: readonly string[], more: Partial<MadeSheet> = {}) =>
  sheet({ rows: [['d'], [cell], [{ n: '7', style: 0 }]], ...more }, { formats });
const masked = { code: 'sheet-numbers-masked', params: { cell: 'A2', count: 1 } };

describe('cells that Excel shows otherwise are said', () => {
  it.each<[string, MadeCell, string, string]>([
    ['a zero in words', { n: '0', style: 1 }, '0;-0;"sold out"', '0'],
    [
      'a text with more around it',
      { xml: '<c r="A2" s="1" t="inlineStr"><is><t>12x</t></is></c>' },
      '"SKU-"@',
      '12x',
    ],
    [
      'a text of which nothing is seen',
      { xml: '<c r="A2" s="1" t="str"><v>secret</v></c>' },
      ';;;',
      'secret',
    ],
    ['a word by a condition', { n: '1', style: 1 }, '[=1]"Yes";[=0]"No"', '1'],
  ])('%s', async (_what, cell, format, text) => {
    expect(await read(cell, [format])).toMatchObject({ rows: [['d'], [text], ['7']], notes: [masked] });
  });

  it('a zero of a sheet that shows none', async () => {
    const before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    expect(await read({ n: '0.0', style: 0 }, [], { before })).toMatchObject({ notes: [masked] });
    expect(await read({ n: '1', style: 0 }, [], { before })).toMatchObject({ notes: [] });
  });

  it('not a five beside a zero in words', async () => {
    expect(await read({ n: '5', style: 1 }, ['0;-0;"sold out"'])).toMatchObject({ notes: [] });
  });
});

describe('amounts under formats of several currencies', () => {
  const priced = (styles: readonly number[]) =>
    sheet(
      {
        rows: [
          ['d', 'e'],
          ...styles.map((style) => [
            { n: '10', style },
            { n: '10', style: 1 },
          ]),
        ],
      },
      { formats: ['[$€-2] 0.00', '[$$-409]0.00', '0.00'] },
    );

  it('are said once a column, where the second begins', async () => {
    expect(await priced([1, 3, 2, 1])).toMatchObject({
      notes: [{ code: 'sheet-currencies-mixed', params: { column: 'A', cell: 'A4', one: '€', other: '$' } }],
    });
  });

  it('are not said where each column has its own', async () => {
    expect(await priced([2, 2, 3])).toMatchObject({ notes: [] });
  });
});

it('a number that Java wrote reads as its digits', async () => {
  expect(await read({ n: '4.006381333931E12', style: 0 }, [])).toMatchObject({
    rows: [['d'], ['4006381333931'], ['7']],
  });
});
