import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingGroup } from '@/lib/validation/model';
import { nextFinding, placeFrom, type Peek } from './seek';

const peekInto =
  (lists: ReadonlyMap<string | null, readonly number[]>): Peek =>
  async (filter, from) => {
    const list = lists.get(filter.kind === 'finding' ? filter.column : 'all') ?? [];
    const row = list[from];
    return {
      total: list.length,
      row: row === undefined ? null : { row, cells: [], tokens: [], state: 'held', findings: [] },
    };
  };
const sorted = fc
  .uniqueArray(fc.integer({ min: 2, max: 500 }), { maxLength: 60 })
  .map((rows) => rows.sort((a, b) => a - b));
const group = (column: string): FindingGroup => ({
  code: 'date-malformed',
  severity: 'error',
  column,
  count: 1,
  examples: [],
});

describe('finding the way through filtered rows', () => {
  it('finds the place of a row, or of the next one after it', async () => {
    await fc.assert(
      fc.asyncProperty(sorted, fc.integer({ min: 0, max: 510 }), async (rows, row) => {
        const place = await placeFrom(peekInto(new Map([['all', rows]])), { kind: 'edited' }, row);
        expect(place).toBe(rows.filter((other) => other < row).length);
      }),
    );
  });

  it('goes by the number alone where nothing is filtered', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => at + 4);
    const peek = peekInto(new Map([['all', rows]]));
    for (const [row, place] of [
      [4, 0],
      [20, 16],
      [53, 49],
      [99, 50],
      [1, 0],
    ] as const)
      expect(await placeFrom(peek, { kind: 'all' }, row)).toBe(place);
  });

  it('goes to the nearest finding of any kind, forwards and backwards, and says when there is none', async () => {
    await fc.assert(
      fc.asyncProperty(sorted, sorted, fc.integer({ min: 0, max: 510 }), async (a, b, row) => {
        const peek = peekInto(
          new Map([
            ['a', a],
            ['b', b],
          ]),
        );
        const all = [...a, ...b];
        const after = all.filter((other) => other > row);
        const before = all.filter((other) => other < row);
        const groups = [group('a'), group('b')];
        const nearest = (number: number) => ({ row: number, column: a.includes(number) ? 'a' : 'b' });
        expect(await nextFinding(peek, groups, row, 1)).toEqual(
          after.length > 0 ? nearest(Math.min(...after)) : null,
        );
        expect(await nextFinding(peek, groups, row, -1)).toEqual(
          before.length > 0 ? nearest(Math.max(...before)) : null,
        );
      }),
    );
  });
});
