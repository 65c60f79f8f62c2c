import type { OperationType } from '../peak/model';
import type { DuplicatePolicy } from '../repair/model';
import type { RowSet } from './growing';
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
import { openQuestions } from './told';

/** Places (see Ledger) of two rows of one key: the one that stays and the one that gives way. */
export interface Pair {
  readonly stays: number;
  readonly gives: number;
}

export interface Verdict {
  readonly ready: number;
  readonly held: number;
  readonly skipped: number;
  readonly superseded: number;
  /** Distinct keys that occur more than once among rows without errors. */
  readonly keys: number;
  /** Rows beyond the first of each key. */
  readonly extraRows: number;
  readonly identical: number;
  readonly conflicting: number;
  /** Rows that carry a finding of either kind: the losers, and under hold-all the would-be winner too. */
  readonly marked: { readonly identical: number; readonly conflicting: number };
  readonly identicalPairs: readonly Pair[];
  readonly conflictingPairs: readonly Pair[];
}

const EXAMPLES = 5;

/** `keep-all` is for APPEND; within an UPSERT each key travels once, so there the last row is kept (design.md §5). */
export function effectivePolicy(policy: DuplicatePolicy, operation: OperationType): DuplicatePolicy {
  return policy === 'keep-all' && operation === 'UPSERT' ? 'keep-last' : policy;
}

/** Which row of each key stays (the last, the first for keep-first, the newest for keep-newest), and how many compete for it. */
function winners(ledger: Ledger, policy: DuplicatePolicy, asked: RowSet | undefined) {
  const stays = new Uint32Array(ledger.keys.entries);
  // One, or more than one: how many more the rows themselves tell.
  const count = new Uint8Array(ledger.keys.entries);
  let rows = 0;
  const { ranks } = ledger;
  const isBetter =
    policy === 'keep-newest' && ranks !== undefined
      ? (at: number, than: number) => ranks.get(at) >= ranks.get(than)
      : () => policy !== 'keep-first';
  for (let at = 0; at < ledger.length; at++) {
    const entry = ledger.keys.entryOf(at);
    if (entry < 0 || asked?.has(at) === true) continue;
    const seen = count[entry] ?? 0;
    if (seen === 0 || isBetter(at, stays[entry] ?? 0)) stays[entry] = at;
    count[entry] = seen === 0 ? 1 : 2;
    rows += 1;
  }
  return { stays, count, rows };
}

/**
 * Sets every row's state from its errors, the user's skips and the duplicate policy; can be run again at any time.
 * Every row is in exactly one state. Rows with errors, rows that wait for an answer about a column and skipped rows
 * compete for no key.
 */
export function judge(ledger: Ledger, policy: DuplicatePolicy): Verdict {
  const { flags, keys } = ledger;
  const asked = openQuestions(ledger);
  const { stays, count, rows } = winners(ledger, policy, asked);
  const conflicted = policy === 'hold-all' ? new Uint8Array(keys.entries) : undefined;
  const tally = new Uint32Array(5);
  const identicalPairs: Pair[] = [];
  const conflictingPairs: Pair[] = [];
  let identical = 0;
  let conflicting = 0;
  for (let at = 0; at < ledger.length; at++) {
    const known = flags.get(at) & ~(IDENTICAL | CONFLICTING | REPEATED);
    let state = (known & STATE_BITS) === STATE.blank ? STATE.blank : STATE.ready;
    let mark = 0;
    if (known & SKIPPED) state = STATE.skipped;
    else if (known & HAS_ERROR) state = STATE.held;
    const isAsked = asked?.has(at) === true;
    if (isAsked) state = STATE.held;
    const entry = isAsked ? -1 : keys.entryOf(at);
    if (entry >= 0 && (count[entry] ?? 0) > 1) {
      mark = REPEATED;
      const winner = stays[entry] ?? at;
      if (winner !== at) {
        const same = keys.sameRow(at, winner);
        mark |= same ? IDENTICAL : CONFLICTING;
        if (same) identical += 1;
        else conflicting += 1;
        if (conflicted !== undefined && !same) conflicted[entry] = 1;
        const pairs = same ? identicalPairs : conflictingPairs;
        if (pairs.length < EXAMPLES) pairs.push({ stays: winner, gives: at });
        if (policy !== 'keep-all' && policy !== 'hold-all') state = STATE.superseded;
      }
      if (policy === 'hold-all') state = STATE.held;
    }
    flags.set(at, (known & ~STATE_BITS) | mark | state);
    tally[state] = (tally[state] ?? 0) + 1;
  }
  const kept =
    conflicted === undefined
      ? { identical: 0, conflicting: 0 }
      : markKeptOnes(ledger, stays, count, conflicted);
  let repeated = 0;
  let distinct = 0;
  for (const rowsOfKey of count) {
    if (rowsOfKey > 0) distinct += 1;
    if (rowsOfKey > 1) repeated += 1;
  }
  return {
    ready: tally[STATE.ready] ?? 0,
    held: tally[STATE.held] ?? 0,
    skipped: tally[STATE.skipped] ?? 0,
    superseded: tally[STATE.superseded] ?? 0,
    keys: repeated,
    extraRows: rows - distinct,
    identical,
    conflicting,
    marked: { identical: identical + kept.identical, conflicting: conflicting + kept.conflicting },
    identicalPairs,
    conflictingPairs,
  };
}

/** Under hold-all no row stays, so the one the others were held against needs its finding too. */
function markKeptOnes(ledger: Ledger, stays: Uint32Array, count: Uint8Array, conflicted: Uint8Array) {
  const kept = { identical: 0, conflicting: 0 };
  for (let entry = 0; entry < count.length; entry++) {
    if ((count[entry] ?? 0) < 2) continue;
    const at = stays[entry] ?? 0;
    const kind = conflicted[entry] === 1 ? 'conflicting' : 'identical';
    ledger.flags.set(at, ledger.flags.get(at) | (kind === 'conflicting' ? CONFLICTING : IDENTICAL));
    kept[kind] += 1;
  }
  return kept;
}
