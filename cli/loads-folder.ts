import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '@/lib/base/errors';
import { newId } from '@/lib/base/ids';
import { senderLock } from '@/lib/intake/sending-ports';
import { fileJournal } from '@/lib/submission/journal/file';
import { duplicatesPart, type PlanFile } from '@/lib/submission/plan-file';
import { canonicalJson, fingerprintText } from '@/lib/intake/fingerprint';
import { holderOf, isHeld, lockFiles } from './lock-file';

/** Where the loads of a plan file are written down: beside it, so that they travel and are backed up together. */
export const folderOf = (planPath: string, chosen: string | undefined): string =>
  chosen ?? `${planPath.replace(/\.json$/, '')}.loads`;

/**
 * One name for this file on its way to this table under these rules: calling the command again goes on with the load
 * instead of beginning it twice. `again` counts loads that were begun anew on purpose.
 */
export async function loadIdOf(
  plan: PlanFile,
  origin: string,
  sourceFingerprint: string,
  again: number,
): Promise<string> {
  const { solutionName, table, operation, mapping, repairs } = plan;
  const { version: _version, ...same } = duplicatesPart(plan.duplicates, plan.newestBy);
  const what = { origin, solutionName, table, operation, ...same, mapping, repairs, sourceFingerprint };
  // Other sheets of one workbook are other rows: without this their load would count as sent already.
  const { workbook, headerRow } = plan.dialect;
  const sheets = workbook === undefined ? {} : { workbook, headerRow };
  const hash = await fingerprintText(canonicalJson({ ...what, ...sheets }));
  return `${table}-${hash.slice(0, 16)}${again === 0 ? '' : `-${again}`}`;
}

/** Whole from its first moment (a link to a written one): of two that begin at once, both read the same. */
async function ownKey(folder: string): Promise<string> {
  const path = join(folder, 'connection.key');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known !== '') return known;
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${newId()}`;
  try {
    await writeFile(draft, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
    await link(draft, path);
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) throw cause;
    // Left by a disk that was full.
    if ((await readFile(path, 'utf8')) === '') await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

/** Names a host and a token without giving the token away: a hash under a key that never leaves this folder. */
export async function connectionIdOf(folder: string, origin: string, token: string): Promise<string> {
  const hash = createHmac('sha256', await ownKey(folder))
    .update(`${origin}\n${token}`)
    .digest('hex');
  return `c${hash.slice(0, 24)}`;
}

/** The records of all loads made from one plan file. */
export async function openLoads(folder: string) {
  await mkdir(folder, { recursive: true });
  return {
    folder,
    journal: fileJournal(folder),
    lock: lockFiles(folder),
    /** Who sends it now; undefined when nobody does, `unknown` when somebody does who left no name. */
    async sender(loadId: string) {
      const path = join(folder, `${encodeURIComponent(senderLock(loadId))}.lock`);
      return (await isHeld(path)) ? holderOf(path) : undefined;
    },
    statesPath: (loadId: string) => join(folder, `${encodeURIComponent(loadId)}.states`),
    sourcePath: (loadId: string) => join(folder, `${encodeURIComponent(loadId)}.source`),
    samplesPath: (loadId: string) => join(folder, `${encodeURIComponent(loadId)}.rows`),
    rejectedPath: (loadId: string) => join(folder, `${encodeURIComponent(loadId)}.rejected.csv`),
    async loadIds(): Promise<string[]> {
      const names = await readdir(folder);
      return names
        .filter((name) => name.endsWith('.journal'))
        .map((name) => decodeURIComponent(name.slice(0, -'.journal'.length)))
        .sort();
    },
  };
}
export type Loads = Awaited<ReturnType<typeof openLoads>>;
