import { writeFile } from 'node:fs/promises';
import { REJECTION_WORDS } from '@/components/messages/rejections';
import { systemClock } from '@/lib/base/clock';
import { trouble } from '@/lib/intake/errors';
import type { Rules } from '@/lib/intake/protocol';
import { createSending } from '@/lib/intake/sending';
import type { Sending } from '@/lib/intake/sending';
import type { SendProgress } from '@/lib/submission/model';
import { interrupted } from '@/lib/submission/journal/entry-rules';
import { maySend } from '@/lib/submission/sendable';
import { sha256Over } from '@/lib/submission/sha256';
import type { AtHand } from './at-hand';
import type { Loads } from './loads-folder';
import type { Options } from './options';
import type { Peak } from './peak';
import type { Say } from './say';
import { EXIT } from './stop';
import type { Exit } from './stop';
import { accountLines, doubtLines, endsWithQueue, exitOf, standingSentence } from './words';

/** What one call of the command works with. */
export interface Desk {
  readonly say: Say;
  readonly options: Options;
  readonly hand: AtHand;
  readonly loads: Loads;
  readonly loadId: string;
  readonly rules: Rules;
  readonly sending: Sending;
}

/** A wait shorter than this (ms) is over before somebody has read of it. */
const WORTH_TELLING_MS = 5_000;

/** Tells once of each moment until which Peak has asked to wait. */
function waitTeller(say: Say): (until: number | undefined) => void {
  let told = 0;
  return (until = 0) => {
    if (until - Math.max(told, systemClock.now()) < WORTH_TELLING_MS) return;
    told = until;
    say.event('asked-to-wait', { until });
    const moment = new Date(until).toISOString().slice(0, 19).replace('T', ' ');
    say.error(`Peak asked to wait until ${moment} UTC.`);
  };
}

/** Sends until nothing more may be sent; the first interrupt stops at a batch border, the second at once. */
export async function sendAll(
  desk: Desk,
  take: Parameters<Sending['send']>[0],
  listen: (heard: (progress: SendProgress) => void) => void,
): Promise<SendProgress> {
  const { say, sending, loadId } = desk;
  const isOver = ({ state }: SendProgress): boolean => state === 'paused' || state === 'done';
  const tellWait = waitTeller(say);
  let stops = 0;
  const stop = (): void => {
    stops += 1;
    if (stops > 1) process.exit(EXIT.waiting);
    say.error(
      'Stopping: waiting for the answers that are under way. Once more stops at once and leaves them in doubt.',
    );
    void sending.pause({ loadId });
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const ended = new Promise<SendProgress>((resolve) =>
      listen((progress) => {
        tellWait(progress.askedUntil);
        const { account, rowsPerSecond: rate, msLeft } = progress;
        const total = account.read - account.held - account.skipped - account.superseded;
        const done = total - account.waiting;
        say.progress({ event: 'sending', label: 'Sending', done, total, unit: 'rows', rate, msLeft });
        if (isOver(progress)) resolve(progress);
      }),
    );
    const first = await sending.send(take);
    return isOver(first) ? first : await ended;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Tells the account, the batches in doubt and where the rejected rows are; answers with the exit code. */
export async function conclude(desk: Desk, { account, reason: told }: SendProgress): Promise<Exit> {
  const { say, sending, loadId, loads } = desk;
  const plan = await loads.journal.plan(loadId);
  const isUnwritten = told === 'journal-failed';
  // Read, not recovered: where the journal cannot be written, what it calls under way is in doubt all the same.
  const inDoubt = (await loads.journal.entries(loadId))
    .map((entry) => (isUnwritten && entry.state === 'sending' ? interrupted(entry) : entry))
    .filter(({ state }) => state === 'in-doubt');
  const now = systemClock.now();
  const isLeft =
    account.waiting > 0 || (plan !== undefined && inDoubt.some((one) => maySend(one, plan, now)));
  const reason = told !== undefined && !isLeft && endsWithQueue(told) ? undefined : told;
  const exit = exitOf(account, reason);
  const batches = await loads.journal.batches(loadId);
  say.event('account', { loadId, exit, ...(reason === undefined ? {} : { reason }), account });
  if (reason !== undefined) say.error(standingSentence(reason));
  say.line('Account');
  accountLines(account).forEach((line) => say.line(line));
  if (plan && inDoubt.length > 0) {
    const spans = inDoubt.map(({ index, rows, reason: why }) => {
      const { firstRow, lastRow } = batches.find((batch) => batch.index === index) ?? {};
      return { index, rows, firstRow, lastRow, reason: why };
    });
    say.event('in-doubt', { loadId, batches: spans });
    doubtLines(plan, batches, inDoubt).forEach((line) => say.line(line));
  }
  if (account.rejected + account.laterFailed > 0) {
    const { file } = await sending.exportFailed({
      loadId,
      format: 'csv',
      words: REJECTION_WORDS,
      places: [],
      edits: [],
      name: loadId,
    });
    const path = loads.rejectedPath(loadId);
    try {
      await writeFile(path, Buffer.from(await file.arrayBuffer()));
      say.event('rejected', { rows: account.rejected + account.laterFailed, file: path });
      say.line(`The rejected rows, with Peak’s reasons: ${path}`);
    } catch {
      say.error(
        `The rejected rows could not be written to ${path}. Make room; the same command writes them.`,
      );
    }
  }
  if (exit === EXIT.complete) say.line('Peak has taken every row in: queued, and written in its next flush.');
  return exit;
}

/** For what is told of a load afterwards: nothing leaves. */
export const offTheRoad: Pick<Peak, 'transport'> = {
  transport: { send: async () => ({ kind: 'no-answer', reason: 'aborted', maybeStored: false }) },
};

const noRows = async (): Promise<never> => {
  throw trouble('load-not-open');
};
/** For what needs the journal alone. */
export const withoutRows: Pick<AtHand, 'ports'> = {
  ports: () => ({
    prepared: noRows,
    source: noRows,
    keepStates: noRows,
    checked: async () => undefined,
    sourceFingerprint: () => undefined,
  }),
};

/** The engine and what it stands on, as in the browser's worker, over this disk and straight to Peak. */
export function sendingOver(loads: Loads, hand: Pick<AtHand, 'ports'>, peak: Pick<Peak, 'transport'>) {
  let heard: (progress: SendProgress) => void = () => undefined;
  const sending = createSending({
    journal: loads.journal,
    transport: peak.transport,
    clock: systemClock,
    lock: loads.lock,
    sha256: sha256Over(crypto.subtle),
    random: Math.random,
    ...hand.ports(loads),
    emit: (event) => {
      if (event.event === 'sending') heard(event.progress);
    },
  });
  return { sending, listen: (to: typeof heard) => void (heard = to) };
}
