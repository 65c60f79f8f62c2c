import { describe, expect, it } from 'vitest';
import { sheet } from './hazards-suite';

/** Three rows of a value in each of columns A to C, with these attributes. */
const data = (...attributes: readonly string[]) =>
  attributes
    .map((more, at) => {
      const cells = ['A', 'B', 'C'].map((letter) => `<c r="${letter}${at + 1}"><v>1</v></c>`);
      return `<row r="${at + 1}" ${more}>${cells.join('')}</row>`;
    })
    .join('');
const rows = (count: number, row: string) => [
  { code: 'sheet-rows-hidden', params: { sheet: 'S', count, row } },
];
const format = (attributes: string) => `<sheetFormatPr ${attributes}/>`;

describe('rows that have no height', () => {
  it.each([
    ['are hidden', '', data('', 'ht="0" customHeight="1"', 'customHeight="1" ht="0.0"'), rows(2, '2')],
    ['are hidden although they say that they are not', '', data('', 'ht="0" hidden="0"', ''), rows(1, '2')],
    ['are none that have some', '', data('ht="15"', 'ht="0.75"', 'ht=""'), []],
    [
      'by default are hidden but for those that say otherwise',
      format('defaultRowHeight="15" zeroHeight="1"'),
      data('', 'ht="20"', 'hidden="0"'),
      rows(1, '1'),
    ],
    ['by default are all', format('zeroHeight="true"'), data('', '', 'hidden="1"'), rows(3, '1')],
    ['by default are none where that is off', format('zeroHeight="0"'), data('', '', ''), []],
  ])('%s', async (_case, before, made, notes) => {
    expect(await sheet({ before, data: made })).toMatchObject({ notes });
  });
});

describe('columns that have no width', () => {
  it.each([
    ['are hidden', '<col min="2" max="3" width="0" customWidth="1"/>', 'B to C'],
    [
      'are none that have some',
      '<col min="2" max="2" width="0.5"/><col min="3" max="3" width=""/>',
      undefined,
    ],
    ['are none that do not say', '<col min="1" max="3" style="1"/>', undefined],
  ])('%s', async (_case, cols, columns) => {
    const notes =
      columns === undefined ? [] : [{ code: 'sheet-columns-hidden', params: { sheet: 'S', columns } }];
    expect(await sheet({ before: `<cols>${cols}</cols>`, data: data('', '', '') })).toMatchObject({ notes });
  });
});
