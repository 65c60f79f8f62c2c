import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { counted } from '@/components/messages/format';
import { accountOf } from '@/lib/submission/account';
import { isOpen } from '@/lib/submission/believe';
import { joinAttempts } from '@/lib/submission/join-attempts';
import { interrupted } from '@/lib/submission/journal/entry-rules';
import type { LateFailures } from '@/lib/submission/late-failures';
import type { Account, Batch, BatchEntry, Plan } from '@/lib/submission/model';
import type { Loads } from './loads-folder';
import { EXIT, Stop } from './stop';

const note = z.object({
  path: z.string(),
  /** Absent in notes of older versions. */
  origin: z.string().optional(),
  /** Of a workbook. */
  sheets: z.array(z.string()).optional(),
});
type Note = z.infer<typeof note>;

/** A load that is about to begin. */
export interface About extends Required<Pick<Note, 'path' | 'origin'>> {
  readonly loadId: string;
  readonly table: string;
  readonly solutionName: string;
  readonly sourceFingerprint: string;
  readonly sheets: readonly string[] | undefined;
}

/** Writes down from where a load is made: its plan knows the content alone, and a connection under a name that goes with its token. */
export async function noteSource(loads: Loads, { loadId, path, origin, sheets }: About): Promise<void> {
  const at = loads.sourcePath(loadId);
  const text = JSON.stringify({ path: resolve(path), origin, sheets });
  await writeFile(`${at}.new`, text, { flush: true });
  await rename(`${at}.new`, at);
}

