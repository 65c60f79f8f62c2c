import { describe, expect, it } from 'vitest';
import { MADE_DIALECT, readWorkbook } from './read-workbook';
import { makeWorkbook, type MadeCell } from '../../../e2e/files/make-workbook';
import { readHead } from '../read-head';
import { readRows } from '../read-rows';
import { bytesSource } from '../source';
import { sheet } from './hazards-suite';

const inline = (text: string): MadeCell => ({ inline: text });
/** Lines that would be rows of two columns. */
const lines = (characters: number) => `${'pad'.repeat(5)},fake\n`.repeat(Math.ceil(characters / 21));
/** The most letters that Excel takes in a cell. */
const full = lines(32_767).slice(0, 32_767);

/** The text of a workbook with these rows, and its head. */
async function made(rows: readonly (readonly MadeCell[])[]) {
  const { signal } = new AbortController();
  const source = bytesSource(makeWorkbook({ sheets: [{ name: 'S', rows }] }));
  const { decoding, choice } = await readWorkbook(
    source,
    { choice: undefined, headerRow: undefined },
    signal,
  );
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of decoding.pieces) pieces.push(bytes);
  const text = bytesSource(new Uint8Array(Buffer.concat(pieces)));
  const head = await readHead(text, MADE_DIALECT, true);
  if (!head.ok) throw new Error(head.error);
  return { text, head: head.value, dialect: { ...head.value.dialect, workbook: choice } };
}

describe('one row of a sheet is one row, however long it is', () => {
  it.each([
    ['a cell of 2.5 MB made of lines', [inline(lines(2_500_000)), inline('x')]],
    ['a cell of 9 MB made of lines', [inline(lines(9_000_000)), inline('x')]],
    ['a hundred full cells of Excel', Array.from({ length: 100 }, () => inline(full))],
  ])('%s', async (_hazard, long) => {
    const back = await sheet({
      rows: [long.map((_, at) => inline(`c${at}`)), ['1', 'a'], long, ['2', 'b']],
    });
    if (typeof back === 'string') throw new Error(back);
    expect(back.rows).toHaveLength(4);
    const [, , row = [], after] = back.rows;
    expect(row.map((cell, at) => cell === (long[at] as { inline: string }).inline)).toEqual(
      long.map(() => true),
    );
    expect(after?.slice(0, 2)).toEqual(['2', 'b']);
  });

  it('nothing is said of cells whose lines would each be a row, and every start leads to the same rows', async () => {
    const three = inline('x,y,z\nx,y,z\nx,y,z');
    const rows = [['a', 'b', 'c'], ...Array.from({ length: 300 }, () => [three, inline(full), inline('x')])];
    const { text, dialect } = await made(rows);
    let starts = 0;
    for await (const block of readRows(text, dialect)) {
      expect([block.broken.size, block.stray.size]).toEqual([0, 0]);
      if (block.startByte === undefined || block.firstRow === 1) continue;
      starts += 1;
      const start = { row: block.firstRow, byte: block.startByte };
      for await (const again of readRows(text, dialect, { start })) {
        expect(again.rows[0]).toEqual(block.rows[0]);
        break;
      }
    }
    expect(starts).toBeGreaterThan(5);
  });

  it('a head that ends inside a row shows none of its lines', async () => {
    const { head } = await made([
      ['a', 'b'],
      ['1', 'x'],
      [inline(lines(600_000)), 'y'],
      ['2', 'z'],
    ]);
    expect(head.header).toEqual(['a', 'b']);
    expect(head.rows).toEqual([{ row: 2, cells: ['1', 'x'] }]);
  });

  it('headings of which the first bytes hold no end are read all the same', async () => {
    const notes = Array.from({ length: 20 }, (_, at) => inline(`${at} ${full}`));
    const { head } = await made([notes, ['1', 'x'], ['2', 'z']]);
    expect(head.header).toHaveLength(20);
    expect(head.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('more than any row of a sheet can be is damage', async () => {
    const text = 'x'.repeat(2 ** 20);
    const row = Array.from({ length: 65 }, () => '<c t="s"><v>0</v></c>').join('');
    const back = await sheet({ data: `<row r="1">${row}</row>` }, { strings: [`<si><t>${text}</t></si>`] });
    expect(back).toBe('file-damaged');
  });
});
