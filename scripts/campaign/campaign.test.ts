import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf } from '@/lib/submission/account';
import { batchesOf, planOf } from '@/lib/submission/journal/suite-plans';
import type { BatchEntry } from '@/lib/submission/model';
import { judge } from './judge';
import { storyOf } from './story';
import type { Story } from './story';
import { openWorld } from './world';

/** A short run of `npm run campaign`: other seeds each would say nothing about a change, so these stay. */
describe('random loads under random faults, judged by the table', () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  // Upsert and append, dying tabs and servers, threads, clocks that jump, journals that fail, second tabs.
  it.each([1, 2, 3, 4, 10, 16, 18, 24])('seed %i', async (seed) => {
    expect(await world.run(seed)).toMatchObject({ seed, lost: 0, doubled: 0, balances: true, holds: true });
  });
});

describe('the judge', () => {
  const story: Story = {
    ...storyOf(1),
    values: ['ok', 'ok', 'bad', 'ok'],
    rowsPerBatch: 2,
    operation: 'APPEND',
  };
  const batches = batchesOf('load', 2);
  const plan = planOf('load', batches);
  const entry = (index: number, change: Partial<BatchEntry>): BatchEntry => ({
    loadId: 'load',
    index,
    state: 'accepted',
    rows: 2,
    accepted: 2,
    rejected: [],
    unnamed: 0,
    attempts: 1,
    sentAt: 1,
    ...change,
  });
  const refused = { row: 4, errors: [{ code: 'X', message: '' }] };
  const entries = [entry(0, {}), entry(1, { state: 'partly', accepted: 1, rejected: [refused] })];
  const shown = [accountOf(plan, batches, entries)];
  const told = { plan, batches, entries };
  const seen = { lives: 1, trouble: [], shown };
  const right = [
    [2, 1],
    [3, 1],
    [5, 1],
  ] as const;

  it('is content with a table that says what the journal says', () => {
    expect(judge(story, told, new Map(right), seen)).toMatchObject({ lost: 0, doubled: 0, holds: true });
  });

  it.each<[string, readonly (readonly [number, number])[], object]>([
    ['a row that is not there', right.slice(1), { lost: 1 }],
    ['a row that is there twice', [...right.slice(1), [2, 2]], { doubled: 1 }],
    ['a row that was refused and is there', [...right, [4, 1]], { lost: 1 }],
    ['a row of nobody', [...right, [99, 1]], { lost: 0, doubled: 0 }],
  ])('sees %s', (_what, stored, counts) => {
    expect(judge(story, told, new Map(stored), seen)).toMatchObject({ ...counts, holds: false });
  });

  it('claims nothing of a batch in doubt but that its rows are not doubled', () => {
    const doubtful = {
      ...told,
      entries: [entry(0, { state: 'in-doubt', accepted: 0 }), entries[1] as BatchEntry],
    };
    expect(judge(story, doubtful, new Map(right.slice(2)), seen)).toMatchObject({ inDoubt: 2, holds: true });
    expect(judge(story, doubtful, new Map([...right, [2, 2]]), seen)).toMatchObject({ doubled: 1 });
  });

  it('does not hold while rows wait or a life hangs', () => {
    const waiting = { ...told, entries: entries.slice(0, 1) };
    expect(judge(story, waiting, new Map(right.slice(0, 2)), seen)).toMatchObject({
      waiting: 2,
      holds: false,
    });
    expect(judge(story, told, new Map(right), { ...seen, trouble: ['a life hangs'] }).holds).toBe(false);
  });
});

it('a seed always tells the same story', () => {
  const plain = (story: Story) =>
    JSON.stringify({ ...story, peakFaults: story.peakFaults.map(({ retryAfter: _, ...fault }) => fault) });
  for (let seed = 0; seed < 50; seed += 1) expect(plain(storyOf(seed))).toBe(plain(storyOf(seed)));
});
