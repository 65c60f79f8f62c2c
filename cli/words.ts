import { counted, formatCount } from '@/components/messages/format';
import { imbalanceSentence, reasonSentence } from '@/components/messages/submission';
import type { Account, BatchEntry, Batch, PauseReason, Plan } from '@/lib/submission/model';
import { EXIT } from './stop';
import type { Exit } from './stop';

/** Of a raw answer, at a terminal; the journal keeps more of it. */
const RAW_CHARS = 200;

interface Standing {
  readonly exit: Exit;
  readonly sentence: string;
}

const later = (sentence: string): Standing => ({ exit: EXIT.waiting, sentence });
const refused = (sentence: string): Standing => ({ exit: EXIT.refused, sentence });

/** Why a load stands still, and what to do about it at a terminal. */
const STANDING: Record<PauseReason, Standing> = {
  user: later('Stopped as asked; what was under way has been answered. The same command goes on.'),
  'session-lost': refused('The connection is gone. Set PEAK_AUTH_TOKEN and run the same command again.'),
  'token-refused': refused(
    'Peak refused the token: it has probably expired or been revoked. Nothing of that request was stored. Set PEAK_AUTH_TOKEN to a new one of the same tenant and run the same command with --same-tenant.',
  ),
  forbidden: refused(
    'Peak knows the token but does not let it write to this solution; or, if other batches of this load were accepted, a firewall objects to what is in this one. Nothing of that request was stored. Ask for the right, or use another token of the same tenant with --same-tenant.',
  ),
  'not-found': refused(
    'Peak answered 404: the table or solution is not there (any more). When it is, run the same command again.',
  ),
  'peak-down': later(
    'Several requests in a row brought no clear answer: none at all, an error of the service, a redirect, or one that settles nothing. Where such an answer came, it is shown with its batch in doubt: look at it first. Else check the network and wait a while. Then run the same command again.',
  ),
  'rate-storm': later(
    'Peak keeps asking to slow down; somebody else may be using up the tenant’s budget. Run the same command again later.',
  ),
  'rate-used-up': later(
    'Try after try found no turn within the rate that this command shares with others (ONRAMP_RATE, REDIS_URL); Peak was not asked. Run the same command when they are done.',
  ),
  'error-storm': refused(
    'Three batches in a row were refused whole with one code, so the cause is not in single rows. Look at the code below. The same command tries the next batches.',
  ),
  'too-large': refused(
    'Peak answered 413: one request is larger than it takes, and nothing of it was stored. Lower rowsPerBatch in the plan and load a file of the rows that are left (an APPEND at the same path asks for --again).',
  ),
  'request-refused': refused(
    'The request was refused, but not for its rows, and not by Peak as far as can be seen: a proxy or a firewall between may want a sign-in or forbid the address. Nothing of that request was stored. When it lets requests through, run the same command again.',
  ),
  'server-refused': refused(
    'The request was refused before it reached Peak, for a reason that repeating cannot mend.',
  ),
  'other-connection': refused(
    'The load was begun with another token, or the connection.key beside its journal is another one. Rows in the wrong warehouse are the worst mistake there is, so nothing was sent. If the token belongs to the tenant it was begun for, say so with --same-tenant.',
  ),
  'payload-changed': refused(
    'The rows are no longer those that were planned: file or rules changed after the load had begun. Nothing that differs was sent.',
  ),
  'other-tab': later(
    'Another process is sending this load. Two senders could send a batch twice, so nothing was done.',
  ),
  'source-gone': {
    exit: EXIT.file,
    sentence: 'The file cannot be read any more. Bring it back and run the same command.',
  },
  'journal-failed': {
    exit: EXIT.fault,
    sentence:
      'The journal could not be written; without it nobody could prove what was sent. Free some space on its disk and run the same command.',
  },
};

export const standingSentence = (reason: PauseReason): string => STANDING[reason].sentence;

const ROAD: ReadonlySet<PauseReason> = new Set([
  'user',
  'peak-down',
  'rate-storm',
  'rate-used-up',
  'error-storm',
]);

/** Whether this is only about batches that were to follow: where none was left, it says nothing of the load. */
export const endsWithQueue = (reason: PauseReason): boolean => ROAD.has(reason);

/** What the shell is told about a load that stands still: waiting rows first, then doubts, then rows left out. */
export function exitOf(account: Account, reason: PauseReason | undefined): Exit {
  if (!account.balances) return EXIT.fault;
  if (reason !== undefined) return STANDING[reason].exit;
  if (account.waiting > 0) return EXIT.waiting;
  if (account.inDoubt > 0) return EXIT.inDoubt;
  return account.held + account.rejected + account.laterFailed > 0 ? EXIT.rowsLeftOut : EXIT.complete;
}

export function accountLines(account: Account): string[] {
  const row = (label: string, value: number): string[] =>
    value === 0 ? [] : [`  ${label.padEnd(22)} ${formatCount(value).padStart(14)}`];
  return [
    `  ${'rows in the file'.padEnd(22)} ${formatCount(account.read).padStart(14)}`,
    ...row('skipped', account.skipped),
    ...row('held back (findings)', account.held),
    ...row('superseded', account.superseded),
    ...row('waiting', account.waiting),
    `  ${'accepted by Peak'.padEnd(22)} ${formatCount(account.accepted).padStart(14)}`,
    ...row('rejected by Peak', account.rejected),
    ...row('accepted, later failed', account.laterFailed),
    ...row('in doubt', account.inDoubt),
    account.imbalance === undefined
      ? `  The counts of reader, plan and answers agree${account.complete ? ', and nothing is waiting or in doubt.' : '.'}`
      : `  ${imbalanceSentence(account.imbalance)}`,
    ...account.errors
      .slice(0, 5)
      .map(({ code, message, count }) => `  ${counted(count, 'row')} refused with ${code}: ${message}`),
  ];
}

/** The beginning of an answer as it came, without characters that steer a terminal. */
const harmless = (raw: string): string => raw.slice(0, RAW_CHARS).replace(/\p{C}/gu, ' ');

/** Every batch in doubt, and what can be done about them. */
export function doubtLines(plan: Plan, batches: readonly Batch[], doubts: readonly BatchEntry[]): string[] {
  const rows = doubts.reduce((sum, entry) => sum + entry.rows, 0);
  const byIndex = new Map(batches.map((batch) => [batch.index, batch]));
  return [
    `${counted(doubts.length, 'batch', 'batches')} with ${counted(rows, 'row')} in doubt: sent, but no answer says what became of them.`,
    ...doubts.flatMap(({ index, reason, raw }) => {
      const batch = byIndex.get(index);
      const span = batch ? `rows ${batch.firstRow} to ${batch.lastRow}` : '';
      const why = `  batch ${index}: ${span}. ${reason === undefined ? '' : reasonSentence(reason)}`;
      return raw ? [why, `    it was: ${harmless(raw)}`] : [why];
    }),
    `Look first: SELECT COUNT(*) FROM ${plan.table}; then say one of`,
    '  --treat-doubt-as-stored   they are in the warehouse; count them as accepted',
    `  --resend-doubt            send them again${plan.operation === 'APPEND' ? '; rows that were stored are then there twice' : '; the same rows replace themselves'}`,
  ];
}
