import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { isUndecodable } from './decode';
import type { Dialect } from './model';
import { firstStart, readRows, type ReadOptions, type RowBlock } from './read-rows';
import { bytesSource } from './source';

const dialectOf = (over: Partial<Dialect> = {}): Dialect => ({
  encoding: 'utf-8',
  bom: false,
  delimiter: ',',
  newline: '\n',
  quote: '"',
  headerRow: 1,
  decidedBy: { encoding: 'user', delimiter: 'user' },
  ...over,
});

async function blocksOf(bytes: Uint8Array<ArrayBuffer>, dialect: Dialect, options: ReadOptions = {}) {
  const blocks: RowBlock[] = [];
  for await (const block of readRows(bytesSource(bytes), dialect, options)) blocks.push(block);
  return blocks;
}

const rowsOf = async (bytes: Uint8Array<ArrayBuffer>, dialect: Dialect, options?: ReadOptions) =>
  (await blocksOf(bytes, dialect, options)).flatMap((block) => block.rows);

const TEXT = 'id,name\n1,Zoë 日本 🚚\n2,"née ""é"",\nœuvre"\n\n3,ﬁn€\n';
const ROWS = [['id', 'name'], ['1', 'Zoë 日本 🚚'], ['2', 'née "é",\nœuvre'], [''], ['3', 'ﬁn€']];

