import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, hasName } from '../../base/errors';
import type { Batch, BatchEntry, Plan } from '../model';
import type { Journal } from '../ports';
import { appender } from './file-append';
import { plansIn } from './file-plans';
import { JournalError, byTelling, inherited, intended, interrupted, settled, splitInto } from './entry-rules';
import type { JournalRecord, Replayed } from './file-records';
import { encodeFrozen, replay } from './file-records';

/** One load's file, open for appending, and what its lines say. */
interface OpenLoad extends Replayed {
  readonly append: (records: readonly JournalRecord[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Makes a rename in this folder survive a power cut; a platform that cannot flush folders does so by itself. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * The journal in a folder, one file of JSON lines for each load, only ever appended to and flushed to the disk before
 * a method resolves. A last line that a crash tore is cut off: what it announced had not left yet, or what it settled
 * is in doubt. Whoever writes holds the load's lock. Every method rejects with JournalError.
 */
export function fileJournal(folder: string): Journal & { close(): Promise<void> } {
  const loads = new Map<string, Promise<OpenLoad | undefined>>();
  const pathOf = (loadId: string): string => join(folder, `${encodeURIComponent(loadId)}.journal`);

  const openLoad = async (loadId: string): Promise<OpenLoad | undefined> => {
    const bytes = await readFile(pathOf(loadId)).catch((cause: unknown) => {
      if (hasCode(cause, 'ENOENT')) return undefined;
      throw cause;
    });
    if (bytes === undefined) return undefined;
    const known = replay(bytes);
    return { ...known, ...appender(pathOf(loadId), known.goodBytes) };
  };
  const opened = (loadId: string): Promise<OpenLoad | undefined> => {
    const load = loads.get(loadId) ?? openLoad(loadId);
    loads.set(loadId, load);
    load.then(
      (found) => found ?? loads.delete(loadId),
      () => loads.delete(loadId),
    );
    return load;
  };
  const letGo = async (loadId: string): Promise<void> => {
    const load = await loads.get(loadId);
    loads.delete(loadId);
    await load?.close();
  };
  const planned = async (loadId: string): Promise<OpenLoad> => {
    const load = await opened(loadId);
    if (!load) throw new JournalError('out-of-turn', 'this load has no plan');
    return load;
  };
  const put = async (load: OpenLoad, entries: readonly BatchEntry[]): Promise<void> => {
    await load.append(entries.map((entry) => ({ entry })));
    for (const entry of entries) load.entries.set(entry.index, entry);
  };
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (hasName(cause, 'JournalError')) throw cause;
      throw new JournalError('storage', 'the journal could not be read or written', { cause });
    }
  };
  const inOrder = (load: OpenLoad): BatchEntry[] =>
    [...load.entries.values()].sort((a, b) => a.index - b.index);

  return {
    freeze: (plan: Plan, batches: readonly Batch[]) =>
      attempt(async () => {
        const before = await opened(plan.loadId);
        if ((before?.entries.size ?? 0) > 0) {
          throw new JournalError('plan-exists', 'something of this load was sent already');
        }
        await letGo(plan.loadId);
        await mkdir(folder, { recursive: true });
        const path = pathOf(plan.loadId);
        const draft = await open(`${path}.new`, 'w');
        try {
          for (const line of encodeFrozen(plan, batches)) await draft.appendFile(line);
          await draft.sync();
        } finally {
          await draft.close();
        }
        // A plan is there whole or not at all.
        await rename(`${path}.new`, path);
        await flushFolder(folder);
      }),
    plan: (loadId) => attempt(async () => structuredClone((await opened(loadId))?.plan)),
    batches: (loadId) => attempt(async () => structuredClone((await opened(loadId))?.batches ?? [])),
    intend: (loadId, index, rows, at, over) =>
      attempt(async () => {
        const load = await planned(loadId);
        const entry = intended(load.entries.get(index), loadId, index, rows, at, over);
        await put(load, [entry]);
        return structuredClone(entry);
      }),
    settle: (entry) =>
      attempt(async () => {
        const load = await planned(entry.loadId);
        await put(load, [structuredClone(settled(load.entries.get(entry.index), entry))]);
      }),
    split: (batch, parts, at) =>
      attempt(async () => {
        const load = await planned(batch.loadId);
        const split = splitInto(load.entries.get(batch.index), batch, parts, at);
        // One line, so that a crash leaves either the batch or all of its parts.
        await load.append([{ split, parts: [...parts] }]);
        const told = [split, ...inherited(split, parts)];
        for (const entry of told) load.entries.set(entry.index, entry);
        load.batches.push(...structuredClone(parts));
        return structuredClone(told);
      }),
    entries: (loadId) =>
      attempt(async () => {
        const load = await opened(loadId);
        return load ? structuredClone(inOrder(load)) : [];
      }),
    recover: (loadId) =>
      attempt(async () => {
        // Asked by whoever has just taken the load's lock: until then another process may have been writing.
        await letGo(loadId);
        const load = await opened(loadId);
        if (!load) return [];
        const found = inOrder(load)
          .filter((entry) => entry.state === 'sending')
          .map(interrupted);
        if (found.length > 0) await put(load, found);
        return structuredClone(found);
      }),
    followUps: (of) =>
      attempt(async () => {
        const found = (await plansIn(folder)).filter(({ followUp }) => followUp?.of === of);
        return found.sort((a, b) => a.createdAt - b.createdAt);
      }),
    late: (loadId) =>
      attempt(async () => {
        const load = await opened(loadId);
        return structuredClone([...(load?.late.values() ?? [])].sort(byTelling));
      }),
    noteLate: (late) =>
      attempt(async () => {
        const load = await planned(late.loadId);
        await load.append([{ late }]);
        load.late.set(late.id, structuredClone(late));
      }),
    takeBackLate: (loadId, id) =>
      attempt(async () => {
        const load = await planned(loadId);
        await load.append([{ lateTakenBack: id }]);
        load.late.delete(id);
      }),
    erase: (loadId) =>
      attempt(async () => {
        await letGo(loadId);
        await rm(pathOf(loadId), { force: true });
      }),
    async close() {
      for (const loadId of [...loads.keys()]) await letGo(loadId).catch(() => undefined);
    },
  };
}
