import type { Mapping } from '../mapping/model';
import type { OperationType, TableSpec } from '../peak/model';
import type { DuplicatePolicy } from '../repair/model';
import { RowSet } from './growing';
import { sameRow, type KeyGroups } from './key-groups';
import {
  CONFLICTING,
  HAS_ERROR,
  IDENTICAL,
  REPEATED,
  SKIPPED,
  STATE,
  STATE_BITS,
  type Ledger,
} from './ledger';
import { newestProblem } from './rank';
import { openQuestions } from './told';

/** Places (see Ledger) of two rows of one key: the one that stays and the one that gives way. */
export interface Pair {
  readonly stays: number;
  readonly gives: number;
  /** Of the ledger's groups. */
  readonly group: number;
}

export interface Verdict {
  readonly ready: number;
  readonly held: number;
  readonly skipped: number;
  /** Of the skipped ones, those that are left out for a finding: they were checked. */
  readonly leftOut: number;
  readonly superseded: number;
  /** Distinct keys that occur more than once among rows without errors. */
  readonly keys: number;
  /** Rows beyond the first of each key. */
  readonly extraRows: number;
  readonly identical: number;
  readonly conflicting: number;
  /** Keys of which the newest is not told: another row, with other values, ranks as high as the one that stays. */
  readonly tied: number;
  /** Rows that carry a finding of either kind: the losers, and under hold-all the would-be winner too. */
  readonly marked: { readonly identical: number; readonly conflicting: number };
  readonly identicalPairs: readonly Pair[];
  readonly conflictingPairs: readonly Pair[];
}

const EXAMPLES = 5;

/**
 * `keep-all` is for APPEND; within an UPSERT each key travels once, so there the last row is kept (design.md §5).
 * `keep-newest` without a column that can tell the newest holds all rows of a key: any other choice would be ours.
 */
export function effectivePolicy(rules: {
  readonly duplicates: DuplicatePolicy;
  readonly operation: OperationType;
  readonly newestBy?: string | undefined;
  readonly table: Pick<TableSpec, 'columns'>;
  readonly mapping: Mapping;
}): DuplicatePolicy {
  const { duplicates, operation, newestBy, table, mapping } = rules;
  if (duplicates === 'keep-newest')
    return newestProblem(newestBy, table, mapping) === undefined ? duplicates : 'hold-all';
  return duplicates === 'keep-all' && operation === 'UPSERT' ? 'keep-last' : duplicates;
}

/** Which of these rows of one key stays (indices into `places`): the last, the first for keep-first, the newest for keep-newest. */
function winnerOf({ ranks }: KeyGroups, rows: readonly number[], policy: DuplicatePolicy): number {
  const [first = 0] = rows;
  const last = rows.at(-1) ?? 0;
  if (policy === 'keep-first') return first;
  if (policy !== 'keep-newest' || ranks.length === 0) return last;
  let stays = first;
  for (const at of rows) if ((ranks[at] ?? 0) >= (ranks[stays] ?? 0)) stays = at;
  return stays;
}

const ranksAlike = ({ ranks }: KeyGroups, policy: DuplicatePolicy, a: number, b: number): boolean =>
  policy === 'keep-newest' && ranks.length > 0 && ranks[a] === ranks[b];

/** Keeps the first few pairs in file order. */
function notePair(pairs: Pair[], pair: Pair): void {
  if (pairs.length === EXAMPLES && pair.gives > (pairs.at(-1)?.gives ?? 0)) return;
  pairs.push(pair);
  pairs.sort((a, b) => a.gives - b.gives).splice(EXAMPLES);
}

/** What every byte becomes for a row that shares its key with none. */
const ALONE = Uint8Array.from({ length: 256 }, (_, was) => {
  const known = was & ~(IDENTICAL | CONFLICTING | REPEATED | STATE_BITS);
  if (known & SKIPPED) return known | STATE.skipped;
  if (known & HAS_ERROR) return known | STATE.held;
  return known | ((was & STATE_BITS) === STATE.blank ? STATE.blank : STATE.ready);
});

/**
 * Sets every row's state from its errors, the user's skips and the duplicate policy; can be run again at any time: it
 * looks at one byte a row and at the rows that share a key. Every row is in exactly one state. Rows with errors, rows
 * that wait for an answer about a column and skipped rows compete for no key. Those of `leftOut` are skipped, whether
 * they would be held or sent.
 */
