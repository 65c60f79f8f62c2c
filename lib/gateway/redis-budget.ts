import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Budget } from './budget';
import { LONGEST_WAIT_MS, burstOf, queueTooLong } from './budget';
import type { Problem } from './problem';
import { problem } from './problem';

/**
 * The turns of `budget.ts` in one step and by Redis's own clock, so that instances need not agree on the time. KEYS: when
 * the bucket is full again, the last turns (newest first). ARGV: rate, burst, longest wait. Gives whether a turn was
 * taken, and milliseconds until it (text, because Redis cuts numbers to whole ones). Turns further away than anybody may
 * wait were given before Redis's clock was set back.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local rate, burst, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local refill = 1000 / rate
local full = tonumber(redis.call('GET', KEYS[1]) or '0')
if full - now > longest + refill + 1000 then
  full = 0
  redis.call('DEL', KEYS[2])
end
local oldest = tonumber(redis.call('LINDEX', KEYS[2], rate - 1) or '0')
local turn = math.max(now, full - (burst - 1) * refill, oldest + 1000)
local wait = turn - now
if wait > longest then return { 0, tostring(wait) } end
redis.call('SET', KEYS[1], string.format('%.3f', math.max(full, turn) + refill), 'PX', 60000)
redis.call('LPUSH', KEYS[2], string.format('%.3f', turn))
redis.call('LTRIM', KEYS[2], 0, rate - 1)
redis.call('PEXPIRE', KEYS[2], 60000)
return { 1, tostring(wait) }
`;
const taken = z.tuple([z.number(), z.string().transform(Number)]);

/** At most `rate` requests in any second and connection, over all instances that share this Redis. */
export function redisBudget(
  redis: Redis,
  rate: number,
  clock: Clock = systemClock,
  longestWaitMs = LONGEST_WAIT_MS,
): Budget {
  return {
    async take(connectionId): Promise<Result<number, Problem>> {
      const keys = [`onramp:full:${connectionId}`, `onramp:turns:${connectionId}`];
      const answer = await redis
        .eval(TAKE, keys.length, ...keys, rate, burstOf(rate), longestWaitMs)
        .catch(() => undefined);
      if (answer === undefined) return problem('ledger-down');
      const [isTaken, waitMs] = taken.parse(answer);
      if (isTaken === 0) return queueTooLong(rate, waitMs, longestWaitMs);
      if (waitMs > 0) await clock.wait(waitMs);
      return ok(waitMs);
    },
  };
}
