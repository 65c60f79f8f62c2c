import { describe, expect, it } from 'vitest';
import { Ledger } from '../submission/account';
import type { BatchState } from '../submission/model';
import { SimulatedClock } from '../submission/simulated-clock';
import { RunReport } from './sending-run';
import { SendingTrial, freezing, loadId } from './sending-trial';

const still = {
  reason: () => undefined,
  others: () => 0,
  askedUntil: () => 0,
  failures: () => 0,
  waitsForTurn: () => false,
  joined: <Own>(own: Own) => own,
};

it('is told again soon although the clock was set back by hours', async () => {
  const trial = new SendingTrial();
  const plan = await trial.sending.freeze(freezing);
  const waits: number[] = [];
  let now = 1_700_000_000_000;
  const clock = {
    now: () => now,
    wait: (ms: number) => {
      waits.push(ms);
      return new Promise<void>(() => undefined);
    },
  };
  const told: number[] = [];
  const report = new RunReport(
    new Ledger(plan, await trial.journal.batches(loadId), []),
    clock,
    () => told.push(now),
    still,
  );
  report.tell();
  now -= 2 * 60 * 60_000;
  report.changed();
  expect(told).toHaveLength(1);
  expect(waits).toEqual([400]);
});

it('says until when Peak has asked to wait, and no longer once that time is over', async () => {
  const trial = new SendingTrial();
  const plan = await trial.sending.freeze(freezing);
  let now = 1_700_000_000_000;
  const until = now + 20 * 60_000;
  const clock = { now: () => now, wait: () => new Promise<void>(() => undefined) };
  const report = new RunReport(
    new Ledger(plan, await trial.journal.batches(loadId), []),
    clock,
    () => undefined,
    { ...still, askedUntil: () => until },
  );
  expect(report.progress().askedUntil).toBe(until);
  now = until;
  expect(report.progress().askedUntil).toBeUndefined();
});

describe('while nothing is settled', () => {
  /** A run of one load whose batches the story settles, or does not. */
  async function quiet(failures = 0) {
    const trial = new SendingTrial();
    const plan = await trial.sending.freeze(freezing);
    const batches = await trial.journal.batches(loadId);
    const clock = new SimulatedClock();
    const ledger = new Ledger(plan, batches, []);
    const told: ReturnType<RunReport['progress']>[] = [];
    const now = { ...still, failures: () => failures };
    const report = new RunReport(ledger, clock, (progress) => told.push(progress), now);
    const put = (index: number, state: BatchState): void => {
      const rows = batches[index]?.rows ?? 0;
      const [sentAt, accepted] = [clock.now(), state === 'accepted' ? rows : 0];
      ledger.put({ loadId, index, rows, state, sentAt, accepted, rejected: [], unnamed: 0, attempts: 1 });
      report.changed();
    };
    return { clock, report, put, told, start: clock.now() };
  }

  it('a batch that falls in doubt again and again is no progress', async () => {
    const { clock, report, put } = await quiet();
    await clock.wait(1_000);
    put(0, 'sending');
    put(0, 'in-doubt');
    put(0, 'sending');
    put(0, 'in-doubt');
    expect(report.progress().rowsPerSecond).toBe(0);
    put(0, 'accepted');
    expect(report.progress().rowsPerSecond).toBeGreaterThan(0);
  });

  it('says since when, and how many tries failed, once that is long enough to be worth a word', async () => {
    const { clock, report, put, start } = await quiet(3);
    await clock.wait(1_000);
    put(0, 'accepted');
    await clock.wait(4_000);
    expect(report.progress().quiet).toBeUndefined();
    expect(report.progress().rowsPerSecond).toBeGreaterThan(0);
    await clock.wait(1_000);
    expect(report.progress()).toMatchObject({
      quiet: { since: start + 1_000, failures: 3, turn: false },
      rowsPerSecond: 0,
    });
    put(0, 'sending');
    expect(report.progress().quiet).toEqual({ since: start + 1_000, failures: 3, turn: false });
    put(1, 'accepted');
    expect(report.progress().quiet).toBeUndefined();
  });

  it('is told all the same, so that no rate stands there which nobody keeps', async () => {
    const { clock, report, put, told } = await quiet();
    report.begin();
    await clock.wait(1_000);
    put(0, 'accepted');
    expect(told.at(-1)?.rowsPerSecond).toBeGreaterThan(0);
    await clock.wait(20_000);
    expect(told.at(-1)).toMatchObject({ state: 'sending', rowsPerSecond: 0 });
    expect(told.at(-1)?.quiet).toBeDefined();
    report.ended('user');
    const last = told.length;
    await clock.wait(20_000);
    expect(told).toHaveLength(last);
    expect(told.at(-1)?.quiet).toBeUndefined();
  });
});
