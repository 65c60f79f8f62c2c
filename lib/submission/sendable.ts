import type { Ledger } from './account';
import type { Batch, BatchEntry, Plan } from './model';

/** Within this time nobody can reasonably have written newer rows under the same keys (issue of the sending half). */
const RESEND_WITHIN_MS = 60 * 60_000;

/**
 * Whether a batch may leave without anybody's word: never tried, known not to be stored, or of UPSERT and in doubt by
 * an answer lost within the last hour. A clock that was set makes an attempt look old or yet to come; both are no proof.
 */
export function maySend(
  entry: BatchEntry | undefined,
  { operation }: Pick<Plan, 'operation'>,
  now: number,
): boolean {
  if (!entry || entry.state === 'planned') return true;
  return (
    entry.state === 'in-doubt' &&
    operation === 'UPSERT' &&
    entry.reason !== 'unexplained' &&
    Math.abs(now - (entry.openSince ?? entry.sentAt)) <= RESEND_WITHIN_MS
  );
}

/** The batches a run sends, in file order. APPEND in doubt is never among them: sending it again doubles rows. */
export function sendable(batches: readonly Batch[], ledger: Ledger, now: number): readonly Batch[] {
  return batches
    .filter(({ index }) => maySend(ledger.entry(index), ledger.plan, now))
    .sort((a, b) => a.firstRow - b.firstRow);
}
