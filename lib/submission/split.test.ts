import { describe, expect, it } from 'vitest';
import { Trial } from './campaign';
import type { OperationType } from '../peak/model';
import type { Fault } from './pretend-peak';
import { PretendPeak } from './pretend-peak';
import { SimulatedClock } from './simulated-clock';

async function trialOf(
  values: readonly string[],
  mostRows: number,
  rowsPerBatch: number,
  {
    operation = 'APPEND',
    fault,
  }: { operation?: OperationType; fault?: (n: number) => Fault | undefined } = {},
): Promise<Trial> {
  const clock = new SimulatedClock();
  const peak = new PretendPeak(clock, fault);
  peak.mostRows = mostRows;
  return new Trial(values, operation, clock, peak, rowsPerBatch).freeze();
}
const rowsOf = (count: number, at: (row: number) => string = () => 'ok') =>
  Array.from({ length: count }, (_, row) => at(row));

describe('a batch that is too large for Peak', () => {
  it('is split until it fits; every row is stored once and the account stays provable', async () => {
    const trial = await trialOf(
      rowsOf(100, (row) => (row === 41 ? 'bad' : 'ok')),
      7,
      25,
    );
    expect(await trial.run()).toBeUndefined();
    const account = (await trial.ledger()).account();
    // 25 → 12 + 13 → 6 + 6 and 6 + 7.
    expect(account).toMatchObject({ accepted: 99, rejected: 1, balances: true, complete: true });
    expect(account.batches).toEqual({ planned: 16, settled: 16, inDoubt: 0 });
    expect(trial.accounts.every(({ balances }) => balances)).toBe(true);
    expect(trial.peak.table.size).toBe(99);
    expect(Math.max(...trial.peak.table.values())).toBe(1);
    const rejected = (await trial.journal.entries('load')).flatMap((entry) => entry.rejected);
    expect(rejected.map(({ row }) => row)).toEqual([43]);
  });

  it('goes on with its parts after a death in the middle', async () => {
    const trial = await trialOf(rowsOf(60), 4, 30);
    let die = (): void => undefined;
    const killed = new Promise<void>((resolve) => (die = resolve));
    expect(await trial.run({ killed, onChange: ({ state }) => state === 'accepted' && die() })).toBe(
      'killed',
    );
    expect((await trial.ledger()).account().balances).toBe(true);
    expect(trial.batches.length).toBeGreaterThan(2);
    await trial.run();
    const account = (await trial.ledger()).account();
    expect(account).toMatchObject({ waiting: 0, balances: true });
    expect(account.accepted + account.inDoubt).toBe(60);
    expect(Math.max(...trial.peak.table.values())).toBe(1);
  });

  it('is not tried again at the size that was refused, in this life or the next', async () => {
    const trial = await trialOf(rowsOf(400), 10, 20);
    const asked: number[] = [];
    const send = trial.peak.send.bind(trial.peak);
    trial.peak.send = (request) => {
      asked.push(request.body.length);
      return send(request);
    };
    await trial.run();
    expect((await trial.ledger()).account()).toMatchObject({ accepted: 400, complete: true });
    // Twenty batches; those that were under way together are refused, the others are cut before they leave.
    const smallest = Math.min(...trial.batches.slice(0, 4).map(({ bytes }) => bytes));
    expect(asked.filter((bytes) => bytes >= smallest).length).toBeLessThan(8);
    const whole = trial.batches.find(({ index }) => index === 19);
    expect(whole && (await trial.ledger()).isTooLarge(whole)).toBe(true);
  });

  describe('after an answer of it was lost', () => {
    /** Its first answer is lost, its second is 413; the tab stands still once it was split. */
    const splitInDoubt = async (): Promise<Trial> => {
      const trial = await trialOf(rowsOf(8), Infinity, 8, {
        operation: 'UPSERT',
        fault(n) {
          if (n === 1) trial.peak.mostRows = 4;
          return n === 0 ? 'lost-after' : undefined;
        },
      });
      const stop = ({ state }: { state: string }) => state === 'split' && trial.engine?.stop('user');
      expect(await trial.run({ onChange: stop })).toBe('user');
      expect(trial.peak.requests).toBe(2);
      return trial;
    };

    it('leaves its parts in doubt, and sends them again within the hour', async () => {
      const trial = await splitInDoubt();
      expect((await trial.ledger()).account()).toMatchObject({ waiting: 0, inDoubt: 8, balances: true });
      expect(await trial.run()).toBeUndefined();
      expect((await trial.ledger()).account()).toMatchObject({ accepted: 8, inDoubt: 0, complete: true });
    });

    it('sends no part of it without a word once the hour is over', async () => {
      const trial = await splitInDoubt();
      trial.clock.jump(61 * 60_000);
      expect(await trial.run()).toBeUndefined();
      expect(trial.peak.requests).toBe(2);
      expect((await trial.ledger()).account()).toMatchObject({ waiting: 0, inDoubt: 8, balances: true });
      const reasons = (await trial.journal.entries('load')).map(({ state, reason }) => [state, reason]);
      expect(reasons).toEqual([
        ['split', 'unreachable'],
        ['in-doubt', 'unreachable'],
        ['in-doubt', 'unreachable'],
      ]);
    });

    it('counts from the first attempt of the whole, however often its parts are cut', async () => {
      const trial = await splitInDoubt();
      trial.clock.jump(59 * 60_000);
      trial.peak.mostRows = 2;
      const stop = ({ state }: { state: string }) => state === 'split' && trial.engine?.stop('user');
      expect(await trial.run({ onChange: stop })).toBe('user');
      trial.clock.jump(2 * 60_000);
      const before = trial.peak.requests;
      await trial.run();
      expect(trial.peak.requests).toBe(before);
      expect((await trial.ledger()).account()).toMatchObject({ waiting: 0, inDoubt: 8, balances: true });
    });
  });

  it('refuses a single row that is too large like any other row, and goes on', async () => {
    const trial = await trialOf(rowsOf(3), 0, 1);
    // Three single rows, all refused for one cause, are a storm; the account is what matters here.
    await trial.run();
    expect((await trial.ledger()).account()).toMatchObject({ rejected: 3, accepted: 0, complete: true });
  });
});
