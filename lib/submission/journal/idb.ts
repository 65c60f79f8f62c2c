import { openDB } from 'idb';
import { z } from 'zod';
import { hasName } from '../../base/errors';
import { JOURNAL_DATABASE } from '../../workspace/database';
import { lateFailures } from '../late-failures';
import { batch, batchEntry, plan } from '../model';
import type { BatchEntry } from '../model';
import type { Journal } from '../ports';
import { JournalError, byTelling, inherited, intended, interrupted, settled, splitInto } from './entry-rules';
import type { Database, JournalStep, Tables } from './idb-steps';
import { JOURNAL_STEPS } from './idb-steps';
import type { EntryTransaction } from './idb-writes';
import { togetherWriter } from './idb-writes';

/** Batches per record: 100,000 batches are a hundred records instead of as many transactions' worth of keys. */
const CHUNK = 1_000;

/** All records of one load in a store keyed by load and number. An empty array sorts after every number. */
const ofLoad = (loadId: string): IDBKeyRange => IDBKeyRange.bound([loadId], [loadId, []]);

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new JournalError('unreadable', 'a record of the journal has another shape', { cause: parsed.error });
}

/**
 * The journal in this browser, in a database of its own. Opened on first use and again after the browser closed it.
 * Every method rejects with JournalError.
 *
 * Plans and intents are written with durability `strict` (on disk before the request leaves). Outcomes are `relaxed`:
 * the log behind IndexedDB is sequential, so the next intent carries them to disk; an outcome lost with the power turns
 * its batch back into one in doubt, which is the truth.
 */
export function idbJournal(
  steps: readonly JournalStep[] = JOURNAL_STEPS,
): Journal & { close(): Promise<void> } {
  let opened: Promise<Database> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const open = (): Promise<Database> =>
    (opened ??= openDB<Tables>(JOURNAL_DATABASE, steps.length, {
      upgrade: (database, from) => steps.slice(from).forEach((step) => step(database)),
      // Hazard: a connection that stays open blocks an upgrade or a deletion in every other tab, for ever.
      blocking: (_from, _to, event) => {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    }).catch((cause: unknown) => {
      forget();
      throw cause;
    }));

  const attempt = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (cause) {
      if (hasName(cause, 'JournalError')) throw cause;
      throw new JournalError('storage', 'the journal could not be read or written', { cause });
    }
  };

  const write = togetherWriter(async (strict): Promise<EntryTransaction> => {
    const durability = strict ? 'strict' : 'relaxed';
    const work = (await open()).transaction(['plans', 'entries'], 'readwrite', { durability });
    const entries = work.objectStore('entries');
    const writes: Promise<unknown>[] = [];
    return {
      read: async ([loadId, index]) => read(batchEntry.optional(), await entries.get([loadId, index])),
      hasPlan: async (loadId) => (await work.objectStore('plans').count(loadId)) > 0,
      put: (entry) => void writes.push(entries.put(entry, [entry.loadId, entry.index])),
      commit: async () => void (await Promise.all([...writes, work.done])),
    };
  });

  return {
    freeze: (frozen, batches) =>
      attempt(async (database) => {
        const work = database.transaction(['plans', 'chunks', 'entries'], 'readwrite', {
          durability: 'strict',
        });
        if ((await work.objectStore('entries').count(ofLoad(frozen.loadId))) > 0) {
          throw new JournalError('plan-exists', 'something of this load was sent already');
        }
        const chunks = work.objectStore('chunks');
        const writes: Promise<unknown>[] = [
          chunks.delete(ofLoad(frozen.loadId)),
          work.objectStore('plans').put(frozen, frozen.loadId),
        ];
        for (let from = 0; from < batches.length; from += CHUNK) {
          writes.push(chunks.put(batches.slice(from, from + CHUNK), [frozen.loadId, from]));
        }
        await Promise.all([...writes, work.done]);
      }),
    plan: (loadId) =>
      attempt(async (database) => {
        const found = await database.get('plans', loadId);
        return found === undefined ? undefined : read(plan, found);
      }),
    batches: (loadId) =>
      attempt(async (database) =>
        (await database.getAll('chunks', ofLoad(loadId))).flatMap((chunk) => read(z.array(batch), chunk)),
      ),
    intend: (loadId, index, rows, at, over) =>
      attempt(() =>
        write({
          key: [loadId, index],
          strict: true,
          make(before, hasPlan) {
            if (!hasPlan) throw new JournalError('out-of-turn', 'this load has no plan');
            return intended(before, loadId, index, rows, at, over);
          },
        }),
      ),
    settle: (entry) =>
      attempt(async () => {
        const make = (before: BatchEntry | undefined): BatchEntry => settled(before, entry);
        await write({ key: [entry.loadId, entry.index], strict: false, make });
      }),
    split: (split, parts, at) =>
      attempt(async (database) => {
        const work = database.transaction(['chunks', 'entries'], 'readwrite', { durability: 'strict' });
        const entries = work.objectStore('entries');
        const before = read(batchEntry.optional(), await entries.get([split.loadId, split.index]));
        const whole = splitInto(before, split, parts, at);
        const told = [whole, ...inherited(whole, parts)];
        await Promise.all([
          ...told.map((entry) => entries.put(entry, [entry.loadId, entry.index])),
          work.objectStore('chunks').put(parts, [split.loadId, parts[0]?.index ?? 0]),
          work.done,
        ]);
        return told;
      }),
    entries: (loadId) =>
      attempt(async (database) =>
        read(z.array(batchEntry), await database.getAll('entries', ofLoad(loadId))),
      ),
    recover: (loadId) =>
      attempt(async (database) => {
        const work = database.transaction('entries', 'readwrite', { durability: 'strict' });
        const found = read(z.array(batchEntry), await work.store.getAll(ofLoad(loadId)))
          .filter((entry) => entry.state === 'sending')
          .map(interrupted);
        const writes = found.map((entry) => work.store.put(entry, [loadId, entry.index]));
        await Promise.all([...writes, work.done]);
        return found;
      }),
    followUps: (of) =>
      attempt(async (database) => {
        const kept = await database.getAll('plans');
        // A plan that cannot be read is told by whoever asks for it; it must not hide the others.
        const found = kept.flatMap((value) => plan.safeParse(value).data ?? []);
        return found.filter(({ followUp }) => followUp?.of === of).sort((a, b) => a.createdAt - b.createdAt);
      }),
    late: (loadId) =>
      attempt(async (database) =>
        read(z.array(lateFailures), await database.getAll('late', ofLoad(loadId))).sort(byTelling),
      ),
    noteLate: (late) =>
      attempt(async (database) => {
        const work = database.transaction(['plans', 'late'], 'readwrite', { durability: 'strict' });
        if ((await work.objectStore('plans').count(late.loadId)) === 0)
          throw new JournalError('out-of-turn', 'this load has no plan');
        await Promise.all([work.objectStore('late').put(late, [late.loadId, late.id]), work.done]);
      }),
    takeBackLate: (loadId, id) => attempt((database) => database.delete('late', [loadId, id])),
    erase: (loadId) =>
      attempt(async (database) => {
        const work = database.transaction(['plans', 'chunks', 'entries', 'late'], 'readwrite');
        const all = (['chunks', 'entries', 'late'] as const).map((name) =>
          work.objectStore(name).delete(ofLoad(loadId)),
        );
        await Promise.all([work.objectStore('plans').delete(loadId), ...all, work.done]);
      }),
    async close() {
      const database = await opened?.catch(() => undefined);
      forget();
      database?.close();
    },
  };
}
