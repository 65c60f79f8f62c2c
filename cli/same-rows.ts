import { counted, formatCount } from '@/components/messages/format';
import type { Batch } from '@/lib/submission/model';
import type { Loads } from './loads-folder';
import type { RowSamples } from './row-samples';
import { MOST, samplesAt } from './row-samples';
import type { Say } from './say';
import type { About, Earlier } from './sent-before';
import { TWICE, earlierLoads, isThere, refusal } from './sent-before';

/** Without a key, rows may be the same by chance, such as one sale of one thing; so few of a load's rows prove nothing. */
const BY_CHANCE = 0.01;

/** Whether a row of an earlier load, by its number in that file, is in the table, or may be. */
function thereIn({ batches, entries, late }: Earlier): (row: number) => boolean {
  const states = new Map(entries.map((entry) => [entry.index, entry]));
  const leaves = batches
    .filter(({ index }) => states.get(index)?.state !== 'split')
    .sort((a, b) => a.firstRow - b.firstRow);
  const refused = new Set([
    ...entries.flatMap(({ rejected }) => rejected.map(({ row }) => row)),
    ...late.flatMap(({ rows }) => rows.map(({ row }) => row)),
  ]);
  const holding = (row: number): Batch | undefined => {
    let [from, to] = [0, leaves.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((leaves[middle]?.lastRow ?? 0) < row) from = middle + 1;
      else to = middle;
    }
    return leaves[from];
  };
  return (row) => {
    const entry = states.get(holding(row)?.index ?? -1);
    return entry !== undefined && isThere(entry) && !refused.has(row);
  };
}

/**
 * A file that grows, or is exported anew, holds rows that an earlier load of this folder brought there, in other places and
 * so in other batches. They are known by their content. Of long files a sample is compared, which may miss a few rows.
 */
export async function demandNewRows(
  loads: Loads,
  about: About,
  samples: RowSamples,
  isKeyed: boolean,
): Promise<{ readonly isSampled: boolean }> {
  let isSampled = false;
  for (const load of await earlierLoads(loads, about)) {
    const before = await samplesAt(loads.samplesPath(load.plan.loadId));
    if (before === undefined) continue;
    const { rows, exact, share } = samples.sharedWith(before, thereIn(load));
    isSampled ||= !exact;
    if (rows === 0 || (!isKeyed && share < BY_CHANCE)) continue;
    const what = `${exact ? '' : 'about '}${counted(rows, 'row')} of it, the same in every value, were sent before`;
    throw refusal(what, load, `${TWICE} Send a file of the other rows; --again sends all of this one`);
  }
  return { isSampled };
}

/** Where no row was found, and not every row was looked at. */
export function tellSampled(say: Say): void {
  say.event('rows-sampled', { most: MOST });
  say.line(
    `This file, or one that was loaded before, has more than ${formatCount(MOST)} rows: a sample of them was compared, so a few rows that both hold may have been missed.`,
  );
}
