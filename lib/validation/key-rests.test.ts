import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSet } from './growing';
import { Hashes, replaceGroups, type KeyGroups } from './key-groups';
import { takeRests, withRests } from './key-rests';

/** Groups of rows by their keys; the hash of a key is its length, so that many keys share one. */
function groupsOf(keys: readonly (string | null)[], places: readonly number[]): KeyGroups {
  const byKey = new Map<string, number[]>();
  for (const at of [...places].sort((a, b) => a - b)) {
    const key = keys[at];
    if (typeof key === 'string') byKey.set(key, [...(byKey.get(key) ?? []), at]);
  }
  const all = [...byKey].filter(([, rows]) => rows.length > 1);
  const flat = all.flatMap(([, rows]) => rows);
  let end = 0;
  return {
    size: all.length,
    hashes: Uint32Array.from(all.flatMap(([key]) => [key.length, 0])),
    starts: Uint32Array.from([0, ...all.map(([, rows]) => (end += rows.length))]),
    places: Uint32Array.from(flat),
    rows: Uint32Array.from(flat.flatMap((at) => [at, 1, 2, 3])),
    ranks: new Float64Array(0),
  };
}

const said = ({ size, starts, places, rows, hashes }: KeyGroups) =>
  Array.from({ length: size }, (_, group) => ({
    hash: [...hashes.subarray(2 * group, 2 * group + 2)],
    places: [...places.subarray(starts[group], starts[group + 1])],
    rows: [...rows.subarray(4 * (starts[group] ?? 0), 4 * (starts[group + 1] ?? 0))],
  })).sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));

/** What an edit does: hashes left and taken, the rows that have one of them, and which of those must be read. */
function edited(before: readonly (string | null)[], after: readonly (string | null)[]) {
  const hashes = new Hashes();
  const changed = new Set<number>();
  before.forEach((was, at) => {
    const is = after[at] ?? null;
    if (was === is) return;
    changed.add(at);
    if (was !== null) hashes.add(was.length, 0);
    if (is !== null) hashes.add(is.length, 0);
  });
  const candidates = new RowSet();
  after.forEach((key, at) => {
    if (key !== null && hashes.has(key.length, 0)) candidates.add(at);
  });
  const groups = groupsOf(before, [...before.keys()]);
  const rests = takeRests(groups, hashes, changed, candidates);
  const read = candidates.page(0, candidates.size);
  return { read, groups: replaceGroups(groups, hashes, withRests(groups, rests, groupsOf(after, read))) };
}

describe('after an edit, the keys it touched', () => {
  const key = fc.constantFrom('a', 'b', 'cc', 'dd', null);
  it('are grouped as if all of their rows had been read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.option(key, { nil: undefined })), { maxLength: 14 }), (rows) => {
        const before = rows.map(([was]) => was);
        const after = rows.map(([was, is]) => (is === undefined ? was : is));
        expect(said(edited(before, after).groups)).toEqual(said(groupsOf(after, [...after.keys()])));
      }),
    );
  });

  it('are told by two rows where one has very many copies', () => {
    const before = Array.from({ length: 5000 }, () => 'same');
    const { read, groups } = edited(before, before.with(17, 'gone'));
    expect(read).toEqual([0, 17]);
    expect(groups.places).toHaveLength(4999);
  });
});