export function judge(ledger: Ledger, policy: DuplicatePolicy, leftOut?: RowSet): Verdict {
  const { flags, groups } = ledger;
  const asked = openQuestions(ledger);
  const tally = new Uint32Array(5);
  flags.translate(ALONE).forEach((count, byte) => {
    tally[byte & STATE_BITS] = (tally[byte & STATE_BITS] ?? 0) + count;
  });
  const move = (at: number, state: number) => {
    const was = flags.get(at);
    flags.set(at, (was & ~STATE_BITS) | state);
    tally[was & STATE_BITS] = (tally[was & STATE_BITS] ?? 0) - 1;
    tally[state] = (tally[state] ?? 0) + 1;
  };
  asked?.each((at) => move(at, STATE.held));
  const skippedAlone = tally[STATE.skipped] ?? 0;
  leftOut?.each((at) => {
    const state = flags.get(at) & STATE_BITS;
    if (state === STATE.held || state === STATE.ready) move(at, STATE.skipped);
  });
  const away = [asked, leftOut].filter((rows) => rows !== undefined);
  const out = away.length === 0 ? undefined : RowSet.union(away);
  const copies = judgeCopies(groups, policy, out, (at, state, marks) => {
    // Whoever shares a key was ready until now.
    tally[STATE.ready] = (tally[STATE.ready] ?? 0) - 1;
    tally[state] = (tally[state] ?? 0) + 1;
    flags.set(at, (flags.get(at) & ~STATE_BITS) | REPEATED | marks | state);
  });
  return {
    ready: tally[STATE.ready] ?? 0,
    held: tally[STATE.held] ?? 0,
    skipped: tally[STATE.skipped] ?? 0,
    leftOut: (tally[STATE.skipped] ?? 0) - skippedAlone,
    superseded: tally[STATE.superseded] ?? 0,
    ...copies,
  };
}

function judgeCopies(
  groups: KeyGroups,
  policy: DuplicatePolicy,
  out: RowSet | undefined,
  mark: (at: number, state: number, marks: number) => void,
): Omit<Verdict, 'ready' | 'held' | 'skipped' | 'leftOut' | 'superseded'> {
  const pairs = { identical: [] as Pair[], conflicting: [] as Pair[] };
  const losers = { identical: 0, conflicting: 0 };
  const kept = { identical: 0, conflicting: 0 };
  const holds = policy === 'hold-all';
  const losing = holds ? STATE.held : policy === 'keep-all' ? STATE.ready : STATE.superseded;
  const rows: number[] = [];
  let [keys, tied] = [0, 0];
  for (let group = 0; group < groups.size; group++) {
    rows.length = 0;
    for (let at = groups.starts[group] ?? 0; at < (groups.starts[group + 1] ?? 0); at++)
      if (out?.has(groups.places[at] ?? 0) !== true) rows.push(at);
    if (rows.length < 2) continue;
    keys += 1;
    const winner = winnerOf(groups, rows, policy);
    const stays = groups.places[winner] ?? 0;
    let [differs, isTied] = [false, false];
    for (const at of rows) {
      if (at === winner) continue;
      const gives = groups.places[at] ?? 0;
      const kind = sameRow(groups, at, winner) ? 'identical' : 'conflicting';
      losers[kind] += 1;
      differs ||= kind === 'conflicting';
      isTied ||= kind === 'conflicting' && ranksAlike(groups, policy, at, winner);
      notePair(pairs[kind], { stays, gives, group });
      mark(gives, losing, kind === 'identical' ? IDENTICAL : CONFLICTING);
    }
    tied += Number(isTied);
    // Under hold-all no row stays, so the one the others were held against needs its finding too.
    if (holds) kept[differs ? 'conflicting' : 'identical'] += 1;
    mark(stays, holds ? STATE.held : STATE.ready, holds ? (differs ? CONFLICTING : IDENTICAL) : 0);
  }
  return {
    keys,
    extraRows: losers.identical + losers.conflicting,
    ...losers,
    tied,
    marked: {
      identical: losers.identical + kept.identical,
      conflicting: losers.conflicting + kept.conflicting,
    },
    identicalPairs: pairs.identical,
    conflictingPairs: pairs.conflicting,
  };
}
