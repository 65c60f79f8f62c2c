import { describe, expect, it } from 'vitest';
import { DAMAGE } from './corpus/damage';
import { DOUBTS } from './corpus/doubts';
import { encode } from './corpus/encode';
import type { Hazard, Outcome } from './corpus/hazard';
import { FEW_NAMES } from './corpus/few-names';
import { FIXED_WIDTH } from './corpus/fixed-width';
import { HEADERS } from './corpus/headers';
import { LANGUAGE_LINES } from './corpus/languages';
import { LINE_ENDS } from './corpus/line-ends';
import { QUOTES } from './corpus/quotes';
import { SEPARATORS } from './corpus/separators';
import { SHAPES } from './corpus/shapes';
import { isUndecodable } from './decode';
import { readHead } from './read-head';
import { readRows } from './read-rows';
import { bytesSource } from './source';
import { looksLikeTotal } from './total-row';

/** The whole road of a file, as far as this room goes. */
async function outcomeOf({ file, choice }: Hazard, pieceBytes: number): Promise<Outcome> {
  const bytes = typeof file === 'string' ? encode(file, 'utf-8') : file;
  const head = await readHead(bytesSource(bytes), choice);
  if (!head.ok) return { refused: head.error };
  const { dialect, header, notes } = head.value;
  const seen = {
    broken: [] as number[],
    stray: [] as number[],
    undecodable: [] as number[],
    totals: [] as number[],
  };
  const rows: string[][] = [];
  for await (const block of readRows(bytesSource(bytes), dialect, { pieceBytes })) {
    for (const [at, cells] of block.rows.entries()) {
      const row = block.firstRow + at;
      if (row <= dialect.headerRow) continue;
      rows.push(cells);
      if (block.broken.has(at)) seen.broken.push(row);
      if (block.stray.has(at)) seen.stray.push(row);
      if (block.damaged && cells.some(isUndecodable)) seen.undecodable.push(row);
      if (looksLikeTotal(cells)) seen.totals.push(row);
    }
  }
  const { delimiter, newline, encoding } = dialect;
  return { header, rows, delimiter, newline, encoding, notes: notes.map(({ code }) => code), ...seen };
}

const SILENT: Outcome = { notes: [], broken: [], stray: [], undecodable: [] };

const GROUPS = {
  separators: SEPARATORS,
  'line ends': LINE_ENDS,
  quotes: QUOTES,
  headers: HEADERS,
  'few headings': FEW_NAMES,
  'what rows may be': DOUBTS,
  'columns at fixed places': FIXED_WIDTH,
  shapes: SHAPES,
  'damage and encodings': DAMAGE,
};

describe.each(Object.entries(GROUPS))('hazards: %s', (_group, hazards: readonly Hazard[]) => {
  it.each(hazards.map((hazard) => [hazard.name, hazard] as const))('%s', async (_name, hazard) => {
    const expected = hazard.becomes.refused === undefined ? { ...SILENT, ...hazard.becomes } : hazard.becomes;
    expect(await outcomeOf(hazard, 128 * 1024)).toMatchObject(expected);
    // Where pieces end must not matter.
    expect(await outcomeOf(hazard, 1009)).toMatchObject(expected);
  });
});

describe('hazards: files in the language of the user', () => {
  const cases = LANGUAGE_LINES.flatMap(({ language, encodings, lines }) =>
    encodings.map((encoding) => [language, encoding, lines] as const),
  );
  it.each(cases)('%s in %s', async (_language, encoding, lines) => {
    const text = `id;b;c;d\r\n${lines.join('\r\n')}\r\n`;
    const result = await outcomeOf({ name: '', file: encode(text, encoding), becomes: {} }, 1009);
    expect(result).toMatchObject({ ...SILENT, rows: lines.map((line) => line.split(';')) });
  });
});
