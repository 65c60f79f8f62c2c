import { describe, expect, it } from 'vitest';
import type { MadeWorkbook } from '../../../e2e/files/make-workbook';
import type { ZipPart } from '../../../e2e/files/make-zip';
import { sheet } from './hazards-suite';

const run = (look: string, text: string) =>
  `<r>${look === '' ? '' : `<rPr><b/>${look}<sz val="8"/></rPr>`}<t xml:space="preserve">${text}</t></r>`;
const raised = '<vertAlign val="superscript"/>';
const struck = '<strike/>';

const told = (code: string, count = 1, cell = 'B2') => ({ code, params: { sheet: 'S', count, cell } });
const RAISED = told('sheet-texts-raised');
const STRUCK = told('sheet-texts-struck');

const RUNS: readonly [string, string, string, readonly unknown[]][] = [
  ['a footnote above the line', run('', '250') + run(raised, '1'), '#MARKED! 250⟨1⟩', [RAISED]],
  ['a part below the line', run('', 'H') + run('<vertAlign val="subscript"/>', '2'), 'H2', [RAISED]],
  ['a part that is struck through', run(struck, '19') + run('', '15'), '#MARKED! ⟨19⟩15', [STRUCK]],
  ['a text that is struck through', run('<strike val="true"></strike>', '19'), '19', [STRUCK]],
  ['both in one run', run(raised + struck, '19') + run('', '15'), '#MARKED! ⟨19⟩15', [RAISED, STRUCK]],
  [
    'both in two runs',
    run(raised, '1') + run(struck, '9') + run(struck, '9'),
    '#MARKED! ⟨1⟩⟨99⟩',
    [RAISED, STRUCK],
  ],
  ['a power', run('', '10') + run(raised, '-3'), '#MARKED! 10⟨-3⟩', [RAISED]],
  [
    'a footnote before a unit',
    run('', '250') + run(raised, '1') + run('', ' kg'),
    '#MARKED! 250⟨1⟩ kg',
    [RAISED],
  ],
  ['a footnote behind a blank', run('', '1 250') + run(raised, ' 2'), '#MARKED! 1 250⟨ 2⟩', [RAISED]],
  ['a struck number and a blank', run(struck, '19') + run('', ' 150 kg'), '#MARKED! ⟨19⟩ 150 kg', [STRUCK]],
  ['a struck sign', run(struck, '-') + run('', '15'), '#MARKED! ⟨-⟩15', [STRUCK]],
  ['a day', run('', '2024-01-1') + run(raised, '5'), '#MARKED! 2024-01-1⟨5⟩', [RAISED]],
  ['a mark among escapes', run('', '1_x0009_2') + run(raised, '3'), '#MARKED! 1\t2⟨3⟩', [RAISED]],
  ['a footnote behind a word', run('', 'Rice') + run(raised, '1'), 'Rice1', [RAISED]],
  ['a unit with a power', run('', '12 m') + run(raised, '2'), '12 m2', [RAISED]],
  [
    'a formula before a number',
    run('', 'CO') + run('<vertAlign val="subscript"/>', '2') + run('', ' 20 l'),
    'CO2 20 l',
    [RAISED],
  ],
  ['an ordinal', run('', '1') + run(raised, 'st') + run('', ' May 2024'), '1st May 2024', [RAISED]],
  ['a name with a dash', run('', 'Omega-') + run('<vertAlign val="subscript"/>', '3'), 'Omega-3', [RAISED]],
  ['brackets of ours', run('', '⟨1⟩2') + run(raised, '3'), '⟨1⟩23', [RAISED]],
  [
    'a text longer than any number',
    run('', `${'9 x '.repeat(30)}1`) + run(raised, '2'),
    `${'9 x '.repeat(30)}12`,
    [RAISED],
  ],
  ['marks that are off', run('<strike val="0"/><vertAlign val="baseline"/>', '19'), '19', []],
  ['marks of a blank', run('', '19') + run(struck, ' ') + run(raised, ''), '19 ', []],
  ['a mark that ends with its run', run(struck, '') + run('', '15'), '15', []],
  ['a run of a phonetic guide', `<t>250</t><rPh sb="0" eb="1">${run(raised + struck, '1')}</rPh>`, '250', []],
  ['a guide before a run that is plain', `<rPh sb="0" eb="1">${run(struck, '1')}</rPh><t>250</t>`, '250', []],
  ['elements of these names outside a run', '<strike/><t>250</t><vertAlign val="superscript"/>', '250', []],
];

