import { hasName } from '../base/errors';
import { JournalError } from '../submission/journal/entry-rules';
import type { Batch, BatchEntry, Plan } from '../submission/model';
import type { Journal } from '../submission/ports';
import { trouble } from './errors';

/** What the journal holds of one load. */
export interface LoadRecord {
  readonly plan: Plan;
  readonly batches: readonly Batch[];
  readonly entries: readonly BatchEntry[];
}

export async function readRecord(journal: Journal, loadId: string): Promise<LoadRecord | undefined> {
  const plan = await journal.plan(loadId);
  if (!plan) return undefined;
  return { plan, batches: await journal.batches(loadId), entries: await journal.entries(loadId) };
}

/** Failures of the journal as the page is told of them; anything else goes through unchanged. */
export async function journalTold<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!hasName(cause, 'JournalError')) throw cause;
    const exists = cause instanceof JournalError && cause.code === 'plan-exists';
    throw trouble(exists ? 'plan-exists' : 'storage-failed', cause);
  }
}

/** One piece of work per load at a time in this worker, in the order asked for. */
export function turns(): <T>(loadId: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (loadId, work) => {
    const mine = (last.get(loadId) ?? Promise.resolve()).then(work);
    const over = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(loadId) === over) last.delete(loadId);
      });
    last.set(loadId, over);
    return mine;
  };
}
