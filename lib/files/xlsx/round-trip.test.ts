import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, type MadeCell } from '../../../e2e/files/make-workbook';
import { readBytes, type ReadBack } from './hazards-suite';

const rowsOf = (back: ReadBack | string) => (typeof back === 'string' ? back : back.rows);

/** Any text a cell can hold: no half surrogates, no U+FFFE or U+FFFF, which XML has no way to say. A NUL is a finding. */
const anyText = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => text.replaceAll(/[\u0000\ufffe\uffff]/g, '').normalize('NFC'));
const anyCell: fc.Arbitrary<readonly [made: MadeCell, text: string]> = fc.oneof(
  anyText.map((text) => [text, text] as const),
  anyText.map((text) => [{ inline: text }, text] as const),
  fc.integer().map((value) => [value, String(value)] as const),
  fc
    .tuple(fc.integer(), fc.nat(), fc.nat(18))
    .map(([whole, part, digits]) => `${whole}.${String(part).padStart(digits, '0')}`)
    .map((n) => [{ n }, n] as const),
  fc.boolean().map((value) => [value, value ? 'TRUE' : 'FALSE'] as const),
  fc.constant([null, ''] as const),
);

/** What stands in the sheet when it is read: as wide as its widest row, no blank rows at the end. */
function expected(table: readonly (readonly string[])[]): string[][] {
  const rows = table.map((cells) => (cells.every((cell) => cell === '') ? [] : [...cells]));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  const trimmed = rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1));
  const width = Math.max(0, ...trimmed.map((cells) => cells.length));
  return trimmed.map((cells) =>
    cells.length === 0 ? [] : [...cells, ...Array.from({ length: width - cells.length }, () => '')],
  );
}

describe('a table written as a workbook and read back', () => {
  it('is the same table, whatever its cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('packed', 'stored', 'descriptor', 'zip64'),
        async (table, how) => {
          const bytes = makeWorkbook({
            sheets: [{ name: 'S', rows: table.map((cells) => cells.map(([made]) => made)) }],
            parts: (parts) => parts.map((part) => ({ ...part, [how]: true })),
          });
          const rows = expected(table.map((cells) => cells.map(([, text]) => text)));
          const back = await readBytes(bytes);
          expect(rowsOf(back)).toEqual(rows.length === 0 ? 'workbook-without-rows' : rows);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says what another reader says of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.stringMatching(/^[A-Za-zäöü ]{1,8}x$/),
            fc.integer({ min: 1, max: 60_000 }),
            fc.nat(86_399),
            fc.boolean(),
          ),
          { minLength: 1, maxLength: 10 },
        ),
        async (table) => {
          const bytes = makeWorkbook({
            sheets: [
              {
                name: 'S',
                rows: table.map(([text, day, seconds, flag]) => [
                  text,
                  { n: String(day + 61), style: 1 },
                  { n: String(day + 61 + (seconds + 0.5) / 86_400), style: 2 },
                  day,
                  flag,
                ]),
              },
            ],
            formats: [14, 'yyyy-mm-dd hh:mm:ss'],
          });
          const [oracle] = await readExcel(Buffer.from(bytes), { trim: false });
          const said = (value: unknown, at: number) =>
            value instanceof Date
              ? value
                  .toISOString()
                  .replace('T', ' ')
                  .slice(0, at === 1 ? 10 : 19)
              : typeof value === 'boolean'
                ? String(value).toUpperCase()
                : String(value);
          const theirs = oracle?.data.map((row) => row.map(said));
          // It cuts moments to the second before them; half a second in keeps both on the same one.
          const ours = rowsOf(await readBytes(bytes));
          const cut =
            typeof ours === 'string'
              ? ours
              : ours.map((row) => row.map((cell, at) => (at === 2 ? cell.slice(0, 19) : cell)));
          expect(cut).toEqual(theirs);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a workbook that was damaged on its way', () => {
  const table = Array.from({ length: 30 }, (_, row) => [
    `name ${row}`,
    row,
    row % 2 === 0,
    { n: `${43_000 + row}.5`, style: 1 },
  ]);
  const bytes = makeWorkbook({ sheets: [{ name: 'S', rows: table }], formats: [22] });

  it('in any one byte is read as it was, or refused', async () => {
    const whole = rowsOf(await readBytes(bytes));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const broken = bytes.slice();
        broken[at] = (broken[at] ?? 0) ^ by;
        const back = rowsOf(await readBytes(broken));
        if (typeof back !== 'string') expect(back).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it('by being cut off anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(typeof (await readBytes(bytes.slice(0, length)))).toBe('string');
      }),
      { numRuns: 100 },
    );
  });

  it('by noise in its XML is refused or read, and ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '<',
            '>',
            '&',
            '"',
            '<row>',
            '</row>',
            '<c r="A1">',
            '</c>',
            '<v>',
            '</v>',
            '<f>',
            '<is>',
            '<t>',
            '<![CDATA[',
            ']]>',
            '<!--',
            '-->',
            '<?',
            'r="3"',
            't="s"',
            'x',
            '7',
          ),
          { maxLength: 30 },
        ),
        async (tokens) => {
          const noise = makeWorkbook({ sheets: [{ name: 'S', data: tokens.join('') }] });
          expect(['string', 'object']).toContain(typeof (await readBytes(noise)));
        },
      ),
      { numRuns: 150 },
    );
  });
});
