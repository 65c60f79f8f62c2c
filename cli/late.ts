import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { counted } from '@/components/messages/format';
import { enteredLines, leftLines } from '@/components/messages/late';
import { REJECTION_WORDS } from '@/components/messages/rejections';
import { hasCode } from '@/lib/base/errors';
import { newId } from '@/lib/base/ids';
import type { Sending } from '@/lib/intake/sending';
import type { Account, Plan } from '@/lib/submission/model';
import { openAtHand } from './at-hand';
import { folderOf, openLoads, type Loads } from './loads-folder';
import { onlyPlan, type Options } from './options';
import { demandHeader, readPlanFile, rulesFor } from './plan-at-hand';
import type { Say } from './say';
import { offTheRoad, sendingOver, withoutRows } from './send';
import { EXIT, Stop, type Exit } from './stop';
import { unpacking } from './text-file';
import { accountLines, exitOf } from './words';

const usage = (sentence: string): Stop => new Stop(EXIT.usage, 'usage', sentence);

/** The load that is meant: the one named, or the newest of the plan; of this file where one is given. */
async function meantLoad(loads: Loads, named: string | undefined, fingerprint?: string): Promise<Plan> {
  const ids = await loads.loadIds();
  const plans = (await Promise.all(ids.map((id) => loads.journal.plan(id)))).filter(
    (plan) => plan !== undefined,
  );
  const meant = plans
    .filter(({ loadId }) => named === undefined || loadId === named)
    .filter(({ sourceFingerprint }) => fingerprint === undefined || sourceFingerprint === fingerprint)
    .sort((a, b) => b.createdAt - a.createdAt)[0];
  if (meant) return meant;
  const which = named === undefined ? 'No load' : `No load ${named}`;
  const of = fingerprint === undefined ? '' : ' of this very file';
  throw usage(`${which}${of} is written down in ${loads.folder}. onramp status lists the loads there are.`);
}

function countFrom(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw usage(`--count ${text} is no number of rows.`);
}

async function exportAt(path: string): Promise<Blob> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const why = hasCode(cause, 'ENOENT') ? 'is not there' : 'cannot be read';
    throw new Stop(EXIT.file, 'export-unreadable', `The export ${path} ${why}.`, { cause });
  });
  return new Blob([new Uint8Array(bytes)]);
}

type Told = { readonly sending: Sending; readonly loadId: string };

/** Holds an export against the file that was loaded, and writes down the rows it names. */
async function fromExport(
  options: Options,
  planPath: string,
  loads: Loads,
  path: string,
  say: Say,
): Promise<Told> {
  if (options.file === undefined)
    throw usage('onramp late --failed needs --file, the file that was loaded: lines are told from it.');
  const plan = await readPlanFile(planPath);
  const hand = await openAtHand(options.file, plan.dialect, unpacking(say));
  try {
    demandHeader(plan, hand.head.header);
    const fingerprint = await hand.fingerprint((bytes) =>
      say.progress({ event: 'reading', label: 'Reading', done: bytes, total: hand.size, unit: 'bytes' }),
    );
    const { loadId, frozenFor } = await meantLoad(loads, options.load, fingerprint);
    if (!frozenFor)
      throw new Stop(EXIT.refused, 'load-too-old', 'This load was begun by a version that kept no table.');
    const { sending } = sendingOver(loads, hand, offTheRoad);
    const id = newId();
    const [file, rules] = [await exportAt(path), rulesFor(plan, frozenFor)];
    const take = { loadId, id, file, name: basename(path), parts: [{ loadId, rules }] };
    const reading = await sending.readLate(take);
    say.event('late', { loadId, ...(reading.moved > 0 ? { id } : {}), reading });
    say.line(`${counted(reading.lines, 'line')} read from ${path}.`);
    say.line(`${counted(reading.moved - reading.entered, 'row')} moved from accepted to failed later.`);
    [...enteredLines(reading), ...leftLines(reading)].forEach((line) => say.line(line));
    const { account } = await sending.receipt({ loadId });
    if (account.rejected + account.laterFailed > 0) {
      const words = { words: REJECTION_WORDS, places: [], edits: [], name: loadId, format: 'csv' as const };
      const rows = await sending.exportFailed({ loadId, ...words });
      await writeFile(loads.rejectedPath(loadId), Buffer.from(await rows.file.arrayBuffer()));
      say.event('rejected', {
        rows: account.rejected + account.laterFailed,
        file: loads.rejectedPath(loadId),
      });
      say.line(`The failed rows, with Peak’s reasons: ${loads.rejectedPath(loadId)}`);
    }
    return { sending, loadId };
  } finally {
    await hand.close();
  }
}

/** A number without rows, or something told before taken back; neither needs the file. */
async function withoutFile(options: Options, loads: Loads, say: Say): Promise<Told> {
  const { loadId } = await meantLoad(loads, options.load);
  const { sending } = sendingOver(loads, withoutRows, offTheRoad);
  if (options.undo !== undefined) {
    const { told } = await sending.late({ loadId });
    if (!told.some(({ id }) => id === options.undo))
      throw usage(`Nothing was told under the name ${options.undo}. onramp late lists what was.`);
    await sending.undoLate({ loadId, id: options.undo });
    say.event('late-undone', { loadId, id: options.undo });
    say.line(`Taken back: ${options.undo}.`);
  }
  if (options.count !== undefined) {
    const [id, count] = [newId(), countFrom(options.count)];
    await sending.enterLate({ loadId, id, count });
    say.event('late', { loadId, id, count });
    say.line(`${counted(count, 'row')} moved from accepted to failed later, without names.`);
  }
  return { sending, loadId };
}

async function tell({ sending, loadId }: Told, say: Say): Promise<Account> {
  const { told } = await sending.late({ loadId });
  const { account } = await sending.receipt({ loadId });
  const exit = exitOf(account, undefined);
  say.event('account', { loadId, exit, told, account });
  if (told.length > 0) say.line(`Told of ${loadId} so far`);
  for (const { id, at, name, rows, unnamed } of told) {
    const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    say.line(
      `  ${id}  ${when} UTC  ${counted(rows + unnamed, 'row')} ${name === undefined ? 'by number' : `from ${name}`}`,
    );
  }
  say.line('Account');
  accountLines(account).forEach((line) => say.line(line));
  return account;
}

/** `onramp late`: what Peak accepted and could not write moves out of "accepted". No token, no network. */
export async function late(options: Options, positionals: readonly string[], say: Say): Promise<Exit> {
  const planPath = onlyPlan('late', positionals);
  const { failed, count, undo } = options;
  if ([failed, count, undo].filter((one) => one !== undefined).length > 1)
    throw usage('onramp late takes one of --failed, --count and --undo at a time.');
  const loads = await openLoads(folderOf(planPath, options.journal));
  try {
    const told =
      failed === undefined
        ? await withoutFile(options, loads, say)
        : await fromExport(options, planPath, loads, failed, say);
    return exitOf(await tell(told, say), undefined);
  } finally {
    await loads.journal.close();
  }
}
