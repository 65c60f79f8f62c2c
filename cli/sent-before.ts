import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { counted } from '@/components/messages/format';
import type { BatchEntry, Plan } from '@/lib/submission/model';
import type { Loads } from './loads-folder';
import { EXIT, Stop } from './stop';

const source = z.object({ path: z.string() });

/** Writes down from which file a load is made; its content alone is known by the plan. */
export async function noteSource(loads: Loads, loadId: string, path: string): Promise<void> {
  await writeFile(loads.sourcePath(loadId), JSON.stringify({ path: resolve(path) }));
}

async function pathOf(loads: Loads, loadId: string): Promise<string | undefined> {
  const text = await readFile(loads.sourcePath(loadId), 'utf8').catch(() => '{}');
  return source.safeParse(JSON.parse(text)).data?.path;
}

/** Rows that are in the table, or may be. */
function there(entries: readonly BatchEntry[]): number {
  const rows = ({ state, rows: all, accepted }: BatchEntry): number =>
    state === 'in-doubt' || state === 'sending' ? all : accepted;
  return entries.reduce((sum, entry) => sum + rows(entry), 0);
}

/**
 * A new APPEND load adds all its rows, also those that another load of this folder brought there: of the same file under
 * other rules, or of the file that stood at this path before that load was through. That takes a word.
 */
export async function demandNotSent(
  loads: Loads,
  begun: Pick<Plan, 'table' | 'solutionName' | 'connectionId' | 'sourceFingerprint'>,
  path: string,
): Promise<void> {
  for (const loadId of await loads.loadIds()) {
    const plan = await loads.journal.plan(loadId);
    const isSame =
      plan?.table === begun.table &&
      plan.solutionName === begun.solutionName &&
      plan.connectionId === begun.connectionId;
    if (!isSame) continue;
    const entries = await loads.journal.entries(loadId);
    const rows = there(entries);
    const settled = entries.filter(({ settledAt, state }) => settledAt !== undefined && state !== 'split');
    const isThrough = settled.reduce((sum, entry) => sum + entry.rows, 0) === plan.counts.planned;
    const isSameFile = plan.sourceFingerprint === begun.sourceFingerprint;
    const isChanged = !isThrough && (await pathOf(loads, loadId)) === resolve(path);
    if (rows === 0 || (!isSameFile && !isChanged)) continue;
    const what = isSameFile
      ? `the plan was changed since ${counted(rows, 'row')} of this very file were sent`
      : `the file was changed since ${counted(rows, 'row')} of it were sent`;
    const sentence = `This would be another load: ${what} (${loadId}; onramp status lists it). APPEND would add those rows once more, so nothing was sent. Bring the old one back to go on with that load, or send a file that holds only what is left; --again sends all of this one.`;
    throw new Stop(EXIT.refused, 'sent-before', sentence);
  }
}
