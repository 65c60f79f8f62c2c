import { describe, expect, it } from 'vitest';
import type { MadeCell, MadeWorkbook } from '../../../e2e/files/make-workbook';
import type { ZipPart } from '../../../e2e/files/make-zip';
import { sheet } from './hazards-suite';

/** The one cell of interest, between two that must stay where they are. */
async function cell(xml: MadeCell, more: Omit<MadeWorkbook, 'sheets'> = {}): Promise<string | undefined> {
  const back = await sheet(
    {
      rows: [
        ['a', 'b', 'c'],
        ['left', xml, 'right'],
      ],
    },
    more,
  );
  if (typeof back === 'string') return back;
  const row = back.rows[1];
  return row?.[0] === 'left' && row[2] === 'right' && row.length === 3 ? row[1] : `shifted: ${String(row)}`;
}
const xml = (inside: string, attributes = '') => ({ xml: `<c r="B2" ${attributes}>${inside}</c>` });
const styled = (format: string | number, n: string, workbookPr?: string) =>
  cell({ n, style: 1 }, { formats: [format], ...(workbookPr === undefined ? {} : { workbookPr }) });

describe('text in a cell', () => {
  it.each([
    [
      'a rich text’s runs are joined',
      '<si><r><rPr><b/></rPr><t>Bold</t></r><r><t xml:space="preserve"> and plain</t></r></si>',
      'Bold and plain',
    ],
    [
      'phonetic guides are left out',
      '<si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>',
      '課きく',
    ],
    ['space is kept where xml:space says so', '<si><t xml:space="preserve">  a  </t></si>', '  a  '],
    ['space that does not count for Excel is left out', '<si><t>\n   a b\n  </t></si>', 'a b'],
    ['an escaped line end is one', '<si><t>a_x000D__x000A_b</t></si>', 'a\r\nb'],
    ['an escaped underscore is not an escape', '<si><t>_x005F_x0041_</t></si>', '_x0041_'],
    ['an escaped pair of surrogates is one character', '<si><t>_xD83D__xDE00_</t></si>', '😀'],
    ['half a pair stays as it is written', '<si><t>_xD83D_</t></si>', '_xD83D_'],
    ['what only looks like an escape stays', '<si><t>size_xl_ _x00ZZ_</t></si>', 'size_xl_ _x00ZZ_'],
    [
      'entities are resolved',
      '<si><t>&lt;a &amp;amp; b&gt; &quot;&apos;&#65;&#x1F600;</t></si>',
      '<a &amp; b> "\'A😀',
    ],
    ['CDATA means itself', '<si><t><![CDATA[<b>&amp;</b>]]></t></si>', '<b>&amp;</b>'],
    ['a comment inside a text is not part of it', '<si><t>a<!-- <t>x</t> -->b</t></si>', 'ab'],
    ['a line end in XML is a line feed', '<si><t>a\r\nb\rc</t></si>', 'a\nb\nc'],
    ['a quote, a comma and a line end', '<si><t>"a", \n b</t></si>', '"a", \n b'],
    ['an empty string', '<si><t/></si>', ''],
    ['an empty item', '<si/>', ''],
    ['a prefix before every name', '<x:si xmlns:x="y"><x:t>prefixed</x:t></x:si>', 'prefixed'],
    ['text beyond the basic plane', '<si><t>𠮷野家 Ω é</t></si>', '𠮷野家 Ω é'],
  ])('%s', async (_hazard, string, expected) => {
    expect(await cell(xml('<v>0</v>', 't="s"'), { strings: [string] })).toBe(expected);
  });

  it.each([
    ['an inline string', xml('<is><t>in line</t></is>', 't="inlineStr"'), 'in line'],
    ['an inline string of runs', xml('<is><r><t>a</t></r><r><t>b</t></r></is>', 't="inlineStr"'), 'ab'],
    ['an inline string without its type', xml('<is><t>untyped</t></is>'), 'untyped'],
    ['a formula’s text', xml('<f>A1&amp;"x"</f><v>a_x0009_x</v>', 't="str"'), 'a\tx'],
    ['a formula’s empty text', xml('<f>""</f><v></v>', 't="str"'), ''],
    ['true', xml('<v>1</v>', 't="b"'), 'TRUE'],
    ['false', xml('<v>0</v>', 't="b"'), 'FALSE'],
    ['true as a word', xml('<v>true</v>', 't="b"'), 'TRUE'],
    ['true in capitals', xml('<v>TRUE</v>', 't="b"'), 'TRUE'],
    ['false in capitals', xml('<v>FALSE</v>', 't="b"'), 'FALSE'],
    ['what is neither true nor false', xml('<v>2</v>', 't="b"'), 'file-damaged'],
    ['two values in one cell', xml('<v>1</v><v>2</v>'), 'file-damaged'],
    ['a value of an extension', xml('<v>5</v><extLst><ext><x14:v>6</x14:v></ext></extLst>'), '5'],
    ['an error stays what it is', xml('<v>#N/A</v>', 't="e"'), '#N/A'],
    ['an error in no word of Excel’s', xml('<v>Err:502</v>', 't="e"'), '#ERROR! Err:502'],
    ['an error in a word that is cut', xml('<f>A1</f><v>#UNKNOWN</v>', 't="e"'), '#ERROR! #UNKNOWN'],
    ['an error that is a number', xml('<v> 42 </v>', 't="e"'), '#ERROR! 42'],
    ['an error in small letters', xml('<v>#n/a</v>', 't="e"'), '#n/a'],
    ['an error without a value', xml('', 't="e"'), ''],
    ['a formula’s error', xml('<f>1/0</f><v>#DIV/0!</v>', 't="e"'), '#DIV/0!'],
    ['a formula’s number', xml('<f>1+1</f><v>2</v>'), '2'],
    ['a formula without a value says so', xml('<f>A1*2</f>'), '#FORMULA! =A1*2'],
    ['a shared formula without a value or text', xml('<f t="shared" si="0"/>'), '#FORMULA! ='],
    ['a formula with an empty value', xml('<f>A1</f><v/>'), '#FORMULA! =A1'],
    ['a formula of text without a value', xml('<f>A1&amp;"x"</f>', 't="str"'), '#FORMULA! =A1&"x"'],
    [
      'an inline text where other values stand',
      xml('<v>misplaced_x0041_</v>', 't="inlineStr"'),
      'misplacedA',
    ],
    ['a formatted empty cell', xml('', 's="0"'), ''],
    ['a self-closed cell', { xml: '<c r="B2"/>' }, ''],
    ['a string that is not there', xml('<v>99</v>', 't="s"'), 'file-damaged'],
    ['a string number that is none', xml('<v>x</v>', 't="s"'), 'file-damaged'],
    ['a type that does not exist', xml('<v>1</v>', 't="zz"'), 'file-damaged'],
    ['an entity that does not exist', xml('<v>&nope;</v>'), 'file-damaged'],
  ])('%s', async (_hazard, made, expected) => {
    expect(await cell(made)).toBe(expected);
  });
});

