import type { OperationType } from '@/lib/peak/model';
import type {
  BatchReason,
  BatchState,
  DoubtChoice,
  Imbalance,
  PauseReason,
  SendProgress,
  TestOutcome,
} from '@/lib/submission/model';
import { namedColumn } from '@/lib/submission/named-column';
import type { Advice } from './advice';
import { counted } from './format';

const PAUSES: Record<PauseReason, Advice> = {
  user: {
    what: 'Paused',
    why: 'You asked for it. Every request that was under way has been answered and written down.',
    todo: 'Go on whenever you like: sending continues at the exact batch.',
  },
  'session-lost': {
    what: 'The connection is gone',
    why: 'Our server no longer holds the token: the session ended, or its secret changed.',
    todo: 'Paste the token again, then go on. Nothing that was sent is sent twice.',
  },
  'token-refused': {
    what: 'Peak refused the token',
    why: 'It was accepted before, so it has probably expired or been revoked. Nothing of that request was stored.',
    todo: 'Make a new personal access token, paste it, then go on.',
  },
  forbidden: {
    what: 'This token may not write here',
    why: 'Peak knows the token but does not let it write to this solution; or, if other batches of this load were taken, a firewall objects to what is in this one. Nothing of that request was stored.',
    todo: 'Ask the tenant’s administrator for the right, or use another token of the same tenant.',
  },
  'not-found': {
    what: 'Peak does not know this table or solution',
    why: 'It answered 404. The rollout may have been changed or removed since the plan was made.',
    todo: 'Look at the Rollout step; when the table is there again, go on.',
  },
  'peak-down': {
    what: 'No clear answers from Peak',
    why: 'Several requests in a row brought no answer, or none that says what became of the rows. Peak, our server or the network between them may be down, or something before Peak answers in its place.',
    todo: 'Where an answer came that settles nothing, look at it under “In doubt” first. Else check the network, wait a while, then go on.',
  },
  'rate-storm': {
    what: 'Peak keeps asking to slow down',
    why: 'Attempt after attempt was told to come back later, or one for longer than a program should wait. Somebody else may be using up the tenant’s budget.',
    todo: 'Find out who else is loading into this tenant, or go on later.',
  },
  'rate-used-up': {
    what: 'No turn within the rate',
    why: 'Our own server keeps all loads of a connection within one rate, and try after try found no turn in it: other tabs, tables or people are using it up. Peak was not asked.',
    todo: 'Let the other loads finish, or pause one; then go on.',
  },
  'error-storm': {
    what: 'Batch after batch is refused for one cause',
    why: 'Three batches in a row were refused, nearly every row with the same code, so the cause is not in single rows.',
    todo: 'Look at the code and message below before sending more. Going on tries the next batches.',
  },
  'too-large': {
    what: 'One request is larger than Peak takes',
    why: 'Peak answered 413. Nothing of that request was stored.',
    todo: 'Start a new load of the remaining rows with fewer rows per batch.',
  },
  'request-refused': {
    what: 'The request was refused, but not for its rows',
    why: 'The answer is not one of Peak’s: something between, such as a proxy or a firewall, may want a sign-in or forbid the address. Nothing of that request was stored.',
    todo: 'Find out what stands between our server and Peak, then go on.',
  },
  'server-refused': {
    what: 'Our own server refused the request',
    why: 'It did so before anything reached Peak, for a reason that trying again cannot mend.',
    todo: 'Check the connection and whether the server was reconfigured or updated; then reload and go on.',
  },
  'other-connection': {
    what: 'This plan was made for another connection',
    why: 'Rows in the wrong warehouse are the worst mistake there is, so nothing was sent.',
    todo: 'Connect with the first token, or confirm that the new one belongs to the same tenant.',
  },
  'payload-changed': {
    what: 'The rows are no longer those of the plan',
    why: 'File, columns, repairs or reading changed after the plan was frozen; the bytes differ from what was agreed.',
    todo: 'Bring back the file and rules of the plan, or start a new load. Nothing that differs was sent.',
  },
  'other-tab': {
    what: 'Another tab is sending this load',
    why: 'Two senders of one load could send a batch twice, so this tab only watches.',
    todo: 'Go on in that tab, or close it and go on here.',
  },
  'source-gone': {
    what: 'The file cannot be read any more',
    why: 'It was moved, changed or removed, or this browser lost its copy.',
    todo: 'Choose the very same file again; sending goes on at the exact batch.',
  },
  'journal-failed': {
    what: 'The journal could not be written',
    why: 'Without it nobody could prove what was sent. The disk may be full, or the browser closed the database.',
    todo: 'Free some space or use an ordinary window, reload, and look at what is in doubt before going on.',
  },
};

