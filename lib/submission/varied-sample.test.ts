import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VariedSample } from './varied-sample';

const chosenOf = (rows: readonly Record<string, unknown>[], count: number) => {
  const sample = new VariedSample(count);
  for (const [at, row] of rows.entries()) sample.note({ row: at + 2, json: JSON.stringify(row) });
  return sample.chosen();
};

describe('a varied sample', () => {
  const plain = Array.from({ length: 5_000 }, (_, at) => ({
    QTY: 5,
    STATE: 'PAID',
    DAY: '2024-01-01',
    NOTE: `n${at}`,
  }));
  it.each([
    ['the smallest number', { QTY: -7 }],
    ['the largest number', { QTY: 9_999 }],
    ['a number with places', { QTY: 5.5 }],
    ['an empty cell', { STATE: null }],
    ['the only row of a value', { STATE: 'REFUNDED' }],
    ['another form of date', { DAY: '2024-01-01 10:00' }],
    ['the longest text', { NOTE: 'x'.repeat(300) }],
    ['letters beyond ASCII', { NOTE: 'größe' }],
    ['blanks at an end', { NOTE: 'a ' }],
  ])('holds %s, wherever it is', (_, change) => {
    const rows = plain.map((row, at) => (at === 3_210 ? { ...row, ...change } : row));
    expect(chosenOf(rows, 20).map(({ row }) => row)).toContain(3_212);
  });

  it('holds a row without a column that others have', () => {
    const { QTY: _, ...without } = plain[0] ?? { QTY: 0 };
    const rows = plain.map((row, at) => (at === 77 ? without : row));
    expect(chosenOf(rows, 20).map(({ row }) => row)).toContain(79);
  });

  it('is as large as asked for, without repeats, in file order, and the same every time', () => {
    const row = fc.record({ A: fc.option(fc.integer()), B: fc.string(), C: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (rows, count) => {
        const chosen = chosenOf(rows, count).map((each) => each.row);
        expect(chosen).toHaveLength(Math.min(count, rows.length));
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        expect(chosenOf(rows, count).map((each) => each.row)).toEqual(chosen);
      }),
    );
  });

  it('is spread over the file where all rows are alike', () => {
    const rows = Array.from({ length: 1_000 }, () => ({ A: 1 }));
    const chosen = chosenOf(rows, 10).map(({ row }) => row);
    expect(chosen.at(-1)).toBeGreaterThan(700);
  });
});
