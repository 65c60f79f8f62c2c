import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { newId } from '../base/ids';
import type { BatchLedger, LedgerKey, LedgerPlace } from './batch-ledger';
import { KEEP_MS, LEASE_MS, LONGEST_UNDER_WAY_MS, eraCounts, eraOf, withoutRows } from './batch-ledger';
import { batchAnswer } from './contract';
import { parseJson } from './json';

const LIFE = 'onramp:life';
const entry = z.object({
  at: z.number(),
  hash: z.string(),
  answer: batchAnswer.optional(),
  givenUp: z.literal(true).optional(),
});
type Entry = z.infer<typeof entry>;

const keyOf = ({ connectionId, solution, batch }: LedgerKey): string =>
  `onramp:batch:${JSON.stringify([connectionId, solution, batch])}`;
const placeOf = ({ connectionId, solution, table }: LedgerPlace): string =>
  `onramp:loads:${JSON.stringify([connectionId, solution, table])}`;

/**
 * The ledger of several instances. An attempt is taken or given up by one command (`SET … NX`), so two instances cannot
 * both let it leave. Redis must not evict (`maxmemory-policy noeviction`): what it forgets would count as "never came".
 * A Redis that lost everything has lost `onramp:life` too, and begins a new one.
 */
export function redisLedger(redis: Redis, clock: Clock = systemClock): BatchLedger {
  const read = async (key: string): Promise<Entry | undefined> => {
    const text = await redis.get(key);
    return text === null ? undefined : entry.parse(parseJson(text));
  };
  const first = async (key: string, value: Entry): Promise<boolean> =>
    (await redis.set(key, JSON.stringify(value), 'PX', KEEP_MS, 'NX')) !== null;
  const lifeOf = async (): Promise<string> => {
    await redis.set(LIFE, newId(), 'NX');
    return (await redis.get(LIFE)) ?? '';
  };

  return {
    async open(key, hash) {
      if (await first(keyOf(key), { at: clock.now(), hash })) return 'opened';
      return (await read(keyOf(key)))?.givenUp ? 'given-up' : 'known';
    },
    async settle(key, answer) {
      const known = await read(keyOf(key));
      if (!known) return;
      const value = JSON.stringify({ ...known, answer: withoutRows(answer) });
      await redis.set(keyOf(key), value, 'PX', KEEP_MS, 'XX');
    },
    async ask(key, era) {
      const now = clock.now();
      let known = await read(keyOf(key));
      if (!known) {
        if (!eraCounts(era, await lifeOf(), now)) return { state: 'unknown' };
        if (await first(keyOf(key), { at: now, hash: '', givenUp: true })) return { state: 'never' };
        // It came at this very moment.
        known = await read(keyOf(key));
        if (!known) return { state: 'unknown' };
      }
      if (known.answer) return { state: 'settled', hash: known.hash, answer: known.answer };
      if (known.givenUp) return { state: eraCounts(era, await lifeOf(), now) ? 'never' : 'unknown' };
      return { state: now - known.at > LONGEST_UNDER_WAY_MS ? 'unknown' : 'under-way' };
    },
    async claim(place, loadId) {
      const now = clock.now();
      const key = placeOf(place);
      await redis.zadd(key, now + LEASE_MS, loadId);
      await redis.zremrangebyscore(key, '-inf', now);
      const here = await redis.zcard(key);
      await redis.pexpire(key, 2 * LEASE_MS);
      return { era: eraOf(await lifeOf(), now), others: here - 1, leaseMs: LEASE_MS };
    },
    async release(place, loadId) {
      await redis.zrem(placeOf(place), loadId);
    },
  };
}
