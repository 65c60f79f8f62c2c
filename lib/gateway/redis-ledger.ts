import type { Redis } from 'ioredis';
import { z } from 'zod';
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
import { batchAnswer } from './contract';
import { parseJson } from './json';

/**
 * Redis's own time in ms, and the end of a life whose clock was set back. KEYS: the life, the newest time seen. ARGV: how
 * far the clock may be set back within a life.
 */
const TIME = `
local time = redis.call('TIME')
local now = time[1] * 1000
local seen = tonumber(redis.call('GET', KEYS[2]) or '0')
local back = now + ARGV[1] < seen
if back then redis.call('DEL', KEYS[1]) end
if back or now > seen then redis.call('SET', KEYS[2], string.format('%.0f', now)) end
`;
/** The life of what Redis holds, and the time. ARGV, too: a name for a new life. */
const LIFE = `${TIME}
redis.call('SET', KEYS[1], ARGV[2], 'NX')
return { redis.call('GET', KEYS[1]), string.format('%.0f', now) }
`;
/** KEYS, too: of an attempt. ARGV, too: its entry, and how long it is kept in ms. A null for one that is there already. */
const FIRST = `${TIME}
return redis.call('SET', KEYS[3], ARGV[2], 'PX', ARGV[3], 'NX')
`;
const OF_LIFE = ['onramp:life', 'onramp:seen'] as const;
const lived = z.tuple([z.string(), z.string().transform(Number)]);
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
 * The ledger of several instances. An attempt is taken or given up by one script (`SET … NX`), so two instances cannot
 * both let it leave. Redis must not evict (`maxmemory-policy noeviction`): what it forgets would count as "never came".
 * `nameless` is told once where Redis does not say which process it is (no right to INFO): "never" is never said then.
 * A Redis that lost everything, or only what came after its last snapshot, begins a new life.
 */
export function redisLedger(
  redis: Redis,
  clock: Clock = systemClock,
  nameless = (): void => undefined,
): BatchLedger {
  let isTold = false;
  const read = async (key: string): Promise<Entry | undefined> => {
    const text = await redis.get(key);
    return text === null ? undefined : entry.parse(parseJson(text));
  };
  const first = async (key: string, value: Entry): Promise<boolean> =>
    (await redis.eval(FIRST, 3, ...OF_LIFE, key, STEP_BACK_MS, JSON.stringify(value), KEEP_MS)) !== null;
  /**
   * Hazard: a Redis that crashed begins again with its last snapshot, in which the life is there and the newest batches are
   * not. So a life is that of one process of Redis.
   */
  const life = async (): Promise<{ readonly name: string; readonly now: number }> => {
    const [told, server] = await Promise.all([
      redis.eval(LIFE, 2, ...OF_LIFE, STEP_BACK_MS, newId()),
      redis.info('server').catch(() => ''),
    ]);
    const [name, now] = lived.parse(told);
    // One that does not say which process it is may be another each time.
    const run = /^run_id:(\w{1,12})/m.exec(server)?.[1];
    if (run === undefined && !isTold) {
      isTold = true;
      nameless();
    }
    return { name: `${name}-${run ?? newId()}`, now };
  };
  const counts = async (era: string | undefined): Promise<boolean> => {
    const { name, now } = await life();
    return eraCounts(era, name, now);
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
        if (!(await counts(era))) return { state: 'unknown' };
        const isGivenUp = await first(keyOf(key), { at: now, hash: '', givenUp: true });
        // Looked at again: Redis may have begun anew in between.
        if (isGivenUp) return { state: (await counts(era)) ? 'never' : 'unknown' };
        // It came at this very moment.
        known = await read(keyOf(key));
        if (!known) return { state: 'unknown' };
      }
      if (known.answer) return { state: 'settled', hash: known.hash, answer: known.answer };
      if (known.givenUp) return { state: (await counts(era)) ? 'never' : 'unknown' };
      return { state: now - known.at > LONGEST_UNDER_WAY_MS ? 'unknown' : 'under-way' };
    },
    async claim(place, loadId) {
      const now = clock.now();
      const key = placeOf(place);
      await redis.zadd(key, now + LEASE_MS, loadId);
      await redis.zremrangebyscore(key, '-inf', now);
      const here = await redis.zcard(key);
      await redis.pexpire(key, 2 * LEASE_MS);
      const { name, now: time } = await life();
      return { era: eraOf(name, time), others: here - 1, leaseMs: LEASE_MS };
    },
    async release(place, loadId) {
      await redis.zrem(placeOf(place), loadId);
    },
  };
}
