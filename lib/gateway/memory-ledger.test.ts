import { expect, it } from 'vitest';
import type { Clock } from '../base/clock';
import { ERA_MS, KEEP_MS, LEASE_MS, LONGEST_UNDER_WAY_MS } from './batch-ledger';
import { batchLedgerSuite } from './batch-ledger-suite';
import { memoryLedger } from './memory-ledger';

let ledger = memoryLedger();
batchLedgerSuite('the batch ledger in memory', {
  fresh: async () => (ledger = memoryLedger()),
  again: async () => ledger,
});

const keyOf = (batch: string) => ({ connectionId: 'c1', solution: 'QP', batch });
const PLACE = { connectionId: 'c1', solution: 'QP', table: 'SALE' };

function turned() {
  let now = 1_000 * ERA_MS;
  const clock: Clock = { now: () => now, wait: async () => undefined };
  return { clock, pass: (ms: number) => (now += ms) };
}

it('an era counts for its half-day and the next, and batches are remembered longer', async () => {
  const { clock, pass } = turned();
  const kept = memoryLedger(clock);
  const { era } = await kept.claim(PLACE, 'load');
  await kept.open(keyOf('a'), 'hash');
  pass(2 * ERA_MS - 1);
  expect(KEEP_MS).toBeGreaterThan(2 * ERA_MS);
  expect(await kept.ask(keyOf('b'), era)).toEqual({ state: 'never' });
  expect(await kept.open(keyOf('a'), 'hash')).toBe('known');
  pass(1);
  expect(await kept.ask(keyOf('c'), era)).toEqual({ state: 'unknown' });
});

it('says "never" of nothing that it forgot while its clock was days ahead', async () => {
  const { clock, pass } = turned();
  const kept = memoryLedger(clock);
  const { era } = await kept.claim(PLACE, 'load');
  await kept.open(keyOf('a'), 'hash');
  pass(KEEP_MS + 1);
  await kept.open(keyOf('b'), 'hash');
  pass(-KEEP_MS);
  expect(await kept.ask(keyOf('a'), era)).toEqual({ state: 'unknown' });
  const { era: next } = await kept.claim(PLACE, 'load');
  expect(await kept.ask(keyOf('c'), next)).toEqual({ state: 'never' });
});

it('a ledger that had to forget says "unknown" instead of "never"', async () => {
  const kept = memoryLedger(undefined, 3);
  const { era } = await kept.claim(PLACE, 'load');
  for (const id of ['a', 'b', 'c', 'd']) await kept.open(keyOf(id), 'hash');
  expect(await kept.ask(keyOf('a'), era)).toEqual({ state: 'unknown' });
  expect(await kept.ask(keyOf('d'), era)).toEqual({ state: 'under-way' });
});

it('nobody waits for ever for a server that died, nor is told of a tab that did', async () => {
  const { clock, pass } = turned();
  const kept = memoryLedger(clock);
  await kept.open(keyOf('a'), 'hash');
  await kept.claim(PLACE, 'dead');
  pass(LEASE_MS);
  expect(await kept.claim(PLACE, 'load')).toMatchObject({ others: 0 });
  pass(LONGEST_UNDER_WAY_MS);
  expect(await kept.ask(keyOf('a'), undefined)).toEqual({ state: 'unknown' });
});
