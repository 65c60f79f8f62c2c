import type { RowSet } from './growing';
import { joinGroups, type Hashes, type KeyGroups } from './key-groups';

/**
 * What is left of a group without the rows that changed. Their keys are equal as before, so one row, read again, stands
 * for all of them: an edit of a row whose key 200,000 others have reads two rows and not 200,000.
 */
export interface Rest {
  /** Indices into the groups' `places`, ascending. */
  readonly members: Uint32Array;
  /** Place of the row that is read. */
  readonly standsFor: number;
}

/** The rests of the groups of some hashes; `candidates` loses all of their rows but those that stand for the others. */
export function takeRests(
  groups: KeyGroups,
  gone: Hashes,
  changed: ReadonlySet<number>,
  candidates: RowSet,
): Rest[] {
  const rests: Rest[] = [];
  for (let group = 0; group < groups.size; group++) {
    if (!gone.has(groups.hashes[2 * group] ?? 0, groups.hashes[2 * group + 1] ?? 0)) continue;
    const members = unchangedOf(groups, group, changed);
    const [first] = members;
    if (first === undefined) continue;
    for (let n = 1; n < members.length; n++) candidates.delete(groups.places[members[n] ?? 0] ?? 0);
    rests.push({ members, standsFor: groups.places[first] ?? 0 });
  }
  return rests;
}

function unchangedOf(
  { starts, places }: KeyGroups,
  group: number,
  changed: ReadonlySet<number>,
): Uint32Array {
  const to = starts[group + 1] ?? 0;
  const members = new Uint32Array(to - (starts[group] ?? 0));
  let count = 0;
  for (let at = starts[group] ?? 0; at < to; at++) if (!changed.has(places[at] ?? 0)) members[count++] = at;
  return members.subarray(0, count);
}

/** The groups that were settled from the rows read, each rest in the place of the row that stood for it. */
export function withRests(groups: KeyGroups, rests: readonly Rest[], settled: KeyGroups): KeyGroups {
  const both = joinGroups([groups, settled]);
  const waiting = new Map(rests.map((rest) => [rest.standsFor, rest]));
  const wanted: Wanted[] = [];
  for (let group = groups.size; group < both.size; group++) {
    const own = membersOf(both, group);
    const standing = own.find((at) => waiting.has(both.places[at] ?? 0));
    const rest = standing === undefined ? undefined : waiting.get(both.places[standing] ?? 0);
    if (rest === undefined) wanted.push({ group, members: own });
    else {
      waiting.delete(rest.standsFor);
      const others = own.filter((at) => at !== standing);
      wanted.push({ group, members: merged(both.places, others, rest.members) });
    }
  }
  for (const { members } of waiting.values()) {
    // A row that is left alone shares its key with none.
    if (members.length > 1) wanted.push({ group: groupOf(groups, members[0] ?? 0), members });
  }
  return picked(both, wanted);
}

const membersOf = ({ starts }: KeyGroups, group: number): Uint32Array => {
  const from = starts[group] ?? 0;
  return Uint32Array.from({ length: (starts[group + 1] ?? 0) - from }, (_, at) => from + at);
};

function groupOf({ starts, size }: KeyGroups, member: number): number {
  let low = 0;
  for (let high = size - 1; low < high;) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= member) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Two lists of members, each ascending by their places, as one. */
function merged(places: Uint32Array, a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  let [left, right] = [0, 0];
  for (let into = 0; into < all.length; into++) {
    const isLeft =
      right === b.length || (left < a.length && (places[a[left] ?? 0] ?? 0) < (places[b[right] ?? 0] ?? 0));
    all[into] = (isLeft ? a[left++] : b[right++]) ?? 0;
  }
  return all;
}

interface Wanted {
  /** Whose hash counts. */
  readonly group: number;
  readonly members: Uint32Array;
}

function picked(from: KeyGroups, wanted: readonly Wanted[]): KeyGroups {
  const total = wanted.reduce((sum, { members }) => sum + members.length, 0);
  const made = {
    size: wanted.length,
    hashes: new Uint32Array(2 * wanted.length),
    starts: new Uint32Array(wanted.length + 1),
    places: new Uint32Array(total),
    rows: new Uint32Array(4 * total),
    ranks: new Float64Array(from.ranks.length > 0 ? total : 0),
  };
  let into = 0;
  wanted.forEach(({ group, members }, at) => {
    made.hashes.set(from.hashes.subarray(2 * group, 2 * group + 2), 2 * at);
    for (const member of members) {
      made.places[into] = from.places[member] ?? 0;
      for (let n = 0; n < 4; n++) made.rows[4 * into + n] = from.rows[4 * member + n] ?? 0;
      if (made.ranks.length > 0) made.ranks[into] = from.ranks[member] ?? 0;
      into += 1;
    }
    made.starts[at + 1] = into;
  });
  return made;
}
