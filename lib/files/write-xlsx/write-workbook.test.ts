import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { EXCEL_LIMITS, type SheetToWrite, type WorkbookLimits } from './model';
import { columnLetters, sheetName } from './text';
import { workbookBlob, writeWorkbook } from './write-workbook';

async function written(sheets: readonly SheetToWrite[], limits?: Partial<WorkbookLimits>) {
  const { pieces, report } = writeWorkbook(sheets, { ...EXCEL_LIMITS, ...limits });
  return { bytes: Buffer.from(await (await workbookBlob(pieces)).arrayBuffer()), report };
}

/** What somebody else's reader makes of it; a sheet's cells by row, empty ones as ''. */
async function readBack(bytes: Buffer) {
  const sheets = await readWorkbook(bytes, { trim: false });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map((cell) => cell ?? '')),
  }));
}

/** Parts by name, read by the directory at the end of the file. */
function partsOf(bytes: Buffer): Map<string, string> {
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const [packed, size, local] = [20, 24, 42].map((offset) => bytes.readUInt32LE(at + offset));
    const start = (local ?? 0) + 30 + bytes.readUInt16LE((local ?? 0) + 26);
    const text = inflateRawSync(bytes.subarray(start, start + (packed ?? 0)));
    expect(text.length).toBe(size);
    parts.set(name, text.toString('utf8'));
    at += 46 + nameLength;
  }
  return parts;
}

const columns = [{ title: 'SKU' }, { title: 'Quantity' }];

