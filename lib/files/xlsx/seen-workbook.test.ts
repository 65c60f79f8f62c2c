import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../../e2e/files/make-workbook';
import type { SheetChoice } from '../model';
import { bytesSource, type ByteSource } from '../source';
import { readWorkbook, type SeenWorkbook, type WorkbookText } from './read-workbook';

const sheetOf = (name: string) => ({
  name,
  // Long enough for several pieces of text, so that one is really under way when another begins.
  rows: [
    ['Id', 'City'],
    ...Array.from({ length: 60_000 }, (_, row) => [`${name}-${row}`, `City ${row % 7}`]),
  ],
});
const bytes = makeWorkbook({ sheets: [sheetOf('January'), sheetOf('February')] });

function counted(): ByteSource & { reads: number } {
  const inner = bytesSource(bytes);
  return {
    size: inner.size,
    reads: 0,
    read(from, to) {
      this.reads += to - from;
      return inner.read(from, to);
    },
  };
}

const choose = (...sheets: string[]): SheetChoice => ({ sheets, byName: false });
const { signal } = new AbortController();
const open = (source: ByteSource, choice: SheetChoice, former?: SeenWorkbook) =>
  readWorkbook(source, { choice, headerRow: undefined }, signal, undefined, former);

async function textOf({ decoding }: WorkbookText): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of decoding.pieces) pieces.push(piece.bytes);
  return Buffer.concat(pieces).toString();
}

describe('a workbook of which a text is being made', () => {
  it('gives another text without its strings and first rows being read again', async () => {
    const source = counted();
    const first = await open(source, choose('January'));
    await first.decoding.pieces.next();
    const before = source.reads;
    const second = await open(source, choose('January', 'February'), first.workbook);
    expect(source.reads).toBe(before);
    expect(await textOf(second)).toBe(await textOf(await open(counted(), choose('January', 'February'))));
  });

  it('keeps its strings until the last text has ended, whichever that is', async () => {
    const whole = await textOf(await open(counted(), choose('January')));
    const first = await open(counted(), choose('January'));
    const begun = await first.decoding.pieces.next();
    const second = await open(counted(), choose('February'), first.workbook);
    await second.decoding.pieces.next();
    await second.decoding.pieces.return();
    expect(first.workbook.isOpen).toBe(true);
    const begin = begun.value === undefined ? '' : Buffer.from(begun.value.bytes).toString();
    expect(begin + (await textOf(first))).toBe(whole);
    expect(first.workbook.isOpen).toBe(false);
  });

  it('is opened anew when all of its texts have ended', async () => {
    const first = await open(counted(), choose('January'));
    await textOf(first);
    const source = counted();
    const second = await open(source, choose('February'), first.workbook);
    expect(source.reads).toBeGreaterThan(0);
    expect(await textOf(second)).toContain('February-59999');
  });

  it('stays as it is when another choice is refused', async () => {
    const first = await open(counted(), choose('January'));
    await expect(open(counted(), choose('March'), first.workbook)).rejects.toThrow();
    expect(first.workbook.isOpen).toBe(true);
    expect(await textOf(first)).toContain('January-59999');
    expect(first.workbook.isOpen).toBe(false);
  });
});
