import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../base/clock';
import { RateBudget } from './budget';

/** A clock that moves only when somebody waits, and remembers what for. */
function simulated() {
  let time = 1_000_000;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => time,
    wait: async (ms) => {
      waits.push(ms);
    },
  };
  return { clock, waits, pass: (ms: number) => (time += ms) };
}

describe('RateBudget', () => {
  it('lets a short burst through, then one every refill', async () => {
    const { clock, waits } = simulated();
    const budget = new RateBudget(50, clock);
    for (let i = 0; i < 8; i += 1) expect((await budget.take('c1')).ok).toBe(true);
    expect(waits).toEqual([20, 40, 60]);
  });

  it('does not starve a caller that keeps asking between two refills', async () => {
    const { clock, waits, pass } = simulated();
    const budget = new RateBudget(1, clock, 10_000);
    await budget.take('c1');
    pass(600);
    await budget.take('c1');
    expect(waits).toEqual([400]);
    pass(600);
    await budget.take('c1');
    expect(waits).toEqual([400, 800]);
  });

  it('never gives more than the rate in any one second, however the calls fall', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 120 }),
        async (rate, gaps) => {
          const { clock, waits, pass } = simulated();
          const budget = new RateBudget(rate, clock, 1e9);
          const turns: number[] = [];
          for (const gap of gaps) {
            pass(gap);
            const before = waits.length;
            await budget.take('c1');
            turns.push(clock.now() + (waits.length > before ? (waits.at(-1) ?? 0) : 0));
          }
          turns.forEach((turn, i) =>
            expect((turns[i + rate] ?? Infinity) - turn).toBeGreaterThan(1_000 - 1e-6),
          );
        },
      ),
    );
  });

  it('uses the whole budget when there is enough to do', async () => {
    const { clock, waits } = simulated();
    const budget = new RateBudget(50, clock, 1e9);
    for (let i = 0; i < 1_000; i += 1) await budget.take('c1');
    expect(waits.at(-1)).toBeLessThanOrEqual(20_000);
  });

  it('sends callers back with a time when the queue is too long, and takes no turn for them', async () => {
    const { clock } = simulated();
    const budget = new RateBudget(1, clock, 2_000);
    const taken = await Promise.all([1, 2, 3, 4, 5].map(() => budget.take('c1')));
    expect(taken.map((turn) => turn.ok)).toEqual([true, true, true, false, false]);
    expect(taken[4]).toMatchObject({ error: { code: 'rate-budget', retryAfterMs: 2_000 } });
  });

  it('keeps its rate, and nobody waiting for hours, when the clock is set back', async () => {
    const { clock, waits, pass } = simulated();
    const budget = new RateBudget(10, clock);
    for (let turn = 0; turn < 10; turn += 1) await budget.take('c1');
    pass(-2 * 3_600_000);
    expect(await budget.take('c1')).toMatchObject({ ok: true });
    expect(waits.at(-1)).toBe(1_000);
  });

  it('keeps connections apart', async () => {
    const { clock, waits } = simulated();
    const budget = new RateBudget(1, clock);
    await Promise.all(['c1', 'c2', 'c3'].map((id) => budget.take(id)));
    expect(waits).toEqual([]);
  });
});