const shared = (index: number, ref = 'B2') => `<c r="${ref}" t="s"><v>${index}</v></c>`;
const rowsOf = (cell: string) => ({
  rows: [
    ['a', 'b'],
    ['left', { xml: cell }],
  ],
});

describe('a text that says something else by its look is told', () => {
  it.each(RUNS)('shared: %s', async (_case, runs, text, notes) => {
    const strings = ['<si><t>x</t></si>', `<si>${runs}</si>`];
    expect(await sheet(rowsOf(shared(1)), { strings })).toMatchObject({
      rows: [
        ['a', 'b'],
        ['left', text],
      ],
      notes,
    });
  });

  it.each(RUNS)('inline: %s', async (_case, runs, text, notes) => {
    const cell = `<c r="B2" t="inlineStr"><is>${runs}</is></c>`;
    expect(await sheet(rowsOf(cell))).toMatchObject({
      rows: [
        ['a', 'b'],
        ['left', text],
      ],
      notes,
    });
  });

  it('by the cells that hold it and the first of them, beyond the first page of strings', async () => {
    const plain = Array.from({ length: 70_000 }, () => '<si><t>x</t></si>');
    const strings = [...plain, `<si>${run('', '250')}${run(raised, '1')}</si>`];
    const data = `<row r="1">${shared(0, 'A1')}${shared(70_000, 'B1')}</row><row r="2">${shared(4464, 'A2')}${shared(70_000)}</row>`;
    expect(await sheet({ data }, { strings })).toMatchObject({
      rows: [
        ['x', '#MARKED! 250⟨1⟩'],
        ['x', '#MARKED! 250⟨1⟩'],
      ],
      notes: [told('sheet-texts-raised', 2, 'B1')],
    });
  });
});

describe('a cell that its style strikes through', () => {
  const plain = '<font/>';
  const line = '<font><b/><strike/></font>';
  const off = '<font><strike val="0"/></font>';
  /** Style 1 of a cell has the second of the fonts. */
  const styled = (fonts: string, more = ''): Omit<MadeWorkbook, 'sheets'> => ({
    formats: [14],
    strings: ['<si><t>19</t></si>', `<si>${run(struck, '1')}${run('', '9')}</si>`],
    parts: (parts: ZipPart[]) =>
      parts.map((part): ZipPart => {
        if (part.name !== 'xl/styles.xml') return part;
        const data = String(part.data)
          .replace('<font/>', fonts)
          .replace('numFmtId="14" fontId="0"', 'numFmtId="14" fontId="1"')
          .replace('</styleSheet>', `${more}</styleSheet>`);
        return { ...part, data };
      }),
  });

  it.each([
    ['a number', '<c r="B2" s="1"><v>43470</v></c>', '2019-01-05', [STRUCK]],
    ['a shared text', '<c r="B2" s="1" t="s"><v>0</v></c>', '19', [STRUCK]],
    ['a shared text struck in part', '<c r="B2" s="1" t="s"><v>1</v></c>', '#MARKED! ⟨1⟩9', [STRUCK]],
    ['an inline text', '<c r="B2" s="1" t="inlineStr"><is><t>19</t></is></c>', '19', [STRUCK]],
    ['a truth', '<c r="B2" s="1" t="b"><v>1</v></c>', 'TRUE', [STRUCK]],
    ['no value', '<c r="B2" s="1"/>', '', []],
    ['a number of another style', '<c r="B2" s="0"><v>19</v></c>', '19', []],
  ])('is told: %s', async (_case, cell, text, notes) => {
    expect(await sheet(rowsOf(cell), styled(plain + line))).toMatchObject({
      rows: [
        ['a', 'b'],
        ['left', text],
      ],
      notes,
    });
  });

  it.each([
    ['its font does not', plain + off, ''],
    ['another font does', line + plain, ''],
    ['the font of a condition does', plain + plain, `<dxfs><dxf>${line}</dxf></dxfs>`],
  ])('is not where %s', async (_case, fonts, more) => {
    const cell = '<c r="B2" s="1"><v>43470</v></c>';
    expect(await sheet(rowsOf(cell), styled(fonts, more))).toMatchObject({ notes: [] });
  });
});
