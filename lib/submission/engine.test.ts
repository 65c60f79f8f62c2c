import { describe, expect, it } from 'vitest';
import { Trial } from './campaign';
import type { Fault } from './pretend-peak';
import { PretendPeak } from './pretend-peak';
import type { Transport } from './ports';
import { SimulatedClock } from './simulated-clock';

const allOk = (count: number): string[] => Array.from({ length: count }, () => 'ok');

async function trial(
  operation: 'UPSERT' | 'APPEND',
  faults: Readonly<Record<number, Fault>> | ((n: number) => Fault | undefined) = {},
  values: readonly (string | null)[] = allOk(30),
): Promise<Trial> {
  const clock = new SimulatedClock();
  const fault = typeof faults === 'function' ? faults : (n: number) => faults[n];
  return new Trial(values, operation, clock, new PretendPeak(clock, fault)).freeze();
}
const accountOf = async (of: Trial) => (await of.ledger()).account();

describe('sending a plan', () => {
  it('sends every batch once and gives a complete account', async () => {
    const load = await trial('APPEND', {}, ['ok', null, ...allOk(20), 'bad', 'echo', 'ok', 'ok']);
    expect(await load.run()).toBeUndefined();
    expect(await accountOf(load)).toMatchObject({
      read: 26,
      held: 1,
      accepted: 23,
      rejected: 2,
      waiting: 0,
      inDoubt: 0,
      balances: true,
      complete: true,
      errors: [{ code: 'DI_E_00001', message: 'V must be ok', count: 2 }],
    });
    expect(new Set(load.peak.table.values())).toEqual(new Set([1]));
    expect(load.peak.requests).toBe(load.batches.length);
  });

  it('keeps ever more requests under way while answers come quickly', async () => {
    const load = await trial('UPSERT', {}, allOk(600));
    await load.run();
    expect(load.peak.mostAtOnce).toBeGreaterThan(8);
    expect(load.peak.mostAtOnce).toBeLessThanOrEqual(64);
  });

  it('gives every request a signal of its own, and gives up all of them at once', async () => {
    const load = await trial('UPSERT', {}, allOk(600));
    const signals: AbortSignal[] = [];
    const transport: Transport = {
      send: (request) => {
        signals.push(request.signal);
        if (signals.length === 100) load.engine?.abort();
        return load.peak.send(request);
      },
    };
    await load.run({ transport });
    expect(new Set(signals).size).toBe(signals.length);
    expect(signals.filter(({ aborted }) => aborted).length).toBeGreaterThan(8);
  });

  it('waits exactly as long as Retry-After says, in all lanes, and loses nothing', async () => {
    const load = await trial('APPEND', { 0: '429' }, allOk(60));
    await load.run();
    const told = (load.peak.times[0] ?? 0) + 20;
    const after = load.peak.times.filter((at) => at > told);
    expect(Math.min(...after)).toBe(told + 1_000);
    expect((await accountOf(load)).complete).toBe(true);
  });

  it.each<[Fault, string]>([
    ['401', 'token-refused'],
    ['session-lost', 'session-lost'],
  ])('stands still at %s and goes on at the exact batch', async (fault, reason) => {
    const load = await trial('APPEND', { 5: fault });
    expect(await load.run()).toBe(reason);
    expect((await accountOf(load)).waiting).toBeGreaterThan(0);
    expect(await load.run()).toBeUndefined();
    expect(load.peak.table.size).toBe(30);
    expect(new Set(load.peak.table.values())).toEqual(new Set([1]));
  });

  it.each<Fault>(['lost-after', 'lost-before', '500-after', '500-before', '503-after', 'throws-after'])(
    'leaves an APPEND batch in doubt after %s and never sends it again by itself',
    async (fault) => {
      const load = await trial('APPEND', { 2: fault });
      expect(await load.run()).toBeUndefined();
      expect(await load.run()).toBeUndefined();
      expect(await accountOf(load)).toMatchObject({
        inDoubt: 3,
        accepted: 27,
        complete: false,
        balances: true,
      });
      expect(load.peak.requests).toBe(10);
    },
  );

  it('sends an UPSERT batch again by itself after a lost answer', async () => {
    const load = await trial('UPSERT', { 2: 'lost-after', 3: '500-before', 4: '503-after' });
    expect(await load.run()).toBeUndefined();
    expect(await accountOf(load)).toMatchObject({ accepted: 30, complete: true });
    expect(load.peak.requests).toBe(13);
  });

  it.each<[Fault, string]>([
    ['401', 'token-refused'],
    ['session-lost', 'session-lost'],
  ])(
    'keeps an UPSERT batch in doubt whose next try ended at %s, which proves nothing',
    async (fault, reason) => {
      const load = await trial('UPSERT', { 0: 'lost-after', 1: fault }, allOk(3));
      expect(await load.run()).toBe(reason);
      expect(await accountOf(load)).toMatchObject({ inDoubt: 3, waiting: 0, balances: true });
      load.clock.jump(61 * 60_000);
      expect(await load.run()).toBeUndefined();
      expect(load.peak.requests, 'an hour after the first try only with a word').toBe(2);
    },
  );

  it('claims of no row that it was refused as too large when an earlier try of it may be stored', async () => {
    const load = await trial(
      'UPSERT',
      (n) => {
        if (n === 1) load.peak.mostRows = 0;
        return n === 0 ? 'lost-after' : undefined;
      },
      allOk(3),
    );
    expect(await load.run()).toBeUndefined();
    expect(load.peak.table.size).toBe(3);
    expect(await accountOf(load)).toMatchObject({ inDoubt: 3, rejected: 0, balances: true });
  });

  it('does not send an UPSERT batch again by itself after more than an hour', async () => {
    const load = await trial('UPSERT', (n) => (n > 1 ? 'lost-before' : undefined));
    expect(await load.run()).toBe('peak-down');
    const doubtful = (await accountOf(load)).batches.inDoubt;
    expect(doubtful).toBeGreaterThan(0);
    load.clock.jump(61 * 60_000);
    const healthy = new PretendPeak(load.clock);
    expect(await load.run({ transport: healthy })).toBeUndefined();
    expect((await accountOf(load)).batches.inDoubt).toBe(doubtful);
    expect(healthy.requests).toBe(10 - 2 - doubtful);
  });

  it('does not send an UPSERT batch again after a night’s sleep in the middle of a run', async () => {
    const load = await trial('UPSERT', { 0: 'lost-after' }, allOk(3));
    let slept = false;
    const wait = load.clock.wait.bind(load.clock);
    load.clock.wait = async (ms, signal) => {
      // The lid closes while the engine waits before it tries again.
      if (!slept && (await load.journal.entries('load')).some((entry) => entry.state === 'in-doubt')) {
        slept = true;
        load.clock.jump(8 * 3_600_000);
      }
      return wait(ms, signal);
    };
    expect(await load.run()).toBeUndefined();
    expect(slept).toBe(true);
    expect(load.peak.requests).toBe(1);
    expect(await accountOf(load)).toMatchObject({ inDoubt: 3, complete: false, balances: true });
  });

  it('takes a clock that was set back for no proof that a batch is fresh', async () => {
    const load = await trial('UPSERT', { 0: 'lost-after' }, allOk(3));
    load.clock.jump(5 * 3_600_000);
    await load.run({ onChange: (entry) => entry.state === 'in-doubt' && load.engine?.stop('user') });
    load.clock.jump(-3 * 3_600_000);
    await load.run();
    expect(load.peak.requests).toBe(1);
  });

  it('puts only few APPEND batches in doubt when the line is dead', async () => {
    const load = await trial('APPEND', () => 'lost-before', allOk(3_000));
    expect(await load.run()).toBe('peak-down');
    expect((await accountOf(load)).batches.inDoubt).toBeLessThanOrEqual(6);
  });

  it('gives up after too many calls to slow down, with nothing in doubt', async () => {
    const load = await trial('APPEND', () => '429-bare');
    expect(await load.run()).toBe('rate-storm');
    expect(await accountOf(load)).toMatchObject({ inDoubt: 0, waiting: 30, balances: true });
  });

  it('tells waits for a turn in our own rate from those that Peak asked for', async () => {
    const asked: number[] = [];
    const onAsked = (): number => asked.push(1);
    const ours = await trial('APPEND', () => 'rate-budget');
    expect(await ours.run({ onAsked })).toBe('rate-used-up');
    expect([ours.engine?.askedUntil, ours.engine?.waitsForTurn, asked.length]).toEqual([0, true, 0]);
    expect(await accountOf(ours)).toMatchObject({ inDoubt: 0, waiting: 30 });
    const theirs = await trial('APPEND', { 0: '429' });
    await theirs.run({ onAsked });
    expect([theirs.engine?.askedUntil === 0, asked.length]).toEqual([false, 1]);
  });

  it('stops when batch after batch is refused whole for one code', async () => {
    const load = await trial('APPEND', {}, [...allOk(9), ...Array.from({ length: 90 }, () => 'bad')]);
    expect(await load.run()).toBe('error-storm');
    const { rejected, waiting } = await accountOf(load);
    expect(rejected).toBeGreaterThanOrEqual(9);
    // Three batches that were taken have made seven lanes of four: three refusals in a row, what is under way beside the
    // third, and one refusal that an acceptance came after.
    expect(rejected).toBeLessThanOrEqual((3 + 6 + 1) * 3);
    expect(waiting).toBe(90 - rejected);
  });

  it('sends nothing whose bytes differ from the plan’s', async () => {
    const load = await trial('APPEND');
    const values = load.values.map((value, at) => (at === 13 ? 'other' : value));
    expect(await load.run({ values })).toBe('payload-changed');
    expect([...load.peak.table.keys()]).not.toContain(15);
  });

  it('pauses at a batch border: what is under way is answered, nothing more leaves', async () => {
    const load = await trial('APPEND', {}, allOk(300));
    const reason = await load.run({ onChange: () => load.peak.requests === 20 && load.engine?.stop('user') });
    expect(reason).toBe('user');
    const { accepted, inDoubt } = await accountOf(load);
    expect(accepted).toBe(load.peak.requests * 3);
    expect(inDoubt).toBe(0);
    expect(await load.run()).toBeUndefined();
    expect((await accountOf(load)).complete).toBe(true);
  });

  it('sends nothing that it could not announce', async () => {
    const load = await trial('APPEND');
    const journal = { ...load.journal, intend: () => Promise.reject(new Error('disk full')) };
    expect(await load.run({ journal })).toBe('journal-failed');
    expect(load.peak.requests).toBe(0);
  });

  it('treats an answer that could not be written down as in doubt', async () => {
    const load = await trial('APPEND');
    const journal = { ...load.journal, settle: () => Promise.reject(new Error('disk full')) };
    expect(await load.run({ journal })).toBe('journal-failed');
    expect(load.accounts.at(-1)).toMatchObject({ accepted: 0, balances: true });
    expect(load.accounts.at(-1)?.inDoubt).toBe(load.peak.requests * 3);
  });

  it('finds in doubt what was under way when the tab died', async () => {
    const load = await trial('APPEND');
    let die = (): void => undefined;
    const killed = new Promise<void>((resolve) => (die = resolve));
    const ended = await load.run({ killed, onChange: (entry) => entry.index === 5 && die() });
    expect(ended).toBe('killed');
    const doubts = await load.journal.recover('load');
    expect(doubts.map((entry) => entry.reason)).toContain('interrupted');
    const before = await accountOf(load);
    expect(before).toMatchObject({ balances: true, complete: false });
    await load.run();
    expect(await accountOf(load)).toMatchObject({ waiting: 0, inDoubt: before.inDoubt, balances: true });
    expect(Math.max(...load.peak.table.values())).toBe(1);
  });
});