describe('digits of a number', () => {
  it.each([
    '17850',
    '17850.0',
    '0.1',
    '12.300000000000001',
    '1E+15',
    '1.23E-7',
    '-0',
    '12345678901234567890',
    '00123',
    '1e3',
  ])('%s stay as the file has them', async (digits) =>
    expect(await cell(xml(`<v>${digits}</v>`))).toBe(digits),
  );
  it('space around them is not theirs', async () => expect(await cell(xml('<v> 5\n</v>'))).toBe('5'));
});

describe('dates and times', () => {
  it.each([
    ['a day', 14, '43470', '2019-01-05'],
    ['a day and a time', 22, '43470.547222222223', '2019-01-05 13:08:00'],
    ['a time', 20, '0.54722222222222228', '13:08:00'],
    ['a time of few digits is the second it means', 20, '0.547222', '13:08:00'],
    ['a time with milliseconds that are there', 'hh:mm:ss.000', '0.54722789351851852', '13:08:00.490'],
    ['a time of a computed number is not 59.999', 'h:mm', '0.79166666666666663', '19:00:00'],
    ['midnight', 'h:mm', '0', '00:00:00'],
    ['the last second before midnight', 'h:mm:ss', '0.99998842592592596', '23:59:59'],
    ['a moment that rounds to the next day', 22, '43470.99999999999', '2019-01-06 00:00:00'],
    ['a duration beyond a day', '[h]:mm', '1.1041666666666667', '26:30:00'],
    ['a duration in minutes', '[mm]:ss', '0.0625', '01:30:00'],
    ['a duration that no clock counts', '[h]:mm', '1E+21', '1E+21'],
    ['a negative duration', '[h]:mm:ss', '-0.0625', '-01:30:00'],
    ['a date format keeps a time that is there', 14, '43470.5', '2019-01-05 12:00:00'],
    ['a time format keeps a day that is there', 20, '43470.5', '2019-01-05 12:00:00'],
    ['a moment at midnight stays a moment', 22, '43470', '2019-01-05 00:00:00'],
    ['a format with a locale', '[$-407]d\\. mmmm yyyy', '43470', '2019-01-05'],
    ['the system’s long date', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '43470', '2019-01-05'],
    ['the system’s time', '[$-F400]h:mm:ss\\ AM/PM', '0.5', '12:00:00'],
    ['a format of two sections', 'yyyy\\-mm\\-dd;@', '43470', '2019-01-05'],
    ['minutes beside hours are no months', 'yyyy-mm-dd hh:mm', '43470.5', '2019-01-05 12:00:00'],
    ['literal text with letters of dates is a number', '0.00" days"', '1.5', '1.5'],
    ['a colour is no duration', '[Red]0.00', '2.5', '2.5'],
    ['a condition is no format', '[>100]#,##0;0', '43470', '43470'],
    ['a condition that hides nothing but zeros from a date', '[=0]"";yyyy\\-mm\\-dd', '43470', '2019-01-05'],
    [
      'a condition with words of its own before a date',
      '[<1]"none";[$-409]d\\-mmm\\-yy',
      '43470',
      '2019-01-05',
    ],
    ['a condition that shows zeros as a digit before a time', '[=0]?;hh:mm', '0.75', '18:00:00'],
    ['two conditions before a duration', '[=0]?;[<4.16][hh]:mm:ss;[hh]:mm', '1.5', '36:00:00'],
    ['a condition on large numbers, which are no dates', '[>9]0;h:mm', '43470', '43470'],
    ['General behind a sign', '+General;-General', '43470', '43470'],
    ['General in brackets', '(General)', '43470', '43470'],
    ['General by its name in German', 'Standard', '43470', '43470'],
    ['General by its name in Portuguese', 'Geral', '43470', '43470'],
    ['an accounting format', '_-* #,##0.00\\ "€"_-', '43470', '43470'],
    ['General', 'General', '43470', '43470'],
    ['a percentage', 10, '0.25', '0.25'],
    ['a scientific format', '0.00E+00', '43470', '43470'],
    ['a day of the week, as Japanese editions name it', 'aaaa', '43470', '2019-01-05'],
    ['a format that names no letter of dates but those', '[$-411]aaa', '43470', '2019-01-05'],
    ['a year in French', 'jj/mm/aaaa', '43470', '2019-01-05'],
    ['AM/PM alone is no day of the week', 'h:mm AM/PM', '0.5', '12:00:00'],
    ['a built-in East Asian date', 57, '43470', '2019-01-05'],
    ['the first day of 1900', 14, '1', '1900-01-01'],
    ['the day before the one that never was', 14, '59', '1900-02-28'],
    ['the day that never was stays one', 14, '60', '1900-02-29'],
    ['the day after it', 14, '61', '1900-03-01'],
    ['a leap day', 14, '43890', '2020-02-29'],
    ['the last day', 14, '2958465', '9999-12-31'],
    ['a number beyond the last day stays a number', 14, '2958466', '2958466'],
    ['a negative date stays a number', 14, '-1', '-1'],
    ['zero as a date stays a number', 14, '0', '0'],
  ])('%s', async (_hazard, format, n, expected) => {
    expect(await styled(format, n)).toBe(expected);
  });

  it.each([
    ['the day 0 of the 1904 system', '0', '1904-01-01'],
    ['a day of the 1904 system', '42008', '2019-01-05'],
    ['no leap day is missing there', '60', '1904-03-01'],
  ])('%s', async (_hazard, n, expected) => {
    expect(await styled(14, n, 'date1904="1"')).toBe(expected);
  });

  it.each([
    ['a day', 14, '2019-01-05T00:00:00', '2019-01-05'],
    ['a moment', 22, '2019-01-05T13:08:00', '2019-01-05 13:08:00'],
    ['something else stays', 14, '2019-W01', '2019-W01'],
  ])('a cell of ISO text: %s', async (_hazard, format, text, expected) => {
    expect(await cell(xml(`<v>${text}</v>`, 't="d" s="1"'), { formats: [format] })).toBe(expected);
  });

  it('a namespace that is called like the attribute of the style changes no date', async () => {
    const declared = xml('<v>43470</v>', 's="1" xmlns:s="urn:x" x:v="" xmlns="urn:y"');
    expect(await cell(declared, { formats: [14] })).toBe('2019-01-05');
  });

  it('a cell without a style has the first one', async () => {
    const dated = (parts: ZipPart[]) =>
      parts.map((part): ZipPart => {
        if (part.name !== 'xl/styles.xml') return part;
        return {
          ...part,
          data: String(part.data).replace(
            '<cellXfs count="1"><xf numFmtId="0"',
            '<cellXfs count="1"><xf numFmtId="14"',
          ),
        };
      });
    expect(await cell(43470, { parts: dated })).toBe('2019-01-05');
    expect(await cell(xml('<f>A1</f><v>43470</v>'), { parts: dated })).toBe('2019-01-05');
  });

  it('formats declared after the cells that use them count, those of conditional formatting do not', async () => {
    const late = (parts: ZipPart[]) =>
      parts.map((part): ZipPart => {
        if (part.name !== 'xl/styles.xml') return part;
        const xml = String(part.data);
        const own = /<numFmts.*<\/numFmts>/.exec(xml)?.[0] ?? '';
        const other = '<dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs>';
        const rest = xml.replace(own, other).replace('</styleSheet>', `${own}</styleSheet>`);
        return { ...part, data: rest };
      });
    expect(await cell({ n: '43470', style: 1 }, { formats: ['yyyy\\-mm'], parts: late })).toBe('2019-01-05');
  });

  it('a cell whose format is missing may be a date, which is said', async () => {
    const rows = [['d'], [{ n: '43470', style: 9 }], [{ n: '1', style: 0 }]];
    expect(await sheet({ rows })).toMatchObject({
      rows: [['d'], ['43470'], ['1']],
      notes: [{ code: 'sheet-formats-missing', params: { cell: 'A2', count: 1 } }],
    });
    const noStyles = (parts: ZipPart[]) => parts.filter(({ name }) => name !== 'xl/styles.xml');
    const unnamed = (parts: ZipPart[]) =>
      noStyles(parts).map((part) =>
        part.name.endsWith('workbook.xml.rels')
          ? { ...part, data: String(part.data).replace(/<Relationship Id="rIdS"[^>]*>/, '') }
          : part,
      );
    expect(await sheet({ rows }, { parts: unnamed })).toMatchObject({
      notes: [{ code: 'sheet-formats-missing', params: { cell: 'A2', count: 1 } }],
    });
  });

  it.each([
    ...['00000', '000-00-0000', '"SKU-"0000', '0#'],
    ...['#,##0,', '0.0,,"M"', '"Yes";"Yes";"No"', ';;;', '\\x'],
  ])('a number of which something else is seen stays what it is, which is said: %s', async (format) => {
    const back = await sheet(
      { rows: [['d'], [{ n: '123', style: 1 }], [{ n: '1', style: 0 }]] },
      { formats: [format] },
    );
    expect(back).toMatchObject({
      rows: [['d'], ['123'], ['1']],
      notes: [{ code: 'sheet-numbers-masked', params: { cell: 'A2', count: 1 } }],
    });
  });

  it.each([
    '0',
    '0.00',
    '#,##0.00',
    '0,000.00',
    '0.00E+00',
    '# ??/00',
    '#,##0_);(#,##0)',
    '0%',
    '[Red]',
    '@',
    '"x"General',
  ])('nothing is said of a format that shows the number: %s', async (format) => {
    const back = await sheet({ rows: [['d'], [{ n: '123', style: 1 }]] }, { formats: [format] });
    expect(back).toMatchObject({ rows: [['d'], ['123']], notes: [] });
  });

  it('a number under a date format that is none is said', async () => {
    const back = await sheet({ rows: [['d'], [{ n: '-3', style: 1 }]] }, { formats: [14] });
    expect(back).toMatchObject({ notes: [{ code: 'sheet-dates-unreal', params: { cell: 'A2', count: 1 } }] });
  });
});