describe('reading rows', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'never splits a character of %s, wherever pieces and slices end',
    async (encoding) => {
      for (const bom of [false, true]) {
        const bytes = encode(TEXT, encoding, bom);
        for (let size = 1; size <= bytes.length; size++) {
          const options = { pieceBytes: size, sliceBytes: Math.max(4, (size * 7) % 40) };
          const blocks = await blocksOf(bytes, dialectOf({ encoding, bom }), options);
          expect(blocks.flatMap((block) => block.rows)).toEqual(ROWS);
          expect(blocks.some((block) => block.damaged)).toBe(false);
        }
      }
    },
  );

  it('reads the same rows from every start it names', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => `${at},"ü${'日'.repeat(at % 7)}\n${at}",x`);
    const bytes = encode(`a,b,c\r\n${lines.join('\r\n')}\r\n`, 'utf-8', true);
    const dialect = dialectOf({ newline: '\r\n', bom: true });
    const blocks = await blocksOf(bytes, dialect, { pieceBytes: 97, sliceBytes: 1000 });
    const all = blocks.flatMap((block) => block.rows);
    expect(all).toHaveLength(401);
    let starts = 0;
    for (const { firstRow: row, startByte: byte } of blocks) {
      if (byte === undefined) continue;
      starts += 1;
      const rest = await blocksOf(bytes, dialect, { start: { row, byte } });
      expect(rest[0]?.firstRow).toBe(row);
      expect(rest.flatMap((block) => block.rows)).toEqual(all.slice(row - 1));
    }
    expect(starts).toBeGreaterThan(100);
  });

  it('gives back any table written in any dialect, byte for byte', async () => {
    const delimiters = [',', ';', '\t', '|'] as const;
    const newlines = ['\n', '\r\n', '\r'] as const;
    const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
    const table = fc.integer({ min: 1, max: 5 }).chain((width) => {
      const unit = fc.constantFrom(...'ab1 ,;\t|"\n\r=éÿ¡', '\r\n', '""');
      const cell = fc.oneof(fc.string({ unit, maxLength: 12 }), fc.constant(''), fc.constant('0'));
      return fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 20,
      });
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...delimiters),
        fc.constantFrom(...newlines),
        fc.constantFrom(...encodings),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 300 }),
        async (rows, delimiter, newline, encoding, quoteAll, lastNewline, pieceBytes) => {
          const written = rows.map((row) =>
            row
              .map((cell) =>
                quoteAll || /[",;\t|\r\n]/.test(cell) || (row.length === 1 && cell === '')
                  ? `"${cell.replaceAll('"', '""')}"`
                  : cell,
              )
              .join(delimiter),
          );
          const bytes = encode(written.join(newline) + (lastNewline ? newline : ''), encoding);
          const read = await rowsOf(bytes, dialectOf({ delimiter, newline, encoding }), { pieceBytes });
          expect(read).toEqual(rows);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('goes on with the next line after a quote that never closes', async () => {
    const bytes = encode('a,b\n1,2\n3,"oops\n5,6\n7,8\n', 'utf-8');
    const blocks = await blocksOf(bytes, dialectOf());
    expect(blocks.flatMap((block) => block.rows)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '"oops'],
      ['5', '6'],
      ['7', '8'],
    ]);
    const broken = blocks.flatMap((block) => [...block.broken].map((at) => block.firstRow + at));
    expect(broken).toEqual([3]);
  });

  it('does not let an unclosed quote swallow megabytes', async () => {
    const filler = `${'x'.repeat(998)},y\n`.repeat(4000);
    const bytes = encode(`a,b\n1,"oops\n${filler}9,9\n`, 'utf-8');
    const blocks = await blocksOf(bytes, dialectOf());
    expect(blocks.reduce((sum, block) => sum + block.rows.length, 0)).toBe(4003);
    expect(blocks.flatMap((block) => [...block.broken].map((at) => block.firstRow + at))).toEqual([2]);
  });

  it('names a stray quote inside a quoted cell', async () => {
    const blocks = await blocksOf(encode('a,b\n"x"y",2\n3,4\n', 'utf-8'), dialectOf());
    expect(blocks.flatMap((block) => [...block.broken])).toEqual([1]);
  });

  it('tells damage from replacement characters that the file itself holds', async () => {
    const good = encode('a,b\n1,\ufffd\n', 'utf-8');
    expect((await blocksOf(good, dialectOf()))[0]?.damaged).toBe(false);
    const bad = new Uint8Array([...encode('a,b\n1,', 'utf-8'), 0xff, 0x0a]);
    const [block] = await blocksOf(bad, dialectOf());
    expect(block?.damaged).toBe(true);
    expect(block?.rows[1]?.map((cell) => isUndecodable(cell))).toEqual([false, true]);
  });

  it('reads every byte of windows-1252 as the standard says, at the start of a piece too', async () => {
    const bytes = new Uint8Array([0x80, 0xff, 0x99, 0xe9, 0x0a]);
    const dialect = dialectOf({ encoding: 'windows-1252' });
    for (const pieceBytes of [1, 2, 3, 100]) {
      expect(await rowsOf(bytes, dialect, { pieceBytes })).toEqual([['€ÿ™é']]);
    }
  });

  it('says that NULs are damage: warehouses cut a text where one stands, or refuse it', async () => {
    for (const encoding of ['utf-8', 'windows-1252', 'shift_jis'] as const) {
      const [block] = await blocksOf(new TextEncoder().encode('a,b\nx\0y,z\n'), dialectOf({ encoding }));
      expect(block?.damaged).toBe(true);
      expect(block?.rows[1]?.map((cell) => isUndecodable(cell))).toEqual([true, false]);
    }
  });

  it('says that bytes without a meaning in windows-1252 are damage', async () => {
    const bytes = new Uint8Array([...encode('a\n', 'windows-1252'), 0x81, 0x0a]);
    expect((await blocksOf(bytes, dialectOf({ encoding: 'windows-1252' })))[0]?.damaged).toBe(true);
  });

  it('ends on any bytes whatever, with every line in some row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'windows-1252' as const),
        async (noise, encoding) => {
          const rows = await rowsOf(new Uint8Array(noise), dialectOf({ encoding }), { pieceBytes: 16 });
          expect(rows.every((row) => row.length > 0)).toBe(true);
        },
      ),
    );
  });

  it('stops where its signal says so', async () => {
    const bytes = encode('a\n'.repeat(1000), 'utf-8');
    const control = new AbortController();
    control.abort(new Error('enough'));
    await expect(rowsOf(bytes, dialectOf(), { signal: control.signal })).rejects.toThrow('enough');
  });

  it('begins after the mark', () => {
    expect(firstStart({ bom: true, encoding: 'utf-8' })).toEqual({ row: 1, byte: 3 });
    expect(firstStart({ bom: true, encoding: 'utf-16be' })).toEqual({ row: 1, byte: 2 });
  });
});
