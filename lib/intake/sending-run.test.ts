import { expect, it } from 'vitest';
import { Ledger } from '../submission/account';
import { RunReport } from './sending-run';
import { SendingTrial, freezing, loadId } from './sending-trial';

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
    { reason: () => undefined, others: () => 0, askedUntil: () => 0, joined: (own) => own },
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
    { reason: () => undefined, others: () => 0, askedUntil: () => until, joined: (own) => own },
  );
  expect(report.progress().askedUntil).toBe(until);
  now = until;
  expect(report.progress().askedUntil).toBeUndefined();
});
