import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { newId } from '../base/ids';
import type { BatchLedger, LedgerKey, LedgerPlace } from './batch-ledger';
import {
  KEEP_MS,
  LEASE_MS,
  LONGEST_UNDER_WAY_MS,
  STEP_BACK_MS,
  eraCounts,
  eraOf,
  withoutRows,
} from './batch-ledger';
import type { BatchAnswer } from './contract';

/** Entries and failed rows together, some 100 bytes each: 20 MB at most. A day of loading at full rate needs more. */
const MOST = 200_000;

interface Entry {
  readonly at: number;
  readonly hash: string;
  readonly answer?: BatchAnswer;
  readonly givenUp?: true;
}

const keyOf = ({ connectionId, solution, batch }: LedgerKey): string =>
  JSON.stringify([connectionId, solution, batch]);
const placeOf = ({ connectionId, solution, table }: LedgerPlace): string =>
  JSON.stringify([connectionId, solution, table]);
const weightOf = ({ answer }: Entry): number => 1 + (answer?.kind === 'answered' ? answer.failed.length : 0);

/** The ledger of one process: bounded, and gone with it. */
export function memoryLedger(clock: Clock = systemClock, most = MOST): BatchLedger {
  // In order of writing, so the oldest come first.
  const entries = new Map<string, Entry>();
  const loads = new Map<string, Map<string, number>>();
  let weight = 0;
  let life = newId();
  let seen = 0;

  const moment = (): number => {
    const now = clock.now();
    const isBack = now < seen - STEP_BACK_MS;
    if (isBack) life = newId();
    seen = isBack ? now : Math.max(seen, now);
    return now;
  };
  const put = (key: string, entry: Entry): void => {
    const before = entries.get(key);
    if (before) weight -= weightOf(before);
    entries.delete(key);
    entries.set(key, entry);
    weight += weightOf(entry);
    const now = moment();
    for (const [old, { at }] of entries) {
      const expired = at + KEEP_MS < now;
      if (!expired && weight <= most) break;
      // Something was forgotten before its time: from here on "not there" proves nothing about older batches.
      if (!expired) life = newId();
      const gone = entries.get(old);
      if (gone) weight -= weightOf(gone);
      entries.delete(old);
    }
  };

  return {
    async open(key, hash) {
      const known = entries.get(keyOf(key));
      if (known) return known.givenUp ? 'given-up' : 'known';
      put(keyOf(key), { at: clock.now(), hash });
      return 'opened';
    },
    async settle(key, answer) {
      const known = entries.get(keyOf(key));
      if (known) put(keyOf(key), { ...known, at: clock.now(), answer: withoutRows(answer) });
    },
    async ask(key, era) {
      const now = moment();
      const known = entries.get(keyOf(key));
      if (known?.answer) return { state: 'settled', hash: known.hash, answer: known.answer };
      if (known && !known.givenUp)
        return { state: now - known.at > LONGEST_UNDER_WAY_MS ? 'unknown' : 'under-way' };
      if (!eraCounts(era, life, now)) return { state: 'unknown' };
      put(keyOf(key), { at: now, hash: '', givenUp: true });
      return { state: 'never' };
    },
    async claim(place, loadId) {
      const now = moment();
      const here = loads.get(placeOf(place)) ?? new Map<string, number>();
      loads.set(placeOf(place), here);
      here.set(loadId, now + LEASE_MS);
      for (const [id, until] of here) if (until <= now) here.delete(id);
      return { era: eraOf(life, now), others: here.size - 1, leaseMs: LEASE_MS };
    },
    async release(place, loadId) {
      const here = loads.get(placeOf(place));
      here?.delete(loadId);
      if (here?.size === 0) loads.delete(placeOf(place));
    },
  };
}