/** What an error that nearly every row shares most likely comes from; `columns`: names of the table's columns. */
export function stormGuess(message: string, columns: readonly string[]): string {
  const column = namedColumn(message, columns);
  return column === undefined
    ? 'No column is named, so look for what all rows share: the operation type, a column that is not matched, the table itself.'
    : `Likely cause: ${column} is filled from the wrong column of the file, or a repair gives it a form Peak does not take. Look at it on the Columns step.`;
}

export const pauseAdvice = (reason: PauseReason): Advice => PAUSES[reason];

/** What is said while nothing is settled; `turn`: the tries that failed only found no turn in our own rate. */
export function quietWords(
  failures: number,
  turn: boolean,
): { readonly title: string; readonly why: string } {
  if (failures === 0)
    return {
      title: 'Waiting for Peak to answer',
      why: 'Requests are under way, and Peak has not answered them yet.',
    };
  const tries = counted(failures, 'try', 'tries');
  if (turn)
    return {
      title: 'Waiting for a turn within the rate',
      why: `${tries} in a row found none: other loads over this connection use up its rate, and Peak was not asked. If that goes on, sending stands still.`,
    };
  return {
    title: 'No clear answer from Peak; trying again',
    why: `${tries} in a row failed and the waits between them grow; if that goes on, sending stands still.`,
  };
}

export const SEND_STATE_WORDS: Record<SendProgress['state'], string> = {
  sending: 'Sending',
  pausing: 'Pausing: waiting for the answers that are under way',
  paused: 'Standing still',
  done: 'Nothing left to send',
};

const REASONS: Record<BatchReason, string> = {
  timeout: 'No answer came in time.',
  unreachable: 'The connection broke before an answer came.',
  aborted: 'The request was cut off before its answer came.',
  redirected: 'The answer pointed to another address, which is never followed.',
  'server-error': 'Peak answered with a fault of its own and did not say what became of the rows.',
  interrupted:
    'The sender was stopped (its tab closed, its program ended, the power gone) after the request had left and before its answer came.',
  unexplained:
    'An answer came that settles nothing: it contradicts itself, breaks off, may be about an earlier try, or comes from something before Peak, such as a proxy that wants a sign-in.',
  refused: 'Peak refused the request as a whole.',
  'not-stored': 'Peak did not take it in and asked to try again.',
};

/** Why a batch is where it is. */
export const reasonSentence = (reason: BatchReason): string => REASONS[reason];

const isBatchReason = (problem: string): problem is BatchReason => problem in REASONS;

/** What stood in the way of a test request. */
export function testProblemAdvice(problem: NonNullable<TestOutcome['problem']>): Advice {
  if (!isBatchReason(problem)) return pauseAdvice(problem);
  return {
    what: 'The test request brought no clear answer',
    why: REASONS[problem],
    todo: 'A dry run can be repeated at any time. A real test without a clear answer is listed as in doubt.',
  };
}

const IMBALANCES: Record<Imbalance, string> = {
  'reader-and-plan-rows': 'The reader and the plan counted different numbers of rows in the file.',
  'reader-and-plan-buckets':
    'Check and plan put different numbers of rows into ready, held, skipped or superseded.',
  'plan-buckets': 'The plan’s own counts do not add up to the rows it read.',
  'plan-and-batches': 'The batches of the plan do not add up to its planned rows.',
  'batches-and-answers': 'The answers of at least one batch do not add up to the rows that were in it.',
  'load-and-attempts':
    'A row was sent again that was not among the failed ones, or such an attempt does not add up.',
  'accepted-and-later-failed': 'More rows are said to have failed later than Peak had accepted.',
};

/** Said in red: an account that does not add up is a fault of ours. */
export const imbalanceSentence = (imbalance: Imbalance): string =>
  `${IMBALANCES[imbalance]} This is a fault of the program: trust none of the figures, and report it.`;