/** A note that a crash tore says nothing. */
async function noteOf(loads: Loads, loadId: string): Promise<Partial<Note>> {
  const text = await readFile(loads.sourcePath(loadId), 'utf8').catch(() => '');
  try {
    return note.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

interface Known {
  readonly plan: Plan;
  readonly batches: readonly Batch[];
  readonly entries: readonly BatchEntry[];
  readonly late: readonly LateFailures[];
  readonly account: Account;
}

async function knownLoad(loads: Loads, loadId: string): Promise<Known | undefined> {
  const plan = await loads.journal.plan(loadId);
  if (!plan) return undefined;
  const batches = await loads.journal.batches(loadId);
  const entries = (await loads.journal.entries(loadId)).map((entry) =>
    entry.state === 'sending' ? interrupted(entry) : entry,
  );
  const record = { plan, batches, entries };
  const late = await loads.journal.late(loadId);
  return {
    ...record,
    late,
    account: joinAttempts(accountOf(plan, batches, entries), record, [], late).account,
  };
}

/** Whether nothing is left to be sent or settled of a load that was begun; undefined when it was not. */
export async function isThrough(loads: Loads, loadId: string): Promise<boolean | undefined> {
  const known = await knownLoad(loads, loadId);
  return known && known.account.waiting + known.account.inDoubt === 0;
}

/** Rows of a batch that are in the table, or may be. */
function there(entry: BatchEntry): number {
  const { state, rows, accepted } = entry;
  return state === 'in-doubt' || (state === 'planned' && isOpen(entry)) ? rows : accepted;
}

/** Whether rows of a batch are in the table, or may be. */
export const isThere = (entry: BatchEntry): boolean => there(entry) > 0;

/** Whether no row of a load is there and none was refused: not begun, or not taken in until now. */
export async function isUnsent(loads: Loads, loadId: string): Promise<boolean> {
  const { entries = [] } = (await knownLoad(loads, loadId)) ?? {};
  return entries.every((entry) => entry.state === 'planned' && there(entry) === 0);
}

export interface Earlier extends Known {
  readonly note: Partial<Note>;
  readonly rows: number;
}

/** Loads into the same table that brought rows there, newest first. The token may have been renewed since, so it tells nothing. */
export async function earlierLoads(loads: Loads, about: About): Promise<Earlier[]> {
  const found: Earlier[] = [];
  for (const loadId of await loads.loadIds()) {
    if (loadId === about.loadId) continue;
    const plan = await loads.journal.plan(loadId);
    if (plan?.table !== about.table || plan.solutionName !== about.solutionName) continue;
    const from = await noteOf(loads, loadId);
    if (from.origin !== undefined && from.origin !== about.origin) continue;
    const known = await knownLoad(loads, loadId);
    const rows = known?.entries.reduce((sum, entry) => sum + there(entry), 0) ?? 0;
    if (known && rows > 0) found.push({ ...known, note: from, rows });
  }
  return found.sort((a, b) => b.plan.createdAt - a.plan.createdAt);
}

/** Other sheets of a workbook are other rows; where nobody wrote down which were read, they may be the same. */
function mayShareRows(before: readonly string[] | undefined, now: readonly string[] | undefined): boolean {
  return before === undefined || now === undefined || before.some((sheet) => now.includes(sheet));
}

/** What to do about an earlier load, by what is left of it. */
function wayOn({ waiting, inDoubt }: Account, what: 'plan' | 'file'): string {
  if (waiting > 0)
    return `Bring the old ${what} back to go on with that load, or send a file that holds only what is left`;
  if (inDoubt > 0)
    return `Of ${counted(inDoubt, 'row')} of that load no answer says what became of them: look whether they are there, then load the old file under the old plan with --treat-doubt-as-stored or --resend-doubt`;
  return 'Send a file that holds only what is left';
}

export function refusal(what: string, { plan: { loadId } }: Known, ways: string): Stop {
  const sentence = `This would be another load: ${what} (${loadId}; onramp status lists it). ${ways}.`;
  return new Stop(EXIT.refused, 'sent-before', sentence);
}

export const TWICE = 'APPEND would add them once more, so nothing was sent.';

/**
 * A new APPEND load adds all its rows, also those that another load of this folder brought there: of the same file under
 * other rules, or of the file that stood at this path, while that load has left any row out. That takes a word. Of a path
 * only the newest load counts: what was said about older ones need not be said every month.
 */
export async function demandNotSent(loads: Loads, about: About): Promise<void> {
  const earlier = (await earlierLoads(loads, about)).filter((one) =>
    mayShareRows(one.note.sheets, about.sheets),
  );
  const same = earlier.find(({ plan }) => plan.sourceFingerprint === about.sourceFingerprint);
  if (same) {
    const what = `the plan was changed since ${counted(same.rows, 'row')} of this very file were sent`;
    throw refusal(what, same, `${TWICE} ${wayOn(same.account, 'plan')}; --again sends all of this one`);
  }
  const last = earlier.find((one) => one.note.path === resolve(about.path));
  if (!last) return;
  const { waiting, inDoubt, held, rejected, laterFailed } = last.account;
  if (waiting + inDoubt + held + rejected + laterFailed === 0) return;
  const what = `the file was changed since ${counted(last.rows, 'row')} of it were sent and others left out, waiting or in doubt`;
  const ways = `Where this file holds those rows, too, APPEND would add them once more, so nothing was sent. ${wayOn(last.account, 'file')}; --again sends all of this one, as for a file of other rows`;
  throw refusal(what, last, ways);
}

/** By the hash of a batch: its rows that are there, or may be. A batch that was split has those of its parts. */
function rowsByHash({ batches, entries }: Known): Map<string, number> {
  const rows = new Map(entries.map((entry) => [entry.index, there(entry)]));
  // Parts have higher numbers than what they are parts of.
  for (const { index, of } of [...batches].sort((a, b) => b.index - a.index)) {
    if (of !== undefined) rows.set(of, (rows.get(of) ?? 0) + (rows.get(index) ?? 0));
  }
  return new Map(batches.map(({ index, hash }) => [hash, rows.get(index) ?? 0]));
}

/** Batches that are byte for byte those of another load hold the same rows, whatever the file, sheet or plan is called. */
export async function demandNewBatches(
  loads: Loads,
  about: About,
  batches: readonly Pick<Batch, 'hash'>[],
): Promise<void> {
  const earlier = await earlierLoads(loads, about);
  const told = earlier.map((load) => {
    const known = rowsByHash(load);
    return { load, rows: batches.reduce((sum, { hash }) => sum + (known.get(hash) ?? 0), 0) };
  });
  const [most] = told.sort((a, b) => b.rows - a.rows);
  if (!most || most.rows === 0) return;
  const what = `${counted(most.rows, 'row')} of it, in batches that are the same to the byte, were sent before`;
  throw refusal(what, most.load, `${TWICE} Send a file of the other rows; --again sends all of this one`);
}

/** The same records, where a plan is written down only after what has to come before it. */
export const askedFirst = (loads: Loads, first: (batches: readonly Batch[]) => Promise<void>): Loads => ({
  ...loads,
  journal: {
    ...loads.journal,
    async freeze(plan, batches) {
      await first(batches);
      await loads.journal.freeze(plan, batches);
    },
  },
});
