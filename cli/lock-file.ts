import { readFileSync, rmSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '@/lib/base/errors';
import { newId } from '@/lib/base/ids';
import type { TryLock } from '@/lib/intake/sending-ports';

const holder = z.object({ host: z.string(), pid: z.number().int(), started: z.string() });
type Holder = z.infer<typeof holder>;

/** When a process began, as Linux counts it: numbers of processes are given out again. Elsewhere empty. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; field 22 is counted from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive({ host, pid, started }: Holder): boolean {
  // Of another machine's processes nothing is known, so its lock stands.
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (hasCode(cause, 'ESRCH')) return false;
  }
  const begun = startOf(pid);
  return begun === '' || started === '' || begun === started;
}

/** Who holds the lock; `unknown` when its file is there and says nothing; undefined when nobody does. */
export async function holderOf(path: string): Promise<Holder | 'unknown' | undefined> {
  try {
    const parsed = holder.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : 'unknown';
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined;
    return 'unknown';
  }
}

/** Whether a living process holds the lock (or one of which nothing can be known). */
export async function isHeld(path: string): Promise<boolean> {
  const found = await holderOf(path);
  return found === 'unknown' || (found !== undefined && isAlive(found));
}

const own = (): string =>
  JSON.stringify({ host: hostname(), pid: process.pid, started: startOf(process.pid) } satisfies Holder);

/** Makes the file if it is not there, whole from its first moment (a link to a written one); false when it is. */
async function create(path: string): Promise<boolean> {
  const draft = `${path}.${newId()}`;
  await writeFile(draft, own());
  try {
    await link(draft, path);
    return true;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Takes over a lock whose holder is dead. One at a time, under a second file: of two processes that see the same dead
 * holder only one may put itself in its place, and it looks again before it does.
 */
async function takeOver(path: string): Promise<boolean> {
  const turn = `${path}.takeover`;
  if (!(await create(turn))) {
    const other = await holderOf(turn);
    if (other !== undefined && other !== 'unknown' && !isAlive(other)) await rm(turn, { force: true });
    return false;
  }
  try {
    const found = await holderOf(path);
    if (found === undefined || found === 'unknown' || isAlive(found)) return false;
    const draft = `${path}.${newId()}`;
    await writeFile(draft, own());
    await rename(draft, path);
    return true;
  } finally {
    await rm(turn, { force: true });
  }
}

/** A lock for each name as a file in this folder, held by one process; one whose process died is taken over. */
export const lockFiles =
  (folder: string): TryLock =>
  async (name) => {
    const path = join(folder, `${encodeURIComponent(name)}.lock`);
    if (!(await create(path))) {
      const found = await holderOf(path);
      const isDead = found !== undefined && found !== 'unknown' && !isAlive(found);
      if (!isDead || !(await takeOver(path))) return null;
    }
    // At once: whoever asks next may be this very process.
    return () => rmSync(path, { force: true });
  };
