import { expect, it } from 'vitest';
import { RowSamples, rowHash } from './row-samples';

const all = (): boolean => true;
function samplesOf(rows: readonly string[], most?: number): RowSamples {
  const samples = new RowSamples(most);
  rows.forEach((json, at) => samples.note(at + 2, json));
  return samples;
}
const rowsOf = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `{"ID":"${name}${n}","V":${n}}`);

it('says exactly what two files of few rows share, wherever the rows stand', () => {
  const before = samplesOf(rowsOf('a', 1_000));
  const now = samplesOf([...rowsOf('b', 10), ...rowsOf('a', 90).reverse()]);
  expect(now.sharedWith(before, all)).toEqual({ rows: 90, exact: true, share: 0.9 });
  expect(now.sharedWith(before, (row) => row < 12)).toEqual({ rows: 10, exact: true, share: 1 });
});

it('takes the larger of two shares: a small file contained in a large one is no chance', () => {
  const now = samplesOf([...rowsOf('b', 59_600), ...rowsOf('a', 400)]);
  expect(now.sharedWith(samplesOf(rowsOf('a', 400)), all)).toEqual({ rows: 400, exact: true, share: 1 });
  expect(samplesOf(rowsOf('a', 400)).sharedWith(now, all).share).toBe(1);
  expect(now.sharedWith(samplesOf([...rowsOf('a', 1), ...rowsOf('c', 399)]), all).share).toBe(0.0025);
});

it('finds one row that two files of 300,000 share', () => {
  const before = samplesOf(rowsOf('a', 300_000));
  const now = samplesOf([...rowsOf('b', 300_000), ...rowsOf('a', 1)]);
  expect(now.sharedWith(before, all)).toMatchObject({ rows: 1, exact: true });
});

it.each([
  ['both', 4_000, 4_000],
  ['the earlier one', 4_000, undefined],
  ['the new one', undefined, 4_000],
])('reckons it from a part where %s had too many rows', (_, mostBefore, mostNow) => {
  const before = samplesOf(rowsOf('a', 50_000), mostBefore);
  const now = samplesOf([...rowsOf('a', 30_000), ...rowsOf('b', 10_000)], mostNow);
  const { rows, exact, share } = now.sharedWith(before, all);
  expect(exact).toBe(false);
  expect(rows).toBeGreaterThan(27_000);
  expect(rows).toBeLessThan(33_000);
  expect(share).toBeCloseTo(0.75, 1);
  expect(samplesOf(rowsOf('c', 50_000), mostNow).sharedWith(before, all).rows).toBe(0);
});

it('takes equal rows of one file for one, so that they cost no room', () => {
  const samples = samplesOf(
    Array.from({ length: 1_000 }, (_, n) => `{"V":${n % 4}}`),
    8,
  );
  expect(samples.sharedWith(samplesOf(['{"V":3}']), all)).toEqual({ rows: 1, exact: true, share: 1 });
});

it('comes back from its bytes, or not at all where they are torn', () => {
  const samples = samplesOf(rowsOf('a', 3_000), 400);
  const bytes = samples.encoded();
  const back = RowSamples.decode(bytes);
  expect(back?.sharedWith(samples, all)).toEqual(samples.sharedWith(samples, all));
  expect(back && samples.sharedWith(back, all)).toEqual(samples.sharedWith(samples, all));
  expect(back?.encoded().length).toBe(bytes.length);
  for (const torn of [bytes.subarray(0, 5), bytes.subarray(0, -1), bytes.map(() => 0)])
    expect(RowSamples.decode(torn)).toBeUndefined();
});

it('tells rows apart by a single character, wherever it stands', () => {
  const row = '{"ID":"a","NAME":"Grün","V":12345678901234567890.10}';
  const others = Array.from(
    row,
    (char, at) => row.slice(0, at) + (char === 'x' ? 'y' : 'x') + row.slice(at + 1),
  );
  expect(new Set([row, ...others].map(rowHash)).size).toBe(row.length + 1);
});
