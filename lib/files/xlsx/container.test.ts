import { describe, expect, it } from 'vitest';
import { makeWorkbook, type MadeWorkbook } from '../../../e2e/files/make-workbook';
import { makeZip, type ZipPart } from '../../../e2e/files/make-zip';
import type { FileRefusal } from '../model';
import { read, readBytes } from './hazards-suite';

const ROWS = [
  ['Id', 'City'],
  ['1', 'Yangon'],
];
const good: MadeWorkbook = { sheets: [{ name: 'S', rows: ROWS }] };
const changed = (
  change: (parts: ZipPart[]) => readonly ZipPart[],
  zip?: MadeWorkbook['zip'],
): MadeWorkbook => ({
  ...good,
  parts: change,
  ...(zip === undefined ? {} : { zip }),
});
const each = (change: (part: ZipPart) => ZipPart) => changed((parts) => parts.map(change));
const within = (name: RegExp, change: (text: string) => string) =>
  each((part) => (name.test(part.name) ? { ...part, data: change(String(part.data)) } : part));

describe('the parts of a workbook are found', () => {
  it.each([
    ['as Excel writes them', good],
    ['in reverse order', changed((parts) => parts.toReversed())],
    ['not packed at all', each((part) => ({ ...part, stored: true }))],
    ['with sizes behind the data', each((part) => ({ ...part, descriptor: true }))],
    ['with sizes of 64 bits', each((part) => ({ ...part, zip64: true }))],
    ['with a directory of 64 bits', { ...good, zip: { zip64: true } }],
    ['with a comment behind the directory', { ...good, zip: { comment: 'made by hand' } }],
    [
      'with a comment that looks like another end',
      { ...good, zip: { comment: 'PK\u0005\u0006 and more text behind it' } },
    ],
    ['with bytes before the archive', { ...good, zip: { before: new Uint8Array(1000) } }],
    [
      'with a directory of 64 bits behind bytes that move it',
      { ...good, zip: { before: new Uint8Array(1000), zip64: true, moved: true } },
    ],
    ['with backslashes in names', each((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))],
    [
      'with names in capitals',
      each((part) => ({
        ...part,
        name: part.name === '[Content_Types].xml' ? part.name : part.name.toUpperCase(),
      })),
    ],
    [
      'with absolute targets',
      within(/rels$/, (text) => text.replace(/Target="(worksheets|styles|shared)/g, 'Target="/xl/$1')),
    ],
    [
      'with targets that go up and down',
      within(/workbook\.xml\.rels$/, (text) => text.replace('worksheets/', '../xl/./worksheets/')),
    ],
    ...(
      [
        ['decoded in the archive', 'sheet 1é.xml'],
        ['as they stand', 'sheet%201%C3%A9.xml'],
      ] as const
    ).map(([how, name]): [string, MadeWorkbook] => [
      `with names written with %, ${how}`,
      each((part) => ({
        ...part,
        name: part.name.replace('sheet1.xml', name),
        data: part.name.endsWith('workbook.xml.rels')
          ? String(part.data).replace('sheet1.xml', 'sheet%201%C3%A9.xml')
          : part.data,
      })),
    ]),
    [
      'with namespaces that are called like attributes',
      within(/sheet1|workbook\.xml$/, (text) =>
        text.replace(
          /<(c|row|sheet) [^>]*?(?=\/?>)/g,
          '$& xmlns:r="u" xmlns:t="u" xmlns:s="u" xmlns:name="u"',
        ),
      ),
    ],
    [
      'with a workbook elsewhere',
      changed((parts) =>
        parts.map((part) => ({
          ...part,
          name: part.name.replace('xl/', 'deep/down/'),
          data:
            part.name === '_rels/.rels'
              ? String(part.data).replace('xl/workbook', 'deep/down/workbook')
              : part.data,
        })),
      ),
    ],
    [
      'with relations in another order',
      within(/workbook\.xml\.rels$/, (text) =>
        text.replace(/(<Relationship .*?\/>)(.*)(<\/Relationships>)/, '$2$1$3'),
      ),
    ],
    [
      'without styles',
      changed((parts) =>
        parts
          .filter(({ name }) => !name.endsWith('styles.xml'))
          .map((part) => ({
            ...part,
            data: part.name.endsWith('workbook.xml.rels')
              ? String(part.data).replace(/<Relationship Id="rIdS".*?\/>/, '')
              : part.data,
          })),
      ),
    ],
    [
      'with macros beside them',
      changed((parts) => [...parts, { name: 'xl/vbaProject.bin', data: new Uint8Array(100) }]),
    ],
    [
      'in the strict edition of the standard',
      each((part) => ({
        ...part,
        data: String(part.data)
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/',
            'http://purl.oclc.org/ooxml/officeDocument/',
          ),
      })),
    ],
    [
      'with prefixed names',
      within(/sheet1|sharedStrings|workbook\.xml$/, (text) =>
        text.replace(/<(\/?)([a-zA-Z]+)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
      ),
    ],
    ['with a mark before the XML', within(/sheet1|sharedStrings/, (text) => `\ufeff${text}`)],
    [
      'with the name of a sheet of macros that is gone',
      within(/xl\/workbook\.xml$/, (text) =>
        text.replace('</sheets>', '<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/></sheets>'),
      ),
    ],
  ])('%s', async (_hazard, made) => {
    expect(await read(made)).toMatchObject({ rows: ROWS, sheets: [{ name: 'S' }] });
  });

  it('written in UTF-16', async () => {
    const wide = (text: string) => {
      const bytes = new Uint8Array(Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
      return bytes;
    };
    const made = each((part) =>
      /sheet1|sharedStrings/.test(part.name) ? { ...part, data: wide(String(part.data)) } : part,
    );
    expect(await read(made)).toMatchObject({ rows: ROWS });
  });

  it('written in a declared Windows encoding', async () => {
    const latin = (text: string) =>
      new Uint8Array(
        Buffer.from(text.replace('UTF-8', 'windows-1252').replace('Yangon', 'Zürich'), 'latin1'),
      );
    const made = each((part) =>
      /sharedStrings/.test(part.name) ? { ...part, data: latin(String(part.data)) } : part,
    );
    expect(await read(made)).toMatchObject({
      rows: [
        ['Id', 'City'],
        ['1', 'Zürich'],
      ],
    });
  });

  it('with a table of strings that is named, not there, and not needed', async () => {
    const made: MadeWorkbook = {
      sheets: [{ name: 'S', rows: [[1], [2]] }],
      parts: (parts) => parts.filter(({ name }) => !name.includes('sharedStrings')),
    };
    expect(await read(made)).toMatchObject({ rows: [['1'], ['2']] });
  });

  it('charts are no sheets of rows', async () => {
    const made = within(/workbook\.xml\.rels$/, (text) =>
      text.replace('relationships/worksheet"', 'relationships/chartsheet"'),
    );
    expect(await read(made)).toBe('workbook-without-rows');
  });
});

const zipOf = (...names: string[]) => makeZip(names.map((name) => ({ name, data: 'x' })));
const bytes = makeWorkbook(good);
const both = (one: Uint8Array, other: Uint8Array) => new Uint8Array(Buffer.concat([one, other]));
const lying = (claims: ZipPart['claims']) =>
  each((part) => (part.name.includes('sheet1') && claims ? { ...part, claims } : part));

describe('what is no workbook, or none that can be trusted, is refused', () => {
  it.each([
    ['an archive of something', zipOf('photo.jpg'), 'file-is-zip'],
    ['an empty archive', makeZip([]), 'file-is-zip'],
    ['a binary workbook', zipOf('[Content_Types].xml', 'xl/workbook.bin'), 'file-is-xlsb'],
    ['a LibreOffice sheet', zipOf('mimetype', 'content.xml'), 'file-is-ods'],
    ['a Numbers document', zipOf('Index/Document.iwa'), 'file-is-numbers'],
    ['a text document', zipOf('[Content_Types].xml', 'word/document.xml'), 'file-is-document'],
    ['a presentation', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'file-is-document'],
    ['one without its directory', bytes.slice(0, bytes.length - 200), 'file-damaged'],
    ['one cut in half', bytes.slice(0, bytes.length >> 1), 'file-damaged'],
    ['nothing but a start', bytes.slice(0, 60), 'file-damaged'],
    [
      'a part named twice',
      makeWorkbook(changed((parts) => [...parts, ...parts.slice(4, 5)])),
      'file-damaged',
    ],
    [
      'an encrypted part',
      makeWorkbook(each((part) => ({ ...part, flags: part.name.includes('sheet1') ? 1 : 0 }))),
      'file-is-encrypted',
    ],
    ['two archives, one behind the other', both(bytes, bytes), 'file-damaged'],
    ...(
      [
        ['Deflate64', 9, 'packed-by-deflate64'],
        ['bzip2', 12, 'packed-by-bzip2'],
        ['LZMA', 14, 'packed-by-lzma'],
        ['Zstandard', 93, 'packed-by-zstd'],
        ['the former number of Zstandard', 20, 'packed-by-zstd'],
        ['XZ', 95, 'packed-by-xz'],
        ['PPMd', 98, 'packed-otherwise'],
      ] as const
    ).map(([how, method, refusal]): [string, Uint8Array<ArrayBuffer>, FileRefusal] => [
      `a sheet packed by ${how}`,
      makeWorkbook(each((part) => (part.name.includes('sheet1') ? { ...part, method } : part))),
      refusal,
    ]),
    ['a check sum that is wrong', makeWorkbook(lying({ crc: 1 })), 'file-damaged'],
    ['a size that is too small', makeWorkbook(lying({ unpacked: 10 })), 'file-damaged'],
    ['a size that is too large', makeWorkbook(lying({ unpacked: 100_000 })), 'file-damaged'],
    ['packed data that is none', makeWorkbook(lying({ packed: new Uint8Array(50).fill(7) })), 'file-damaged'],
    ['a size beyond any table', makeWorkbook(lying({ unpacked: 4_000_000_000 })), 'file-inflates-too-much'],
    [
      'a sheet that is not there',
      makeWorkbook(changed((parts) => parts.filter(({ name }) => !name.includes('sheet1')))),
      'file-damaged',
    ],
    [
      'styles that are not there',
      makeWorkbook(changed((parts) => parts.filter(({ name }) => !name.includes('styles')))),
      'file-damaged',
    ],
    [
      'a document type with entities of its own',
      makeWorkbook(
        within(/sheet1/, (text) => text.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')),
      ),
      'file-damaged',
    ],
    ['a sheet that is not XML', makeWorkbook(within(/sheet1/, () => 'Id,City\n1,Yangon\n')), 'file-damaged'],
    ['a sheet that is empty', makeWorkbook(within(/sheet1/, () => '')), 'file-damaged'],
  ])('%s', async (_hazard, file, refusal) => {
    expect(await readBytes(file)).toBe(refusal);
  });

  it('a bomb: a sheet of nothing but one repeated cell', async () => {
    const cell = '<c r="A1"/>'.repeat(4_000_000);
    const made: MadeWorkbook = { sheets: [{ name: 'S', data: `<row r="1">${cell}</row>` }] };
    expect(await read(made)).toBe('file-inflates-too-much');
  });
});
