import { accountOf } from '@/lib/submission/account';
import type { Account, Batch, BatchEntry, Plan } from '@/lib/submission/model';
import type { Story } from './story';

/** What became of one seed. */
export interface Verdict {
  readonly seed: number;
  readonly operation: Story['operation'];
  readonly rows: number;
  /** Rows that are counted as accepted and are not in the table, or the other way round. */
  readonly lost: number;
  /** Copies of a row beyond the first. */
  readonly doubled: number;
  /** Rows of batches that are listed as in doubt. */
  readonly inDoubt: number;
  readonly waiting: number;
  readonly balances: boolean;
  readonly lives: number;
  readonly holds: boolean;
  /** Why it does not hold, in words. */
  readonly why?: string;
}

/** How often each row (by ID) is in the sandbox's table. */
export type Stored = ReadonlyMap<number, number>;

/** Rows of the file that went into a batch, by ID; the first row of data is row 2 and has ID 2. */
const idsOf = (story: Story, batch: Batch): readonly number[] =>
  story.values.flatMap((value, at) => {
    const id = at + 2;
    return value !== null && id >= batch.firstRow && id <= batch.lastRow ? [id] : [];
  });

const isGood = (story: Story, id: number): boolean => story.values[id - 2] === 'ok';

interface Count {
  lost: number;
  doubled: number;
}

function judgeBatch(story: Story, batch: Batch, entry: BatchEntry | undefined, stored: Stored): Count {
  const ids = idsOf(story, batch);
  const times = ids.map((id) => stored.get(id) ?? 0);
  const doubled = times.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  // Of a batch in doubt nothing is claimed; it may be there or not.
  const isOpen = entry === undefined || ['in-doubt', 'planned', 'sending'].includes(entry.state);
  if (isOpen) return { lost: 0, doubled };
  if (entry.state === 'split') return { lost: 0, doubled: 0 };
  // A row that Peak calls too large by itself is refused, however good it is.
  const isTaken = (id: number): boolean => isGood(story, id) && entry.peakStatus !== 413;
  const named = new Set(entry.rejected.map(({ row }) => row));
  const wrong = ids.filter((id, at) => {
    const isThere = (times[at] ?? 0) > 0;
    const isRefused = named.has(id);
    return isThere !== isTaken(id) || (named.size > 0 && isRefused === isThere);
  });
  const landed = times.filter((count) => count > 0).length;
  return { lost: Math.max(wrong.length, Math.abs(landed - entry.accepted)), doubled };
}

/** Holds the journal against what is in the sandbox's table. */
export function judge(
  story: Story,
  told: { readonly plan: Plan; readonly batches: readonly Batch[]; readonly entries: readonly BatchEntry[] },
  stored: Stored,
  seen: { readonly lives: number; readonly trouble: readonly string[]; readonly shown: readonly Account[] },
): Verdict {
  const account = accountOf(told.plan, told.batches, told.entries);
  const entries = new Map(told.entries.map((entry) => [entry.index, entry]));
  const total: Count = { lost: 0, doubled: 0 };
  for (const batch of told.batches) {
    const { lost, doubled } = judgeBatch(story, batch, entries.get(batch.index), stored);
    total.lost += lost;
    total.doubled += doubled;
  }
  const strangers = [...stored.keys()].filter((id) => id < 2 || id > story.values.length + 1).length;
  const balances = account.balances && seen.shown.every((one) => one.balances);
  const why = [
    ...seen.trouble,
    ...(total.lost > 0 ? [`${total.lost} rows are not where the account says`] : []),
    ...(total.doubled > 0 ? [`${total.doubled} rows are doubled`] : []),
    ...(strangers > 0 ? [`${strangers} rows were never in the file`] : []),
    ...(balances ? [] : ['an account does not balance']),
    ...(account.waiting > 0 ? [`${account.waiting} rows still wait after ${seen.lives} lives`] : []),
  ];
  return {
    seed: story.seed,
    operation: story.operation,
    rows: story.values.length,
    lost: total.lost,
    doubled: total.doubled,
    inDoubt: account.inDoubt,
    waiting: account.waiting,
    balances,
    lives: seen.lives,
    holds: why.length === 0,
    ...(why.length === 0 ? {} : { why: why.join('; ') }),
  };
}
