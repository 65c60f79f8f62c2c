import type { Ledger } from './account';
import type { Verdict } from './classify';
import type { BatchEntry } from './model';
import type { TransportAnswer } from './ports';

export const UNEXPLAINED: Verdict = { kind: 'doubt', reason: 'unexplained', resend: false };

/** What an answer may say of rows that an earlier try has stored; a column that does not exist is none of it. */
const THERE_ALREADY =
  /duplic|already|conflict|unique|primary.?key|(?<!(?:\bnot|_not|\bnon|n[’']t|\bnever|no longer)[\s_-]*)exist/i;

/** Whether an earlier try may be stored: nobody knows, or the user had the batch sent again without having looked. */
export const isOpen = ({ openSince, settledBy }: Pick<BatchEntry, 'openSince' | 'settledBy'>): boolean =>
  openSince !== undefined || settledBy === 'sent-again';

/**
 * Whether a refusal may be about an earlier try and not about what is in the rows. One that points at rows would have met
 * the first try as well; one of the whole may be a conflict, or somebody's between us and Peak.
 */
function mayMeanEarlier(answer: Extract<TransportAnswer, { kind: 'answered' }>, state: string): boolean {
  if (answer.peakStatus === 409 || (state === 'rejected' && answer.failed.length === 0)) return true;
  const said = [answer.error, ...answer.failed.flatMap(({ errors }) => errors)];
  return said.some((error) => error && THERE_ALREADY.test(`${error.code} ${error.message}`));
}

/** What a verdict comes to beside what is known of earlier tries of its batch, and of the other answers of the load. */
export function believed(
  verdict: Verdict,
  answer: TransportAnswer,
  entry: Pick<BatchEntry, 'openSince' | 'settledBy'>,
  ledger: Ledger,
): Verdict {
  if (answer.kind !== 'answered' || verdict.kind !== 'settled') return verdict;
  if (verdict.state !== 'accepted') {
    return isOpen(entry) && mayMeanEarlier(answer, verdict.state) ? UNEXPLAINED : verdict;
  }
  // Hazard: where Peak's yes has words, one without is somebody else's, of a balancer or a firewall. That it has words
  // for what it refuses shows nothing of its yes.
  if (answer.wordless) return ledger.hasPeakSpoken ? UNEXPLAINED : verdict;
  ledger.peakSpoke();
  return verdict;
}
