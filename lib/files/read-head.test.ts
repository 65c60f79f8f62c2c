import { describe, expect, it } from 'vitest';
import type { FileRefusal } from './model';
import { readHead } from './read-head';
import { blobSource, bytesSource, SourceError, type ByteSource } from './source';

const text = (value: string) => bytesSource(new TextEncoder().encode(value));
const raw = (...parts: (string | number[])[]) =>
  bytesSource(
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
    ),
  );

async function head(source: ByteSource, choice?: Parameters<typeof readHead>[1]) {
  const result = await readHead(source, choice);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('refusing what is no text table', () => {
  const cases: [string, ByteSource, FileRefusal][] = [
    ['an empty file', text(''), 'file-empty'],
    ['a file of blank lines', text('\n \n\n'), 'file-empty'],
    ['a header without rows', text('a,b,c\n'), 'file-header-only'],
    ['a header with blank rows only', text('a,b\n,\n\n'), 'file-header-only'],
    ['a PDF renamed .csv', raw('%PDF-1.7\n1 0 obj'), 'file-is-pdf'],
    ['a workbook', raw([0x50, 0x4b, 3, 4], '....[Content_Types].xml'), 'file-is-xlsx'],
    ['another zip', raw([0x50, 0x4b, 3, 4], '....photo.txt'), 'file-is-zip'],
    ['an old workbook', raw([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'file-is-xls'],
    ['gzip', raw([0x1f, 0x8b, 8, 0]), 'file-is-gzip'],
    ['PNG', raw([0x89], 'PNG\r\n'), 'file-is-image'],
    ['JPEG', raw([0xff, 0xd8, 0xff, 0xe0]), 'file-is-image'],
    ['GIF', raw('GIF89a'), 'file-is-image'],
    ['WebP', raw('RIFF', [0, 0, 0, 0], 'WEBP'), 'file-is-image'],
    ['bytes with NULs all over', raw([0, 0, 1, 2, 0, 0, 9, 10, 0, 0, 3]), 'file-is-binary'],
  ];
  it.each(cases)('%s', async (_name, source, code) => {
    expect(await readHead(source)).toEqual({ ok: false, error: code });
  });

  it('says when a file is gone or was changed on disk', async () => {
    const failing: ByteSource = { size: 9, read: () => Promise.reject(new SourceError('file-changed')) };
    expect(await readHead(failing)).toEqual({ ok: false, error: 'file-changed' });
  });

  it('refuses megabytes without a line end', async () => {
    expect(await readHead(text('x'.repeat(5_000_000)))).toEqual({ ok: false, error: 'file-is-binary' });
  });
});

describe('rows that begin far down', () => {
  it.each([
    ['\n', 300_000],
    ['\r\n', 200_000],
    ['\n', 1_048_000],
  ])('are found behind blank lines (%j, %i)', async (newline, blank) => {
    const source = text(`${newline.repeat(blank)}a,b${newline}1,2${newline}3,4${newline}`);
    expect(await head(source)).toMatchObject({
      header: ['a', 'b'],
      dialect: { headerRow: blank + 1, newline },
      rows: [
        { row: blank + 2, cells: ['1', '2'] },
        { row: blank + 3, cells: ['3', '4'] },
      ],
    });
  });

  // Two hundred thousand of them once took eleven seconds.
  it.each([false, true])(
    'are counted behind a few filled ones in a moment (of a workbook: %s)',
    async (made) => {
      const source = text(`a,b\n1,2\n${'\n'.repeat(250_000)}3,4\n`);
      const result = await readHead(source, made ? { headerRow: 1 } : {}, made);
      expect(result.ok && result.value.notes).toEqual([
        { code: 'blank-rows-in-head', params: { count: 250_000, row: 3 } },
      ]);
    },
    8000,
  );

  it('are none in a file of blank lines', async () => {
    expect(await readHead(text('\n'.repeat(400_000)))).toEqual({ ok: false, error: 'file-empty' });
  });
});

describe('deciding by evidence', () => {
  it.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['tab with commas in the text', 'a\tb\n"x, y"\t1,5\nz, z\t2,5\n', '\t'],
    ['pipe', 'a|b\n1|2\n', '|'],
    ['quoted commas', 'a;b\n"1,2,3";"4,5,6"\n', ';'],
  ])('delimiter: %s', async (_name, value, delimiter) => {
    const { dialect } = await head(text(value));
    expect(dialect).toMatchObject({ delimiter, decidedBy: { delimiter: 'consistent' } });
  });

  it('knows a file of one column', async () => {
    const { dialect, header } = await head(text('name\nA\nB\n'));
    expect(dialect.decidedBy.delimiter).toBe('only-column');
    expect(header).toEqual(['name']);
  });

  it.each([
    ['\n', 'a,b\n"1\r\n2",3\n'],
    ['\r\n', 'a,b\r\n1,2\r\n'],
    ['\r', 'a,b\r1,2\r'],
  ])('newline %j', async (newline, value) => {
    expect((await head(text(value))).dialect.newline).toBe(newline);
  });

  it.each([
    ['a mark', raw([0xef, 0xbb, 0xbf], 'a,b\n1,2\n'), 'utf-8', 'bom', true],
    [
      'a UTF-16 mark',
      raw([0xff, 0xfe], 'a\x00,\x00b\x00\n\x001\x00,\x002\x00\n\x00'),
      'utf-16le',
      'bom',
      true,
    ],
    ['NULs after', raw('a\x00,\x00b\x00\n\x001\x00,\x002\x00\n\x00'), 'utf-16le', 'nul-bytes', false],
    ['NULs before', raw('\x00a\x00,\x00b\x00\n\x001\x00,\x002\x00\n'), 'utf-16be', 'nul-bytes', false],
    ['valid UTF-8', text('a,b\né,2\n'), 'utf-8', 'valid-utf-8', false],
    ['letters', raw('a,b\ncaf', [0xe9], ',2\n'), 'windows-1252', 'letters', false],
    ['no letters that prove it', raw('a,b\n', [0xe9], ',2\n'), 'windows-1252', 'undecided', false],
  ] as const)('encoding by %s', async (_name, source, encoding, by, bom) => {
    const result = await head(source);
    expect(result.dialect).toMatchObject({ encoding, bom, decidedBy: { encoding: by } });
    expect(result.header).toEqual(['a', 'b']);
  });

  it('finds evidence far behind the head', async () => {
    const lines = 'aaaaaaaaa,b\n'.repeat(100_000);
    const bytes = Buffer.concat([Buffer.from(lines), Buffer.from([0xe9]), Buffer.from(',b\n')]);
    const result = await head(blobSource(new Blob([bytes])));
    expect(result.dialect.decidedBy.encoding).toBe('undecided');
    expect(result.notes.map((note) => note.code)).toContain('encoding-undecided');
    expect(result.evidence?.lines[0]?.raw).toBe('\\xE9,b');
  });

  it('keeps UTF-8 for a file with one bad byte among many good characters', async () => {
    const result = await head(raw('a,b\n', [...Buffer.from('é,ü\n'.repeat(20))], [0xff], ',1\n'));
    expect(result.dialect.encoding).toBe('utf-8');
    expect(result.notes.map((note) => note.code)).toContain('encoding-damaged');
  });

  it('lets the user outrank the evidence', async () => {
    const choice = { delimiter: ';', encoding: 'windows-1252' as const, headerRow: 2 };
    const result = await head(text('x;y\na,b;c\n1;2\n'), choice);
    expect(result.header).toEqual(['a,b', 'c']);
    expect(result.dialect.decidedBy).toEqual({ encoding: 'user', delimiter: 'user', header: 'user' });
    expect(result.rows).toEqual([{ row: 3, cells: ['1', '2'] }]);
  });
});

describe('notes about the head', () => {
  it.each([
    ['a,A,b\n1,2,3\n', 'header-duplicate'],
    ['a,,b\n1,2,3\n', 'header-empty'],
    ['1,2,3\n4,5,6\n', 'header-numeric'],
    ['a,b\n1\n2,3\n', 'rows-ragged-in-head'],
    ['a,b\n1,2\n\n3,4\n', 'blank-rows-in-head'],
  ] as const)('%j: %s', async (value, code) => {
    expect((await head(text(value))).notes.map((note) => note.code)).toEqual([code]);
  });

  it.each([
    ['a,,b,\n1,2,3,4\n', { count: 2, columns: '2, 4', more: 0 }],
    ['a,,,b,,,,c\n1,2,3,4,5,6,7,8\n', { count: 5, columns: '2 to 3, 5 to 7', more: 0 }],
    [`a${','.repeat(16_383)}z\n1\n`, { count: 16_382, columns: '2 to 16383', more: 0 }],
    [`${'a,,'.repeat(40)}a\n1\n`, { count: 40, columns: '2, 4, 6, 8, 10, 12, 14, 16', more: 32 }],
  ])('names columns without a heading in few words: %#', async (value, params) => {
    expect((await head(text(value))).notes).toContainEqual({ code: 'header-empty', params });
  });

  it('names a header that was found only where something stands above it', async () => {
    const codes = async (file: string) => {
      const { dialect } = await head(text(file));
      const found = { ...dialect, decidedBy: { ...dialect.decidedBy, header: 'found' as const } };
      return (await head(text(file), found)).notes.map(({ code }) => code);
    };
    expect(await codes('id,name\n1,x\n')).toEqual([]);
    expect(await codes('Report\n\nid,name,city\n1,x,y\n2,x,y\n')).toContain('header-found');
  });

  it('takes the first row that holds anything for the header, and keeps the user’s row numbers', async () => {
    const result = await head(text('\n\nid,name\n\n1,x\n'));
    expect(result.dialect.headerRow).toBe(3);
    expect(result.rows.map((row) => row.row)).toEqual([4, 5]);
  });

  it('survives duplicate and empty names by position', async () => {
    const result = await head(text('a,,a\n1,2,3\n'));
    expect(result.header).toEqual(['a', '', 'a']);
    expect(result.rows[0]?.cells).toEqual(['1', '2', '3']);
  });
});
