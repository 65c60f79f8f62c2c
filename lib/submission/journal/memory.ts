import type { LateFailures } from '../late-failures';
import type { Batch, BatchEntry, Plan } from '../model';
import type { Journal } from '../ports';
import { JournalError, byTelling, inherited, intended, interrupted, settled, splitInto } from './entry-rules';

interface Kept {
  plan: Plan;
  batches: readonly Batch[];
  entries: Map<number, BatchEntry>;
}

const byIndex = (a: { index: number }, b: { index: number }): number => a.index - b.index;

/** A journal for tests and for runs that need none after they end. Copies on the way in and out, as a database does. */
export function memoryJournal(): Journal {
  const loads = new Map<string, Kept>();
  const told = new Map<string, LateFailures[]>();
  const kept = (loadId: string): Kept => {
    const load = loads.get(loadId);
    if (!load) throw new JournalError('out-of-turn', 'this load has no plan');
    return load;
  };
  return {
    async freeze(plan, batches) {
      if ((loads.get(plan.loadId)?.entries.size ?? 0) > 0) {
        throw new JournalError('plan-exists', 'something of this load was sent already');
      }
      loads.set(plan.loadId, structuredClone({ plan, batches, entries: new Map() }));
    },
    async plan(loadId) {
      return structuredClone(loads.get(loadId)?.plan);
    },
    async batches(loadId) {
      return structuredClone(loads.get(loadId)?.batches ?? []);
    },
    async intend(loadId, index, rows, at, over) {
      const { entries } = kept(loadId);
      const entry = intended(entries.get(index), loadId, index, rows, at, over);
      entries.set(index, structuredClone(entry));
      return entry;
    },
    async settle(entry) {
      const { entries } = kept(entry.loadId);
      entries.set(entry.index, structuredClone(settled(entries.get(entry.index), entry)));
    },
    async split(batch, parts, at) {
      const load = kept(batch.loadId);
      const split = splitInto(load.entries.get(batch.index), batch, parts, at);
      const told = [split, ...inherited(split, parts)];
      for (const entry of told) load.entries.set(entry.index, structuredClone(entry));
      load.batches = structuredClone([...load.batches, ...parts]);
      return told;
    },
    async entries(loadId) {
      return structuredClone([...(loads.get(loadId)?.entries.values() ?? [])].sort(byIndex));
    },
    async recover(loadId) {
      const entries = loads.get(loadId)?.entries;
      const found: BatchEntry[] = [];
      for (const [index, entry] of entries ?? []) {
        if (entry.state !== 'sending') continue;
        const doubtful = interrupted(entry);
        entries?.set(index, doubtful);
        found.push(structuredClone(doubtful));
      }
      return found.sort(byIndex);
    },
    async followUps(of) {
      const plans = [...loads.values()].map(({ plan }) => plan).filter(({ followUp }) => followUp?.of === of);
      return structuredClone(plans.sort((a, b) => a.createdAt - b.createdAt));
    },
    async late(loadId) {
      return structuredClone([...(told.get(loadId) ?? [])].sort(byTelling));
    },
    async noteLate(late) {
      kept(late.loadId);
      told.set(late.loadId, [...(told.get(late.loadId) ?? []), structuredClone(late)]);
    },
    async takeBackLate(loadId, id) {
      told.set(
        loadId,
        (told.get(loadId) ?? []).filter((late) => late.id !== id),
      );
    },
    async erase(loadId) {
      loads.delete(loadId);
      told.delete(loadId);
    },
  };
}
