import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STEP_BACK_MS } from './batch-ledger';
import { batchLedgerSuite } from './batch-ledger-suite';
import { hasRedis, localRedis } from './local-redis';
import { connectRedis } from './redis';
import { redisBudget } from './redis-budget';
import { redisLedger } from './redis-ledger';

const runs = hasRedis();
describe.skipIf(!runs)(
  runs ? 'several instances with one Redis' : 'several instances: did not run, there is no redis-server here',
  () => {
    let server: Awaited<ReturnType<typeof localRedis>>;
    let one: Redis;
    let two: Redis;
    beforeAll(async () => {
      server = await localRedis();
      one = connectRedis(server.address, () => undefined);
      two = connectRedis(server.address, () => undefined);
    });
    afterAll(async () => {
      one.disconnect();
      two.disconnect();
      await server.stop();
    });

    batchLedgerSuite('the batch ledger in Redis', {
      fresh: async () => {
        await one.flushall();
        return redisLedger(one);
      },
      again: async () => redisLedger(two),
    });

    it('a Redis that lost everything says "unknown" of what came before', async () => {
      const ledger = redisLedger(one);
      const place = { connectionId: 'c1', solution: 'QP', table: 'SALE' };
      const { era } = await ledger.claim(place, 'load');
      await one.flushall();
      expect(await ledger.ask({ ...place, batch: 'load.0.1' }, era)).toEqual({ state: 'unknown' });
    });

    it('a Redis that crashed and began again with an older snapshot says "unknown" of what came before', async () => {
      const crashing = await localRedis();
      const redis = connectRedis(crashing.address, () => undefined);
      const place = { connectionId: 'c1', solution: 'QP', table: 'SALE' };
      const { era } = await redisLedger(redis).claim(place, 'load');
      await redis.save();
      await redisLedger(redis).open({ ...place, batch: 'load.0.1' }, 'hash');
      redis.disconnect();
      await crashing.crash();
      const again = connectRedis(crashing.address, () => undefined);
      expect(await again.exists('onramp:life')).toBe(1);
      expect(await redisLedger(again).ask({ ...place, batch: 'load.0.1' }, era)).toEqual({
        state: 'unknown',
      });
      again.disconnect();
      await crashing.stop();
    });

    it('a Redis whose clock was ahead and is set back says "unknown" of what came before', async () => {
      const place = { connectionId: 'c1', solution: 'QP', table: 'SALE' };
      const { era } = await redisLedger(one).claim(place, 'load');
      await one.set('onramp:seen', Date.now() + 2 * STEP_BACK_MS);
      expect(await redisLedger(one).ask({ ...place, batch: 'back.0.1' }, era)).toEqual({ state: 'unknown' });
      const { era: next } = await redisLedger(two).claim(place, 'load');
      expect(await redisLedger(one).ask({ ...place, batch: 'back.0.1' }, next)).toEqual({ state: 'never' });
    });

    it('a Redis whose clock ran ahead while batches left, and is set back, says "unknown" of what came before', async () => {
      const ledger = redisLedger(one);
      const place = { connectionId: 'c1', solution: 'QP', table: 'SALE' };
      const { era } = await ledger.claim(place, 'load');
      await one.set('onramp:seen', 1);
      await ledger.open({ ...place, batch: 'ahead.0.1' }, 'hash');
      expect(Number(await one.get('onramp:seen'))).toBeGreaterThan(1);
      await one.set('onramp:seen', Date.now() + 2 * STEP_BACK_MS);
      await ledger.open({ ...place, batch: 'ahead.1.1' }, 'hash');
      expect(await one.exists('onramp:life')).toBe(0);
      expect(await ledger.ask({ ...place, batch: 'ahead.2.1' }, era)).toEqual({ state: 'unknown' });
    });

    it('a Redis that does not say which process it is says "unknown", and that is told once', async () => {
      const rules = ['on', '>secret', '~*', '+@all', '-info'];
      await one.call('ACL', 'SETUSER', 'app', ...rules);
      const app = connectRedis(server.address, () => undefined);
      await app.auth('app', 'secret');
      let told = 0;
      const ledger = redisLedger(app, undefined, () => (told += 1));
      const place = { connectionId: 'c1', solution: 'QP', table: 'SALE' };
      const { era } = await ledger.claim(place, 'load');
      expect(await ledger.ask({ ...place, batch: 'acl.0.1' }, era)).toEqual({ state: 'unknown' });
      expect(told).toBe(1);
      app.disconnect();
      await redisLedger(one, undefined, () => (told += 1)).claim(place, 'load');
      expect(told).toBe(1);
    });

    it('never lets an attempt leave twice, nor leave and be given up, however instances race', async () => {
      const { era } = await redisLedger(one).claim({ connectionId: 'c1', solution: 'QP', table: 'T' }, 'l');
      for (let round = 0; round < 50; round += 1) {
        const key = { connectionId: 'c1', solution: 'QP', batch: `race.${round}.1` };
        const [first, second, told] = await Promise.all([
          redisLedger(one).open(key, 'hash'),
          redisLedger(two).open(key, 'hash'),
          redisLedger(two).ask(key, era),
        ]);
        const left = [first, second].filter((state) => state === 'opened').length;
        expect(left).toBe(told.state === 'never' ? 0 : 1);
      }
    });

    it('two instances never give more than the rate in any one second, and use all of it', async () => {
      const RATE = 20;
      const turns: number[] = [];
      const clock = { now: () => 0, wait: async () => undefined };
      const budgets = [one, two].map((redis) => redisBudget(redis, RATE, clock, 60_000));
      const begun = performance.now();
      for (let at = 0; at < 100; at += 1) {
        const turn = await budgets[at % 2]?.take('c-rate');
        expect(turn?.ok).toBe(true);
        if (turn?.ok) turns.push(performance.now() - begun + turn.value);
      }
      // The clocks of Redis and of this process are read at slightly different moments.
      const slackMs = 50;
      turns.forEach((turn, at) =>
        expect((turns[at + RATE] ?? Infinity) - turn).toBeGreaterThan(1_000 - slackMs),
      );
      expect(turns.at(-1)).toBeLessThan((100 / RATE) * 1_000 + slackMs);
    });

    it('makes nobody wait for hours because its clock was set back', async () => {
      const ahead = String(Date.now() + 2 * 3_600_000);
      await one.set('onramp:full:c-back', ahead);
      await one.lpush('onramp:turns:c-back', ...Array.from({ length: 10 }, () => ahead));
      expect(await redisBudget(one, 10).take('c-back')).toMatchObject({ ok: true });
    });

    it('sends callers back when the queue is too long, and refuses when there is no Redis', async () => {
      const budget = redisBudget(one, 1, undefined, 0);
      expect((await budget.take('c-full')).ok).toBe(true);
      expect(await budget.take('c-full')).toMatchObject({ error: { code: 'rate-budget' } });
      const nobody = connectRedis('/nowhere/redis.sock', () => undefined);
      expect(await redisBudget(nobody, 1).take('c1')).toMatchObject({ error: { code: 'ledger-down' } });
      nobody.disconnect();
    });
  },
);
