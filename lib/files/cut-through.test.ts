import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFirstLine, cutFirstRow, cutter, scanningOf, type Cutting } from './cut';
import { cutThrough } from './cut-through';
import { readRows } from './read-rows';
import { scanRows } from './scan';
import { bytesSource } from './source';

interface Told {
  readonly rows: string[][];
  readonly broken: number[];
  readonly stray: number[];
  readonly quotedTexts: (readonly [number, readonly number[]])[];
}

type Step = (left: string, final: boolean) => ReturnType<typeof cutFirstLine>;

/** Rows one failure at a time, as `readRows` asks for them; `lost` is what it does about a failure. */
function told(
  text: string,
  cutting: Cutting,
  cap: number,
  final: boolean,
  lost: Step,
): Told & { left: string } {
  const cut = cutter(cutting);
  // A row at a time where one may be too long: each is judged by its own length.
  const one = (left: string) => scanRows(left, scanningOf(cutting), false, 1);
  const all: Told = { rows: [], broken: [], stray: [], quotedTexts: [] };
  let left = text;
  while (left !== '') {
    const isOverlong = left.length > cap && cutFirstRow(left, cutting) > cap;
    let result = isOverlong ? lost(left, final) : left.length > cap ? one(left) : cut(left, false);
    if (result.rows.length === 0) {
      if (!final) break;
      result = cut(left, true);
      if (result.broken.size > 0) result = lost(left, true);
    }
    const first = all.rows.length;
    all.rows.push(...result.rows);
    all.broken.push(...[...result.broken].map((at) => first + at));
    all.stray.push(...[...result.stray].map((at) => first + at));
    // Of a row that is not finished the scanner may have told already, and it will again.
    for (const [at, columns] of result.quotedTexts)
      if (at < result.rows.length) all.quotedTexts.push([first + at, columns]);
    left = left.slice(result.used);
  }
  return { ...all, left };
}

const DIALECT: Cutting = { delimiter: ',', newline: '\n', quote: '"' };

describe('rows behind a quote that never closes', () => {
  it('are those that looking for its end anew in every line gives', () => {
    const piece = fc.constantFrom(
      ...[...'ab"", \n\r\\\n"'],
      '1,"x\n',
      'y","z\n',
      '""x\n',
      'y"',
      '\r\n',
      '"a",',
      '\\"',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom(...(['\n', '\r\n', '\r', 'mixed'] as const)),
        fc.constantFrom(',', ' '),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 3, max: 60 }),
        (pieces, newline, delimiter, isBackslash, final, cap) => {
          const cutting: Cutting = {
            ...DIALECT,
            newline,
            delimiter: delimiter,
            ...(isBackslash ? { escape: 'backslash' as const } : {}),
          };
          const text = pieces.join('');
          const slow = told(text, cutting, cap, final, (left) => cutFirstLine(left, cutting, cap));
          const fast = told(text, cutting, cap, final, (left, end) => cutThrough(left, cutting, cap, end));
          expect(fast).toEqual(slow);
        },
      ),
      { numRuns: 3000 },
    );
  });

  // Each of these would take many minutes if every line were searched to the end of the text.
  it.each([
    ['in every line', '1,"x\n', '', 0],
    ['in every line, closed at the very end', '1,"x\n', '1,x"', 1],
    ['in every line, closed and opened again', '1,"x\ny","z\n', '', 0],
    ['doubled in every line', '""x\n', 'y"', 0],
    ['in every line, closed beyond what a row may hold', '1,"xxx\n', '1,x"\n1,2\n', 0, 2_400_000],
  ])('take one look at the text: %s', async (_what, line, end, joined, size = 400_000) => {
    const text = `a,b\n${line.repeat(size / line.length)}${end}`;
    let rows = 0;
    const source = bytesSource(new TextEncoder().encode(text));
    const dialect = { ...DIALECT, encoding: 'utf-8', bom: false, headerRow: 1 } as const;
    for await (const block of readRows(source, {
      ...dialect,
      decidedBy: { encoding: 'user', delimiter: 'user' },
    }))
      rows += block.rows.length;
    expect(rows).toBe(text.trimEnd().split('\n').length - joined);
  });
});
