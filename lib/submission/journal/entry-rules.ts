import type { LateFailures } from '../late-failures';
import type { Batch, BatchEntry, BatchState, SentOver } from '../model';

/**
 * - plan-exists: something of this load was sent already, so its plan cannot be replaced
 * - out-of-turn: an intent or outcome that does not fit what is written
 * - unreadable: a record without the agreed shape
 * - storage: the browser could not read or write
 */
export type JournalCode = 'plan-exists' | 'out-of-turn' | 'unreadable' | 'storage';

export class JournalError extends Error {
  override readonly name = 'JournalError';
  constructor(
    readonly code: JournalCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

const FINAL: ReadonlySet<BatchState> = new Set(['accepted', 'partly', 'rejected', 'split']);
const isFinal = (state: BatchState): boolean => FINAL.has(state);

/**
 * The entry that announces a request. Only what was never tried, what is known not to be stored, and what is in doubt
 * (then by the engine's rules or the user's word) may be announced; `sending` may not: somebody else is at it.
 */
export function intended(
  before: BatchEntry | undefined,
  loadId: string,
  index: number,
  rows: number,
  at: number,
  over?: SentOver,
): BatchEntry {
  if (before && (isFinal(before.state) || before.state === 'sending')) {
    throw new JournalError('out-of-turn', `batch ${index} is ${before.state} and cannot be sent`);
  }
  const openSince = before?.openSince ?? (before?.state === 'in-doubt' ? before.sentAt : undefined);
  return {
    loadId,
    index,
    state: 'sending',
    rows,
    accepted: 0,
    rejected: [],
    unnamed: 0,
    attempts: (before?.attempts ?? 0) + 1,
    sentAt: at,
    ...(over === undefined ? {} : { sentOver: over }),
    ...(openSince === undefined ? {} : { openSince }),
    ...(before?.settledBy === undefined ? {} : { settledBy: before.settledBy }),
    ...(before?.decidedAt === undefined ? {} : { decidedAt: before.decidedAt }),
  };
}

/** Holds an outcome against what is written: no outcome without an intent, none over a final one. */
export function settled(before: BatchEntry | undefined, entry: BatchEntry): BatchEntry {
  if (!before) throw new JournalError('out-of-turn', `batch ${entry.index} was never announced`);
  if (isFinal(before.state)) {
    throw new JournalError('out-of-turn', `batch ${entry.index} is ${before.state} already`);
  }
  return entry;
}

/**
 * The entry of a batch whose rows go on as those of `parts`. Only what was never tried, is known not to be stored, or
 * is in doubt for an earlier attempt than the one that was too large may be split, and only into parts that hold as
 * many rows.
 */
export function splitInto(
  before: BatchEntry | undefined,
  batch: Batch,
  parts: readonly Batch[],
  at: number,
): BatchEntry {
  const mayBeSplit =
    !before || before.state === 'planned' || (before.state === 'in-doubt' && before.openSince !== undefined);
  if (!mayBeSplit) {
    throw new JournalError('out-of-turn', `batch ${batch.index} is not waiting and cannot be split`);
  }
  if (parts.reduce((sum, part) => sum + part.rows, 0) !== batch.rows) {
    throw new JournalError('out-of-turn', `the parts of batch ${batch.index} do not hold its rows`);
  }
  const { loadId, index, rows } = batch;
  const untried = { loadId, index, rows, accepted: 0, rejected: [], unnamed: 0, attempts: 0, sentAt: at };
  return { ...(before ?? untried), state: 'split', settledAt: at };
}

/** Entries that the parts of a split batch begin with: none, or what is not known of an earlier try of the whole. */
export function inherited(split: BatchEntry, parts: readonly Batch[]): readonly BatchEntry[] {
  const { loadId, openSince, sentAt, reason, settledBy, decidedAt = sentAt } = split;
  const untried = { loadId, accepted: 0, rejected: [], unnamed: 0, attempts: 0, sentAt };
  if (openSince !== undefined) {
    const doubt = { ...untried, state: 'in-doubt', openSince, reason: reason ?? 'unreachable' } as const;
    return parts.map(({ index, rows }) => ({ ...doubt, index, rows }));
  }
  if (settledBy !== 'sent-again') return [];
  const word = { ...untried, state: 'planned', settledBy, decidedAt } as const;
  return parts.map(({ index, rows }) => ({ ...word, index, rows }));
}

/** What was under way when its sender died: nobody knows what became of it. */
export const interrupted = (entry: BatchEntry): BatchEntry => ({
  ...entry,
  state: 'in-doubt',
  reason: 'interrupted',
});

/** Late failures in the order in which they were told. */
export const byTelling = (a: LateFailures, b: LateFailures): number => a.at - b.at;
