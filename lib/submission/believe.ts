import type { Ledger } from './account';
import type { Verdict } from './classify';
import type { BatchEntry } from './model';
import type { TransportAnswer } from './ports';

export const UNEXPLAINED: Verdict = { kind: 'doubt', reason: 'unexplained', resend: false };

/** What a verdict comes to beside what is known of earlier tries of its batch, and of the other answers of the load. */
export function believed(
  verdict: Verdict,
  answer: TransportAnswer,
  { openSince }: Pick<BatchEntry, 'openSince'>,
  ledger: Ledger,
): Verdict {
  if (answer.kind !== 'answered' || verdict.kind !== 'settled') return verdict;
  // What this attempt is in conflict with may be an earlier one that was stored.
  if (answer.peakStatus === 409 && openSince !== undefined) return UNEXPLAINED;
  if (verdict.state !== 'accepted') return verdict;
  // Hazard: where Peak's yes has words, one without is somebody else's, of a balancer or a firewall. That it has words
  // for what it refuses shows nothing of its yes.
  if (answer.wordless) return ledger.hasPeakSpoken ? UNEXPLAINED : verdict;
  ledger.peakSpoke();
  return verdict;
}
