import type { Result } from '@/lib/base/result';
import type { Env } from '@/lib/env';
import { RateBudget, type Budget } from '@/lib/gateway/budget';
import type { Problem } from '@/lib/gateway/problem';
import { connectRedis } from '@/lib/gateway/redis';
import { redisBudget } from '@/lib/gateway/redis-budget';
import { connectionIdOf } from '@/lib/gateway/session';

export interface OwnBudget {
  readonly take: () => Promise<Result<number, Problem>>;
  readonly close: () => void;
}

/**
 * The turns of this process, or, with `REDIS_URL`, those of everybody at that Redis: with the servers' own
 * `ONRAMP_SECRET` they are the connection's, as its servers count them; without it those of all commands on this host.
 */
export function ownBudget(
  env: Env,
  hasSecret: boolean,
  access: { readonly origin: string; readonly token: string },
): OwnBudget {
  const { ONRAMP_RATE: rate, REDIS_URL: url } = env;
  if (url === undefined) {
    const budget = new RateBudget(rate);
    return { take: () => budget.take(access.origin), close: () => undefined };
  }
  const id = hasSecret ? connectionIdOf(env, access.origin, access.token) : access.origin;
  let redis: ReturnType<typeof connectRedis> | undefined;
  let budget: Budget | undefined;
  return {
    take: () => {
      // Only now: a command that sends nothing asks for no turn, and an open connection would keep it from ending.
      redis ??= connectRedis(url, () => undefined);
      budget ??= redisBudget(redis, rate);
      return budget.take(id);
    },
    close: () => redis?.disconnect(),
  };
}