describe('an XLSX file', () => {
  it('keeps every cell as the text it is', async () => {
    const hard = [
      ['00123', '=1+1'],
      ['+4', '@x'],
      ['1E5', '2024-01-02'],
      [' a ', '\ttab\r\nline\n'],
      ['_x0041_', '_x005F_'],
      ['_x0041\r', '__x0041_x0042_'],
      ['\u0000\u0001\u001f', '\ufffe\uffff'],
      ['😀é', 'a\ud800b'],
      ['<&>"\'', ']]>'],
      ['TRUE', '#N/A'],
    ];
    const { bytes, report } = await written([{ name: 'All', columns, rows: hard }]);
    expect(await readBack(bytes)).toEqual([{ name: 'All', rows: [['SKU', 'Quantity'], ...hard] }]);
    expect(report).toEqual({
      sheets: [{ name: 'All', rows: 10 }],
      cutCells: 0,
      lostCells: 0,
      notesLeftOut: 0,
    });
  });

  it('gives back any table of any text', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '_x0041_',
        '_x',
        '_',
        'x000D_',
        '\r',
        '\n',
        ' ',
        '\u0000',
        '\ud800',
        '\udc00',
        '😀',
        '&amp;',
      ),
    );
    const text = fc.array(unit, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const width = rows[0]?.length ?? 1;
        const heads = Array.from({ length: width }, (_, at) => ({ title: `c${at}` }));
        // A last column that is never empty: readers leave out what is empty at an edge.
        const marked = rows.map((row) => [...row, '|']);
        const { bytes } = await written([{ name: 't', columns: [...heads, { title: '|' }], rows: marked }]);
        const [sheet] = await readBack(bytes);
        expect(sheet?.rows.slice(1)).toEqual(marked);
      }),
      { numRuns: 60 },
    );
  });

  it('writes numbers where it was told to, and text where that is no decimal', async () => {
    const rows = ['12.50', '-3', '007', '1e5', '', '-'].map((text) => [{ text, number: true }, 'x']);
    const { bytes } = await written([{ name: 'n', columns, rows }]);
    expect((await readBack(bytes))[0]?.rows.slice(1).map(([cell]) => cell)).toEqual([
      12.5,
      -3,
      '007',
      '1e5',
      '',
      '-',
    ]);
    expect(partsOf(bytes).get('xl/worksheets/sheet1.xml')).toContain('<v>12.50</v>');
  });

  it('goes on in a next sheet when one is full, and says so', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [`r${at}`, 'x']);
    const { bytes, report } = await written([{ name: 'Rows', columns, rows }], { rows: 4 });
    expect(report.sheets).toEqual([
      { name: 'Rows', rows: 3 },
      { name: 'Rows (2)', rows: 3 },
      { name: 'Rows (3)', rows: 1 },
    ]);
    const sheets = await readBack(bytes);
    expect(sheets.flatMap(({ rows: [, ...data] }) => data)).toEqual(rows);
    expect(sheets.map(({ rows: [head] }) => head)).toEqual([1, 2, 3].map(() => ['SKU', 'Quantity']));
    const exact = await written([{ name: 'Rows', columns, rows: rows.slice(0, 3) }], { rows: 4 });
    expect(exact.report.sheets).toEqual([{ name: 'Rows', rows: 3 }]);
    const heavy = await written([{ name: 'Rows', columns, rows }], { characters: 1 });
    expect((await readBack(heavy.bytes)).flatMap(({ rows: [, ...data] }) => data)).toEqual(rows);
  });

  it('cuts a cell at 32,767 characters, between characters, and says so on the cell', async () => {
    const long = 'x'.repeat(32_766);
    const { bytes, report } = await written([{ name: 'long', columns, rows: [[`${long}y`, `${long}😀`]] }]);
    expect((await readBack(bytes))[0]?.rows[1]).toEqual([`${long}y`, long]);
    expect(report.cutCells).toBe(1);
    expect(partsOf(bytes).get('xl/comments1.xml')).toContain('ref="B2"');
  });

  it('hangs notes on cells, and counts those that are too many', async () => {
    const rows = [
      ['a', { text: 'b', note: 'why <this>?' }],
      [{ text: '', note: 'empty' }, 'd'],
    ];
    const { bytes, report } = await written(
      [
        { name: 'one', columns, rows },
        { name: 'two', columns, rows },
      ],
      { notes: 3 },
    );
    expect(report.notesLeftOut).toBe(1);
    const parts = partsOf(bytes);
    expect(parts.get('xl/comments1.xml')).toContain(
      'ref="B2" authorId="0"><text><t xml:space="preserve">why &lt;this&gt;?',
    );
    expect(parts.get('xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>2</x:Row><x:Column>0</x:Column>');
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<legacyDrawing r:id="rId1"/>');
    const ids = [...parts].flatMap(([, text]) =>
      [...text.matchAll(/v:shape id="(\w+)"/g)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(3);
  });

  it('names a type for every part and a part for every relation', async () => {
    const rows = [['a', { text: 'b', note: 'n' }]];
    const { bytes } = await written([
      { name: 'x', columns, rows },
      { name: 'y', columns, rows: [] },
    ]);
    const parts = partsOf(bytes);
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const name of parts.keys()) {
      expect(types.includes(`"/${name}"`) || /(\.rels|\.vml|^\[Content_Types\]\.xml)$/.test(name), name).toBe(
        true,
      );
    }
    for (const [name, text] of parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = new URL(`zip:/${name.replace(/_rels\/[^/]*$/, '')}`);
      for (const [, target] of text.matchAll(/Target="([^"]+)"/g)) {
        expect([...parts.keys()]).toContain(new URL(target ?? '', folder).pathname.slice(1));
      }
    }
  });

  it('is the same file for the same rows, and stops making rows when nobody listens', async () => {
    const rows = [['a', 'b']];
    const [one, two] = await Promise.all([
      written([{ name: 'x', columns, rows }]),
      written([{ name: 'x', columns, rows }]),
    ]);
    expect(one.bytes.equals(two.bytes)).toBe(true);
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield ['a'.repeat(5_000), String(Math.random())];
      } finally {
        closed = true;
      }
    }
    for await (const piece of writeWorkbook([{ name: 'x', columns, rows: endless() }]).pieces) {
      if (piece.length > 1_000) break;
    }
    expect(closed).toBe(true);
  });

  it('fails with what the rows failed with', async () => {
    async function* broken() {
      yield ['a', 'b'];
      throw new RangeError('the file is gone');
    }
    await expect(written([{ name: 'x', columns, rows: broken() }])).rejects.toThrow('the file is gone');
  });
});

describe('names', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('of column %i: %s', (column, letters) => expect(columnLetters(column)).toBe(letters));

  it.each([
    ["a/b:c*d?e[f]g\\h'", 'a b c d e f g h'],
    ['', 'Sheet'],
    ['History', 'Sheet'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['Taken', 'Taken (2)'],
  ])('of a sheet from %j: %j', (wanted, name) => expect(sheetName(wanted, new Set(['taken']))).toBe(name));
});
