/** Some 64-bit hashes. */
export class Hashes {
  private readonly all = new Map<number, number[]>();

  add(h0: number, h1: number): void {
    const seconds = this.all.get(h0);
    if (seconds === undefined) this.all.set(h0, [h1]);
    else if (!seconds.includes(h1)) seconds.push(h1);
  }

  has(h0: number, h1: number): boolean {
    return this.all.get(h0)?.includes(h1) === true;
  }

  get isEmpty(): boolean {
    return this.all.size === 0;
  }

  firsts(): Iterable<number> {
    return this.all.keys();
  }
}

/**
 * The keys that more than one row has, and those rows: typed arrays, one after the other, so that a file in which every
 * row is a copy costs some 24 bytes a row. Never changed; an edit makes another.
 */
export interface KeyGroups {
  readonly size: number;
  /** Two numbers a group: the hash of its key. */
  readonly hashes: Uint32Array;
  /** Where a group's rows begin in `places`; one more than there are groups. */
  readonly starts: Uint32Array;
  /** Places of the rows, ascending within a group. */
  readonly places: Uint32Array;
  /** Four numbers a row: the hash of its values. */
  readonly rows: Uint32Array;
  /** What the newest row of a key is told by; empty under every other policy. */
  readonly ranks: Float64Array;
}

export const NO_GROUPS: KeyGroups = {
  size: 0,
  hashes: new Uint32Array(0),
  starts: new Uint32Array(1),
  places: new Uint32Array(0),
  rows: new Uint32Array(0),
  ranks: new Float64Array(0),
};

/** Whether two rows of `places` are equal in every sent column. */
export function sameRow({ rows }: KeyGroups, a: number, b: number): boolean {
  for (let n = 0; n < 4; n++) if (rows[4 * a + n] !== rows[4 * b + n]) return false;
  return true;
}

interface Run {
  readonly of: KeyGroups;
  /** Groups `from` (inclusive) to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
}

function joinRuns(runs: readonly Run[]): KeyGroups {
  const sizeOf = ({ of, from, to }: Run) => (of.starts[to] ?? 0) - (of.starts[from] ?? 0);
  const size = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const members = runs.reduce((sum, run) => sum + sizeOf(run), 0);
  const ranked = runs.some(({ of }) => of.ranks.length > 0);
  const all = {
    size,
    hashes: new Uint32Array(2 * size),
    starts: new Uint32Array(size + 1),
    places: new Uint32Array(members),
    rows: new Uint32Array(4 * members),
    ranks: new Float64Array(ranked ? members : 0),
  };
  let group = 0;
  let member = 0;
  for (const run of runs) {
    const { of, from, to } = run;
    const [first = 0, last = 0] = [of.starts[from], of.starts[to]];
    all.hashes.set(of.hashes.subarray(2 * from, 2 * to), 2 * group);
    all.places.set(of.places.subarray(first, last), member);
    all.rows.set(of.rows.subarray(4 * first, 4 * last), 4 * member);
    if (ranked) all.ranks.set(of.ranks.subarray(first, last), member);
    for (let at = from; at < to; at++) all.starts[group++] = (of.starts[at] ?? 0) - first + member;
    member += last - first;
  }
  all.starts[size] = member;
  return all;
}

export const joinGroups = (parts: readonly KeyGroups[]): KeyGroups =>
  joinRuns(parts.map((of) => ({ of, from: 0, to: of.size })));

/** The groups with those of some hashes replaced by others. */
export function replaceGroups(groups: KeyGroups, gone: Hashes, by: KeyGroups): KeyGroups {
  const runs: Run[] = [];
  let from = 0;
  for (let at = 0; at < groups.size; at++) {
    if (!gone.has(groups.hashes[2 * at] ?? 0, groups.hashes[2 * at + 1] ?? 0)) continue;
    runs.push({ of: groups, from, to: at });
    from = at + 1;
  }
  if (from === 0 && by.size === 0) return groups;
  return joinRuns([...runs, { of: groups, from, to: groups.size }, { of: by, from: 0, to: by.size }]);
}
