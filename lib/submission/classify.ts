import type { RowError } from '../gateway/contract';
import { nameFailedRows } from './match-rows';
import type { Sent } from './match-rows';
import type { BatchReason, PauseReason, RejectedRow } from './model';
import type { TransportAnswer } from './ports';

type Answered = Extract<TransportAnswer, { kind: 'answered' }>;

/** What one answer means for its batch. Rows are counted; `afterMs` is what the other side asked to wait, in ms. */
export type Verdict =
  | {
      readonly kind: 'settled';
      readonly state: 'accepted' | 'partly' | 'rejected';
      readonly accepted: number;
      readonly rejected: readonly RejectedRow[];
      readonly unnamed: number;
    }
  /** It may have been stored. `resend`: sending the same rows again could bring a clear answer (UPSERT only). */
  | {
      readonly kind: 'doubt';
      readonly reason: BatchReason;
      readonly resend: boolean;
      readonly afterMs?: number;
    }
  /** Surely not stored, worth another try. `turn`: it waited for one in our own rate in vain, and Peak was not asked. */
  | { readonly kind: 'again'; readonly cause: keyof typeof STORM_OF; readonly afterMs?: number }
  /** Surely not stored, because it was too large; its parts may be taken. */
  | { readonly kind: 'split' }
  /** Surely not stored; somebody has to act first. */
  | { readonly kind: 'stop'; readonly reason: PauseReason };

/** What each cause of another try is called when it comes over and over. */
export const STORM_OF = {
  rate: 'rate-storm',
  turn: 'rate-used-up',
  down: 'peak-down',
} as const satisfies Record<string, PauseReason>;

const after = (ms: number | undefined): { readonly afterMs?: number } =>
  ms === undefined ? {} : { afterMs: ms };

const doubt = (reason: BatchReason, resend: boolean, afterMs?: number): Verdict => ({
  kind: 'doubt',
  reason,
  resend,
  ...after(afterMs),
});

/** For a request refused as a whole without a word. */
const WITHOUT_CODE: RowError = { code: 'without-code', message: '' };

function causeOf(answer: TransportAnswer): RowError {
  if (answer.kind === 'answered')
    return answer.error ?? { ...WITHOUT_CODE, message: `HTTP ${answer.peakStatus}` };
  return answer.kind === 'refused' ? { code: answer.code, message: '' } : WITHOUT_CODE;
}

/** Every row is refused, each for the cause the answer names for it, else for the cause of the whole. */
export function allRejected(answer: TransportAnswer, sent: Sent): Verdict {
  const failed = answer.kind === 'answered' ? answer.failed : [];
  const named = new Map(nameFailedRows(failed, sent).rejected.map((row) => [row.row, row.errors]));
  const whole = causeOf(answer);
  const rejected = sent.rows.map((row) => ({ row, errors: [...(named.get(row) ?? [whole])] }));
  return { kind: 'settled', state: 'rejected', accepted: 0, rejected, unnamed: 0 };
}

/**
 * 200 and 207. Peak's counter only ever adds refused rows that the answer did not list; an answer that contradicts
 * itself settles nothing.
 */
function counted(answer: Answered, sent: Sent): Verdict {
  const total = sent.rows.length;
  const { rejected, unnamed } = nameFailedRows(answer.failed, sent);
  const missing = answer.accepted === undefined ? 0 : total - answer.accepted;
  if (missing < 0) return doubt('unexplained', false);
  if (rejected.length === 0 && unnamed.length === 0) {
    // "Part was refused" without a word about which part, a counter that says fewer, an error beside a success: nobody
    // can tell.
    const unclear = answer.peakStatus === 207 && answer.accepted !== total;
    return unclear || missing > 0 || answer.error !== undefined
      ? doubt('unexplained', false)
      : { kind: 'settled', state: 'accepted', accepted: total, rejected: [], unnamed: 0 };
  }
  const open = total - rejected.length;
  const nameless = Math.min(open, Math.max(unnamed.length, missing - rejected.length));
  const accepted = open - nameless;
  return {
    kind: 'settled',
    state: accepted === 0 ? 'rejected' : 'partly',
    accepted,
    rejected,
    unnamed: nameless,
  };
}

