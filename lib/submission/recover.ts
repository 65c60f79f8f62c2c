import type { Clock } from '../base/clock';
import type { Ledger } from './account';
import { believed } from './believe';
import { classify } from './classify';
import type { Batch, BatchEntry, BatchReason } from './model';
import { attemptId } from './attempt-id';
import { outcomeOf } from './outcome';
import type { Journal, PayloadSource, ServerLedger, TransportAnswer } from './ports';

/** Answers lost so that our server may have them. The others were lost beyond it, and it told us so. */
const PERHAPS_KNOWN: ReadonlySet<BatchReason | undefined> = new Set<BatchReason>([
  'interrupted',
  'unreachable',
  'aborted',
  'timeout',
]);
/** Whether our server may know of this batch what this browser does not. */
export const mayBeKnown = ({ state, reason, sentOver }: BatchEntry): boolean =>
  state === 'in-doubt' && sentOver !== undefined && PERHAPS_KNOWN.has(reason);

/** Our server's own patience with Peak is at most ten minutes, by default one; a person should not wait longer here. */
const PATIENCE_MS = 75_000;
const UNREACHABLE_TRIES = 3;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 2_000;

/**
 * What our server knows of an attempt whose answer was lost: the answer itself, "surely not stored", or undefined when
 * nobody can tell. Waits while the server itself waits for Peak.
 */
export async function askAfter(
  ports: { readonly ledger?: ServerLedger | undefined; readonly clock: Clock },
  attempt: BatchEntry,
  { solutionName, hash }: { readonly solutionName: string; readonly hash: string },
  patienceMs = PATIENCE_MS,
): Promise<TransportAnswer | undefined> {
  const { ledger, clock } = ports;
  const { sentOver } = attempt;
  if (!ledger || !sentOver) return undefined;
  const asked = { ...sentOver, solutionName, batchId: attemptId(attempt) };
  const until = clock.now() + patienceMs;
  let failures = 0;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 1.5)) {
    const told = await ledger.ask(asked);
    if (told?.state === 'settled') return told.hash === hash ? told.answer : undefined;
    if (told?.state === 'never') return { kind: 'no-answer', reason: 'unreachable', maybeStored: false };
    if (told?.state === 'unknown') return undefined;
    if (!told && (failures += 1) >= UNREACHABLE_TRIES) return undefined;
    if (clock.now() + wait > until) return undefined;
    await clock.wait(wait);
  }
}

/**
 * Settles from our server's ledger what is in doubt because an answer did not reach this browser, each by the same
 * rules as any answer. What the ledger does not know stays in doubt. Keeps journal and account up to date.
 */
export async function settleFromLedger(
  ports: {
    readonly ledger?: ServerLedger | undefined;
    readonly clock: Clock;
    readonly journal: Journal;
    readonly payloads: PayloadSource;
  },
  ledger: Ledger,
  batches: readonly Batch[],
  primaryKey: readonly string[],
  patienceMs?: number,
): Promise<void> {
  const { solutionName } = ledger.plan;
  const settle = async (batch: Batch, entry: BatchEntry, answer: TransportAnswer): Promise<void> => {
    // Rows are read again only where some have to be named.
    const unread = { rows: Array.from({ length: batch.rows }, () => 0), body: new Uint8Array(), primaryKey };
    const first = classify(answer, unread);
    const naming = first.kind === 'settled' && first.state !== 'accepted';
    const payload = naming ? await ports.payloads.payload(batch).catch(() => undefined) : undefined;
    if (naming && payload?.rows.length !== batch.rows) return;
    const read = payload ? classify(answer, { ...payload, primaryKey }) : first;
    const verdict = believed(read, answer, entry, ledger);
    const outcome = outcomeOf(entry, answer, verdict, ports.clock.now());
    const told = verdict.kind === 'settled' ? { ...outcome, settledBy: 'ledger' as const } : outcome;
    await ports.journal.settle(told);
    ledger.put(told);
  };
  const doubtful = batches.flatMap((batch) => {
    const entry = ledger.entry(batch.index);
    return entry && mayBeKnown(entry) ? [{ batch, entry }] : [];
  });
  // What is without a word can be judged only beside the words of all others.
  const wordless: (() => Promise<void>)[] = [];
  await Promise.all(
    doubtful.map(async ({ batch, entry }) => {
      const answer = await askAfter(ports, entry, { solutionName, hash: batch.hash }, patienceMs);
      if (!answer) return;
      if (answer.kind === 'answered' && answer.wordless) wordless.push(() => settle(batch, entry, answer));
      else await settle(batch, entry, answer);
    }),
  );
  for (const settleIt of wordless) await settleIt();
}
