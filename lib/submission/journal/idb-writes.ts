import type { BatchEntry } from '../model';

/** One change of one entry: what is written in the place of what was, or a refusal (thrown) that concerns it alone. */
export interface EntryWrite {
  readonly key: readonly [loadId: string, index: number];
  /** On disk before it counts as written. */
  readonly strict: boolean;
  readonly make: (before: BatchEntry | undefined, hasPlan: boolean) => BatchEntry;
}

interface Pending {
  readonly write: EntryWrite;
  readonly done: (entry: BatchEntry) => void;
  readonly fail: (cause: unknown) => void;
}

/** One transaction over the entries; `commit` resolves when all of it is as durable as was asked for. */
export interface EntryTransaction {
  read(key: EntryWrite['key']): Promise<BatchEntry | undefined>;
  hasPlan(loadId: string): Promise<boolean>;
  put(entry: BatchEntry): void;
  commit(): Promise<void>;
}

/** A transaction begins no sooner after the one before than this for each write that that one carried, in ms. */
const SPACE_MS = 8;
const MOST_SPACE_MS = 32;

/**
 * Writes that come while a transaction runs go together in the next one: bringing an intent to disk costs milliseconds
 * whether it carries one batch or twenty, and transactions on one store run one after another. The more a transaction
 * carried, the longer the next one waits for company: a slow load waits for nothing, a fast one halves its transactions.
 */
export function togetherWriter(
  begin: (strict: boolean) => Promise<EntryTransaction>,
): (write: EntryWrite) => Promise<BatchEntry> {
  let waiting: Pending[] = [];
  let running = false;

  const carry = async (group: readonly Pending[]): Promise<void> => {
    const ends: (() => void)[] = [];
    try {
      const work = await begin(group.some(({ write }) => write.strict));
      // All that has to be known is asked for at once, and once: each look is a message to another process and back.
      const asked = new Map(group.map(({ write: { key } }) => [key.join(), key]));
      const loads = [...new Set(group.map(({ write }) => write.key[0]))];
      const [found, planned] = await Promise.all([
        Promise.all([...asked].map(async ([name, key]) => [name, await work.read(key)] as const)),
        Promise.all(loads.map(async (load) => [load, await work.hasPlan(load)] as const)),
      ]);
      const newest = new Map(found);
      const hasPlan = new Map(planned);
      for (const { write, done, fail } of group) {
        const name = write.key.join();
        try {
          const entry = write.make(newest.get(name), hasPlan.get(write.key[0]) ?? false);
          newest.set(name, entry);
          work.put(entry);
          ends.push(() => done(entry));
        } catch (cause) {
          ends.push(() => fail(cause));
        }
      }
      await work.commit();
    } catch (cause) {
      for (const { fail } of group) fail(cause);
      return;
    }
    for (const end of ends) end();
  };

  let next = 0;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const early = next - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const group = waiting;
      waiting = [];
      next = performance.now() + Math.min(SPACE_MS * group.length, MOST_SPACE_MS);
      await carry(group);
    }
    running = false;
  };

  return (write) =>
    new Promise((done, fail) => {
      waiting.push({ write, done, fail });
      if (!running) void run();
    });
}
