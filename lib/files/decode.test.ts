import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { LANGUAGE_LINES } from './corpus/languages';
import { isUndecodable } from './decode';
import type { Dialect } from './model';
import { readRows } from './read-rows';
import { bytesSource } from './source';

type Encoding = Dialect['encoding'];

const dialectOf = (encoding: Encoding): Dialect => ({
  encoding,
  bom: false,
  delimiter: ';',
  newline: '\r\n',
  quote: '"',
  headerRow: 1,
  decidedBy: { encoding: 'user', delimiter: 'user' },
});

async function blocksOf(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding, options = {}) {
  const blocks = [];
  for await (const block of readRows(bytesSource(bytes), dialectOf(encoding), options)) blocks.push(block);
  return blocks;
}

const cases = LANGUAGE_LINES.flatMap(({ language, encodings, lines }) =>
  encodings.map((encoding) => [language, encoding, lines] as const),
);

describe('decoding piece by piece', () => {
  it.each([
    ...cases,
    ['four bytes a sign', 'gb18030' as const, ['1;𠀀𠀁;🚚', '2;1🚚2;𠀀']],
    ['half-width kana', 'shift_jis' as const, ['1;ｱｲｳ;x', '2;ｶﾞﾗｽ;表']],
  ] as const)(
    'reads %s in %s whole, wherever pieces and slices end, and from every start',
    async (_name, encoding, lines) => {
      const bytes = encode(`a;b;c\r\n${lines.join('\r\n')}\r\n`, encoding);
      const rows = ['a;b;c', ...lines].map((line) => line.split(';'));
      for (let size = 1; size <= bytes.length; size++) {
        const blocks = await blocksOf(bytes, encoding, {
          pieceBytes: size,
          sliceBytes: Math.max(4, (size * 7) % 40),
        });
        expect(blocks.flatMap((block) => block.rows)).toEqual(rows);
        expect(blocks.some((block) => block.damaged)).toBe(false);
        if (size !== 7) continue;
        for (const { firstRow: row, startByte: byte } of blocks) {
          if (byte === undefined) continue;
          const rest = await blocksOf(bytes, encoding, { start: { row, byte } });
          expect(rest.flatMap((block) => block.rows)).toEqual(rows.slice(row - 1));
        }
      }
    },
  );

  it.each([
    ['shift_jis', [0x81, 0x0a]],
    ['shift_jis', [0xfd]],
    ['gb18030', [0xff]],
    ['gb18030', [0x81, 0x30, 0x0a]],
    ['big5', [0x81, 0x0a]],
    ['big5', [0xff]],
    ['euc-kr', [0xff]],
    ['euc-kr', [0x81, 0x0a]],
    ['euc-jp', [0xa4, 0x0a]],
    ['utf-8', [0xc3, 0x0a]],
    ['iso-8859-2', [0x85]],
    ['windows-1253', [0xaa]],
  ] as const)('names the cell where %s cannot read %j, and no line is lost', async (encoding, bad) => {
    const start = encode('id;b\r\n1;x\r\n2;', encoding);
    const end = encode(`${bad.at(-1) === 10 ? '' : '\r\n'}3;y\r\n`, encoding);
    const bytes = new Uint8Array([...start, ...bad.map((byte) => byte), ...end]);
    for (const pieceBytes of [3, 5, 1000]) {
      const lines: Dialect = { ...dialectOf(encoding), newline: '\n' };
      const rows: string[][] = [];
      const starts: { row: number; byte: number }[] = [];
      for await (const block of readRows(bytesSource(bytes), lines, { pieceBytes })) {
        if (block.startByte !== undefined) starts.push({ row: block.firstRow, byte: block.startByte });
        rows.push(...block.rows);
        if (block.rows.some((row) => row.some(isUndecodable))) expect(block.damaged).toBe(true);
      }
      expect(rows.map((row) => row[0])).toEqual(['id', '1', '2', '3']);
      expect(rows.map((row) => row.some(isUndecodable))).toEqual([false, false, true, false]);
      for (const start of starts) {
        const rest: string[][] = [];
        for await (const block of readRows(bytesSource(bytes), lines, { start })) rest.push(...block.rows);
        expect(rest).toEqual(rows.slice(start.row - 1));
      }
    }
  });
});
