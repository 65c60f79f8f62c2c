import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from './corpus/encode';
import { LANGUAGE_LINES } from './corpus/languages';
import { pieceDecoder } from './decode';
import { readHead } from './read-head';
import { readRows } from './read-rows';
import { bytesSource } from './source';

/** Letters and digits of a text: what no way of cutting it may lose or make. */
const substance = (text: string) => text.replace(/[^\p{L}\p{N}\ufffd]/gu, '');

/**
 * Reads a file to its end. Either it is refused, or every letter of it stands in some cell, in the file's order, and
 * rows are numbered without gaps.
 */
async function readsWhole(bytes: Uint8Array<ArrayBuffer>, pieceBytes: number): Promise<void> {
  const head = await readHead(bytesSource(bytes));
  if (!head.ok) return;
  const { dialect } = head.value;
  let text = '';
  let next = 1;
  for await (const block of readRows(bytesSource(bytes), dialect, { pieceBytes })) {
    expect(block.firstRow).toBe(next);
    next += block.rows.length;
    for (const row of block.rows) text += row.join('');
  }
  const start = dialect.bom ? (dialect.encoding === 'utf-8' ? 3 : 2) : 0;
  const decoded = pieceDecoder(dialect.encoding)(bytes.subarray(start)).text;
  // The separator may be a letter's half where the bytes are noise; it is in no cell.
  const without = decoded.replaceAll(dialect.delimiter, '');
  expect(substance(text)).toBe(substance(without));
}

const FILES = LANGUAGE_LINES.flatMap(({ encodings, lines }) =>
  encodings.map((encoding) =>
    encode(`id;"name ""x""";city;c\r\n${lines.join('\r\n')}\r\n9;"a\r\nb";"c;d";e\r\n`, encoding),
  ),
);

describe('files that are damaged at random', () => {
  it('any bytes: a refusal, or every letter in some row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.integer({ min: 1, max: 64 }),
        (noise, pieceBytes) => readsWhole(new Uint8Array(noise), pieceBytes),
      ),
      { numRuns: 500 },
    );
  });

  it('any text of separators, quotes and line ends', async () => {
    const unit = fc.constantFrom(...'ab1,;\t|"\'\n\r \\', '\r\n', '""', '","', '"\n"');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit, maxLength: 200 }),
        fc.integer({ min: 1, max: 64 }),
        (text, pieceBytes) => readsWhole(encode(text, 'utf-8'), pieceBytes),
      ),
      { numRuns: 1000 },
    );
  });

  it('files cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), fc.nat(400), (file, length) =>
        readsWhole(file.slice(0, length), 32),
      ),
      { numRuns: 500 },
    );
  });

  it('files with flipped bytes', async () => {
    const flips = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), flips, (file, changes) => {
        const bytes = file.slice();
        for (const [at, mask] of changes) {
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ mask;
        }
        return readsWhole(bytes, 32);
      }),
      { numRuns: 500 },
    );
  });
});
