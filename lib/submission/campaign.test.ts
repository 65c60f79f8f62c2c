import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trial } from './campaign';
import { FAULTS, PretendPeak } from './pretend-peak';
import { SimulatedClock } from './simulated-clock';

const loads = fc.record({
  values: fc.array(fc.constantFrom('ok', 'ok', 'ok', 'ok', 'bad', 'echo', 'mute', null), {
    minLength: 1,
    maxLength: 90,
  }),
  rowsPerBatch: fc.integer({ min: 1, max: 6 }),
  faults: fc.array(fc.option(fc.constantFrom(...FAULTS), { nil: undefined, freq: 2 }), { maxLength: 60 }),
  /** After how many changes of a batch each life of the tab ends by being killed. */
  deaths: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
});
type Load = typeof loads extends fc.Arbitrary<infer T> ? T : never;

/** Lives of the tab until a run ends by itself with nothing left that it may send. */
async function live(operation: 'UPSERT' | 'APPEND', load: Load): Promise<Trial> {
  const clock = new SimulatedClock();
  const peak = new PretendPeak(clock, (n) => load.faults[n]);
  const trial = await new Trial(load.values, operation, clock, peak, load.rowsPerBatch).freeze();
  for (const changes of [...load.deaths, ...Array.from({ length: 60 }, () => Infinity)]) {
    let left = changes;
    let die = (): void => undefined;
    const killed = new Promise<void>((resolve) => (die = resolve));
    const ended = await trial.run({
      killed,
      onChange: () => {
        left -= 1;
        if (left === 0) die();
      },
    });
    if (ended === undefined) break;
  }
  // What a killed life left under way still reaches Peak, as it would.
  await clock.wait(60_000);
  return trial;
}

async function holdsTheLaw(trial: Trial): Promise<void> {
  expect(trial.accounts.filter((account) => !account.balances)).toEqual([]);
  const account = (await trial.ledger()).account();
  const { read, held, accepted, rejected, inDoubt, waiting } = account;
  expect({ balances: account.balances, waiting }).toEqual({ balances: true, waiting: 0 });
  expect(held + accepted + rejected + inDoubt).toBe(read);
  for (const entry of await trial.journal.entries('load')) {
    const batch = trial.batches[entry.index];
    if (!batch) throw new Error('an entry without a batch');
    const ids = trial.values.flatMap((value, at) =>
      value !== null && at + 2 >= batch.firstRow && at + 2 <= batch.lastRow ? [{ value, id: at + 2 }] : [],
    );
    expect(ids).toHaveLength(batch.rows);
    const good = ids.filter(({ value }) => value === 'ok');
    const stored = ids.map(({ id }) => trial.peak.table.get(id) ?? 0);
    expect(Math.max(...stored)).toBeLessThanOrEqual(1);
    if (entry.state === 'in-doubt') continue;
    expect(entry.accepted).toBe(good.length);
    expect(stored.filter((times) => times === 1)).toHaveLength(good.length);
  }
}

describe('any load under any faults and deaths', () => {
  it('never doubles or loses a row of APPEND, and lists every batch it cannot know of', async () => {
    await fc.assert(
      fc.asyncProperty(loads, async (load) => holdsTheLaw(await live('APPEND', load))),
      { numRuns: 150 },
    );
  });

  it('never loses a row of UPSERT and ends with nothing in doubt that a new try could clear', async () => {
    await fc.assert(
      fc.asyncProperty(loads, async (load) => {
        const trial = await live('UPSERT', load);
        await holdsTheLaw(trial);
        const doubts = (await trial.journal.entries('load')).filter((entry) => entry.state === 'in-doubt');
        expect(doubts.filter((entry) => entry.reason !== 'unexplained')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
