import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import type { Dialect } from './model';
import { readHead } from './read-head';
import { readRows } from './read-rows';
import { bytesSource } from './source';

/** Letters that an encoding has beyond ASCII; those of several bytes hold ASCII separators as their second byte. */
const LETTERS: Partial<Record<Dialect['encoding'], string>> = {
  'utf-8': 'éß日🚚',
  'utf-16le': 'éß日🚚',
  'utf-16be': 'éß日🚚',
  'windows-1252': 'éßÿ€',
  'windows-1250': 'łőž€',
  'windows-1251': 'жЯё',
  'windows-1254': 'ğİı',
  'iso-8859-2': 'łőž',
  'iso-8859-15': 'é€ÿ',
  macintosh: 'éßÿ',
  ibm850: 'éßÿ',
  'koi8-r': 'жЯё',
  // 表, ソ and 能 end with 0x5C (\), ポ with 0x7C (|), in Shift-JIS; 功 and 許 with 0x5C in Big5.
  shift_jis: '表ソ能ポｱ',
  'euc-jp': '表ソ能',
  gb18030: '们漒🚚𠀀',
  big5: '功許蓋',
  'euc-kr': '한글',
};

const written = (rows: readonly (readonly string[])[], dialect: Dialect, quoteAll: boolean): string => {
  const quote = dialect.quote === 'none' ? '' : dialect.quote;
  const cellOf = (cell: string) => {
    if (quote === '') return cell;
    const special = [...cell].some(
      (sign) => sign === dialect.delimiter || sign === quote || '\r\n'.includes(sign),
    );
    if (!quoteAll && !special && !cell.startsWith(' ')) return cell;
    const inside =
      dialect.escape === 'backslash'
        ? cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
        : cell.replaceAll(quote, quote + quote);
    return quote + inside + quote;
  };
  const ends = ['\n', '\r\n', '\r'];
  return rows
    .map((row, at) => {
      const line = row.map(cellOf).join(dialect.delimiter);
      // A blank line ended by LF after one ended by CR would be one CRLF.
      return line + (dialect.newline === 'mixed' ? (ends[at % 2] ?? '\n') : dialect.newline);
    })
    .join('');
};

const dialects = fc.record({
  encoding: fc.constantFrom(...(Object.keys(LETTERS) as Dialect['encoding'][])),
  delimiter: fc.constantFrom(',', ';', '\t', '|', ':', '^', '~', '\u0001', ' '),
  newline: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const, 'mixed' as const),
  quote: fc.constantFrom('"' as const, "'" as const, 'none' as const),
  escape: fc.constantFrom('doubled' as const, 'backslash' as const),
});

describe('any table, written in any dialect', () => {
  it('is read back cell for cell, wherever pieces end', async () => {
    const cases = dialects.chain((chosen) => {
      const dialect: Dialect = {
        ...chosen,
        bom: false,
        headerRow: 1,
        decidedBy: { encoding: 'user', delimiter: 'user' },
      };
      const plain = dialect.quote === 'none';
      const signs = [
        ...`ab1 =\\${LETTERS[dialect.encoding] ?? ''}`,
        ...(plain ? [] : ['"', "'", ',', ';', '\t', '|', '\n', '\r', '\r\n']),
      ];
      const allowed = plain ? signs.filter((sign) => sign !== dialect.delimiter) : signs;
      const cell = fc.string({ unit: fc.constantFrom(...allowed), maxLength: 10 });
      return fc.integer({ min: 2, max: 5 }).chain((width) =>
        fc.record({
          dialect: fc.constant(dialect),
          rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: 12,
          }),
          quoteAll: fc.boolean(),
          pieceBytes: fc.integer({ min: 1, max: 200 }),
        }),
      );
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ dialect, rows, quoteAll, pieceBytes }) => {
        const bytes = encode(written(rows, dialect, quoteAll), dialect.encoding);
        const read: string[][] = [];
        for await (const block of readRows(bytesSource(bytes), dialect, { pieceBytes })) {
          read.push(...block.rows);
          expect(block.damaged).toBe(false);
          expect(block.broken.size).toBe(0);
        }
        expect(read).toEqual(rows);
      }),
      { numRuns: 1500 },
    );
  });

  it('is found to be in that dialect, where its rows prove it', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 8 });
    const cases = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '~', '\u0001'),
      newline: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
      encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
      rows: fc.array(fc.tuple(word, fc.nat(99_999), word, word), { minLength: 3, maxLength: 30 }),
      quoteAll: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, quoteAll, ...chosen }) => {
        const dialect: Dialect = {
          ...chosen,
          bom: chosen.encoding !== 'utf-8',
          quote: '"',
          headerRow: 1,
          decidedBy: { encoding: 'user', delimiter: 'user' },
        };
        const table = [['name', 'count', 'first', 'second'], ...rows.map((row) => row.map(String))];
        const bytes = encode(written(table, dialect, quoteAll), dialect.encoding, dialect.bom);
        const head = await readHead(bytesSource(bytes));
        expect(head.ok && head.value.dialect).toMatchObject({ ...chosen, headerRow: 1 });
        expect(head.ok && head.value.notes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
