import { describe, expect, it } from 'vitest';
import type { MadeWorkbook } from '../../../e2e/files/make-workbook';
import type { ZipPart } from '../../../e2e/files/make-zip';
import { sheet } from './hazards-suite';

/** A workbook whose conditional formats are of these dxfs. */
const withDxfs = (...dxfs: readonly string[]): Omit<MadeWorkbook, 'sheets'> => ({
  parts: (parts: ZipPart[]) =>
    parts.map((part): ZipPart => {
      if (part.name !== 'xl/styles.xml') return part;
      const all = `<dxfs count="${dxfs.length}">${dxfs.map((dxf) => `<dxf>${dxf}</dxf>`).join('')}</dxfs>`;
      return { ...part, data: String(part.data).replace('</styleSheet>', `${all}</styleSheet>`) };
    }),
});
const format = (code: string) => `<font><b/></font><numFmt numFmtId="170" formatCode="${code}"/>`;
const rule = (dxf: number | '', ref = 'B2:B9') =>
  `<conditionalFormatting sqref="${ref}"><cfRule type="cellIs"${dxf === '' ? '' : ` dxfId="${dxf}"`} priority="1"><formula>1</formula></cfRule></conditionalFormatting>`;
const rows = [
  ['a', 'b'],
  ['x', 43_470],
];
const told = (count: number, range: string) => ({
  code: 'sheet-formats-conditional',
  params: { sheet: 'S', count, range },
});

describe('number formats of a condition are said', () => {
  it.each([
    ['a date', 'yyyy-mm-dd'],
    ['zeros before a number', '00000'],
    ['words', '&quot;on request&quot;'],
    ['thousands', '#,##0,'],
    ['a currency', '[$€-2] 0.00'],
    ['a word around a text', '&quot;SKU-&quot;@'],
  ])('%s', async (_what, code) => {
    expect(await sheet({ rows, after: rule(0) }, withDxfs(format(code)))).toMatchObject({
      rows: [
        ['a', 'b'],
        ['x', '43470'],
      ],
      notes: [told(1, 'B2:B9')],
    });
  });

  it('a date by its number alone', async () => {
    expect(await sheet({ rows, after: rule(0) }, withDxfs('<numFmt numFmtId="14"/>'))).toMatchObject({
      notes: [told(1, 'B2:B9')],
    });
  });

  it('by their rules and the first cells of them', async () => {
    const after = rule(0, 'A1') + rule(1, 'C1:C5 E1') + rule(1, 'D1');
    const dxfs = withDxfs(format('0.00'), format('yyyy'));
    expect(await sheet({ rows, after }, dxfs)).toMatchObject({ notes: [told(2, 'C1:C5 E1')] });
  });

  it('in the extension of a sheet', async () => {
    const after = `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="cellIs" priority="1"><x14:dxf><numFmt numFmtId="170" formatCode="yyyy"/></x14:dxf></x14:cfRule><xm:sqref>B2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    expect(await sheet({ rows, after })).toMatchObject({ notes: [told(1, '')] });
  });

  it.each([
    ['decimals', rule(0), [format('0.00')]],
    ['a fill alone', rule(0), ['<fill/>']],
    ['one that no rule uses', rule(0), ['<fill/>', format('yyyy')]],
    ['a rule without a format', rule(''), [format('yyyy')]],
    ['no rule at all', '', [format('yyyy')]],
  ])('not %s', async (_what, after, dxfs) => {
    expect(await sheet({ rows, after }, withDxfs(...dxfs))).toMatchObject({ notes: [] });
  });
});