const DOUBT_EXPLANATION: Record<OperationType, Advice> = {
  UPSERT: {
    what: 'Some batches were sent, but their answer was lost',
    why: 'Peak may have stored them or not. With UPSERT the same rows replace themselves, so sending again cannot double them; it can only overwrite what somebody changed in the meantime.',
    todo: 'Sending again is safe unless newer values reached these keys since. To know, “Get the query” gives SQL for somebody who may query the warehouse.',
  },
  APPEND: {
    what: 'Some batches were sent, but their answer was lost',
    why: 'Peak may have stored them or not. With APPEND, sending again would store every row twice if it had; not sending loses the rows if it had not. They are never sent again without you.',
    todo: 'Look first, then choose: “Get the query” gives SQL that says which of these rows are missing. If you may not query the warehouse, ask somebody who may, such as the tenant’s administrator.',
  },
};

/** Reasons for which an answer did come. */
const ANSWERED: ReadonlySet<BatchReason | undefined> = new Set<BatchReason>([
  'unexplained',
  'server-error',
  'redirected',
]);

/** Shown above the batches in doubt, before any choice; `reasons`: of each batch. */
export function doubtAdvice(operation: OperationType, reasons: readonly (BatchReason | undefined)[]): Advice {
  const advice = DOUBT_EXPLANATION[operation];
  const answered = reasons.filter((reason) => ANSWERED.has(reason)).length;
  if (answered === 0) return advice;
  return {
    ...advice,
    what: 'Some batches were sent, but no answer says what became of them',
    why: `Of ${counted(answered, 'batch', 'batches')}, an answer of Peak, or of something before it, settles nothing; as far as it came here it is kept, and shown beside its batch. ${advice.why}`,
  };
}

export const BATCH_STATE_WORDS: Record<BatchState, string> = {
  planned: 'waiting',
  sending: 'under way',
  accepted: 'accepted',
  partly: 'partly accepted',
  rejected: 'rejected',
  'in-doubt': 'in doubt',
  split: 'split',
};

/** Beside the query that looks for the rows of one batch. */
export function checkAdvice(operation: OperationType, isOne: boolean): string {
  const of = isOne ? 'this batch' : 'these batches';
  const found = {
    UPSERT: `the row numbers of ${of} whose key is not there. A key may also be there from before this load.`,
    APPEND: `the row numbers of ${of} that are not there. A row that an earlier load brought counts as there.`,
  }[operation];
  return `Run this in the warehouse, or send it to somebody who may query it: it gives ${found} Rows that Peak accepted take a while to be written, so wait a few minutes first.`;
}

/** What becomes of the row numbers that a look into the warehouse gave. */
export const MISSING_HINT = {
  one: 'Copy the column source_row here. Missing rows are listed among the failed rows, from where they can be sent again.',
  many: 'Copy the column source_row here. A batch with every row missing is put back to be sent; single missing rows are listed among the failed rows, from where they can be sent again.',
} as const;

export type SettleChoice = 'treated-as-stored' | 'sent-again';

/** What each choice means, by operation type; the choice is recorded with the batch. */
export const SETTLE_CHOICES: Record<
  SettleChoice,
  { readonly label: string; readonly meaning: Record<OperationType, string> }
> = {
  'treated-as-stored': {
    label: 'Treat as stored',
    meaning: {
      UPSERT: 'Counts these rows as accepted. If Peak never got them, they are missing in the table.',
      APPEND: 'Counts these rows as accepted. If Peak never got them, they are missing in the table.',
    },
  },
  'sent-again': {
    label: 'Send again',
    meaning: {
      UPSERT: 'Sends these rows once more. Rows that were stored are replaced by themselves.',
      APPEND: 'Sends these rows once more. If Peak did store them, they are in the table twice afterwards.',
    },
  },
};

/** What a screen reader is told once the choice is written down. */
export const SETTLED: Record<DoubtChoice, string> = {
  'treated-as-stored': 'The rows in doubt count as accepted.',
  'sent-again': 'The rows in doubt are put back to be sent again.',
  'found-stored': 'The rows count as accepted.',
  'found-missing': 'The rows are put back to be sent again.',
  'found-partly': 'Written down: the missing rows are listed among the failed rows.',
};