/** Statuses that refuse rows; any other of its kind, without Peak's JSON, is of something between us and Peak. */
const ABOUT_ROWS: ReadonlySet<number> = new Set([400, 409, 422]);

function answered(answer: Answered, sent: Sent): Verdict {
  const status = answer.peakStatus;
  if (status >= 200 && status < 300) {
    // Words that are no JSON may be the page of somebody between us and Peak, or torn JSON without its list of refused rows.
    const isUnclear = answer.unreadable && (status === 207 || !answer.wordless);
    return isUnclear ? doubt('unexplained', false) : counted(answer, sent);
  }
  if (status >= 300 && status < 400) return doubt('redirected', true);
  switch (status) {
    case 401:
      return { kind: 'stop', reason: 'token-refused' };
    case 403:
      return { kind: 'stop', reason: 'forbidden' };
    case 404:
      return { kind: 'stop', reason: 'not-found' };
    case 413:
      return { kind: 'split' };
    case 408:
      return { kind: 'again', cause: 'down', ...after(answer.retryAfterMs) };
    case 429:
      return { kind: 'again', cause: 'rate', ...after(answer.retryAfterMs) };
    case 503:
      // With Retry-After the service itself says "not now". Without, it may be a balancer that lost the answer.
      return answer.retryAfterMs === undefined
        ? doubt('server-error', true)
        : { kind: 'again', cause: 'rate', afterMs: answer.retryAfterMs };
    default:
      if (status < 400 || status >= 500) return doubt('server-error', true, answer.retryAfterMs);
      if (answer.unreadable && !ABOUT_ROWS.has(status)) return { kind: 'stop', reason: 'request-refused' };
      // "Refused" and "some were taken" cannot both be true.
      return (answer.accepted ?? 0) > 0 ? doubt('unexplained', false) : allRejected(answer, sent);
  }
}

/** Codes of our own server (lib/gateway/contract) that mean somebody must act; any other code is `server-refused`. */
const STOPS: ReadonlyMap<string, PauseReason> = new Map<string, PauseReason>([
  ['connection-unknown', 'session-lost'],
  ['connection-required', 'session-lost'],
  ['token-refused', 'token-refused'],
  ['token-forbidden', 'forbidden'],
  ['peak-not-found', 'not-found'],
]);
const WAITS: ReadonlyMap<string, keyof typeof STORM_OF> = new Map([
  ['rate-budget', 'turn'],
  ['peak-rate', 'rate'],
  ['peak-unreachable', 'down'],
  ['ledger-down', 'down'],
  // Whoever gave it up knows that it was not stored.
  ['batch-given-up', 'down'],
]);
/** Whatever broke may have broken after the rows had left, whatever the kind of answer says. */
const LATE = new Set(['internal', 'peak-timeout', 'peak-failed', 'peak-shape', 'peak-redirected']);

/** What a transport's answer means for the batch that was sent. Statuses: §4.3; what is retried: §4.7. */
export function classify(answer: TransportAnswer, sent: Sent): Verdict {
  switch (answer.kind) {
    case 'answered':
      return answered(answer, sent);
    case 'no-answer':
      return answer.maybeStored ? doubt(answer.reason, true) : { kind: 'again', cause: 'down' };
    case 'refused': {
      if (LATE.has(answer.code)) return doubt('server-error', true, answer.retryAfterMs);
      if (answer.code === 'body-too-large') return { kind: 'split' };
      const cause = WAITS.get(answer.code);
      if (cause) return { kind: 'again', cause, ...after(answer.retryAfterMs) };
      return { kind: 'stop', reason: STOPS.get(answer.code) ?? 'server-refused' };
    }
  }
}
