import { beforeEach, describe, expect, it } from 'vitest';
import { SendingTrial, freezing, loadId, sendTake, testing } from './sending-trial';

let trial: SendingTrial;
beforeEach(() => {
  trial = new SendingTrial();
});

describe('a load from plan to account', () => {
  it('is frozen, sent, and told of to the end', async () => {
    const plan = await trial.sending.freeze(freezing);
    expect(plan.counts).toMatchObject({ read: 9, held: 1, planned: 8, batches: 4 });
    expect(trial.events.at(-1)).toMatchObject({ event: 'planning', rows: 9 });
    const end = await trial.sendToEnd();
    expect(end).toMatchObject({ state: 'done', account: { accepted: 6, rejected: 2, complete: true } });
    expect(await trial.sending.status({ loadId })).toMatchObject({
      sending: false,
      account: end.account,
      inDoubt: [],
    });
    expect(trial.peak.table.size).toBe(6);
  });

  it('reports at most every 400 ms, and every change of state', async () => {
    trial.values = Array.from({ length: 5_000 }, () => 'ok');
    await trial.sending.freeze(freezing);
    const started = trial.clock.now();
    await trial.sendToEnd();
    const seconds = (trial.clock.now() - started) / 1_000;
    expect(trial.progress().length).toBeLessThanOrEqual(Math.ceil(seconds * 2.5) + 2);
    expect(trial.progress().length).toBeGreaterThan(2);
    expect(trial.progress().at(-1)?.state).toBe('done');
  });

  it('is one run, however often it is asked for', async () => {
    await trial.sending.freeze(freezing);
    const both = await Promise.all([trial.sending.send(sendTake), trial.sending.send(sendTake)]);
    expect(both.map(({ state, reason }) => [state, reason])).toEqual([
      ['sending', undefined],
      ['sending', undefined],
    ]);
    await trial.clock.wait(5_000);
    expect(trial.progress().at(-1)).toMatchObject({ state: 'done', account: { complete: true } });
    expect(trial.peak.requests).toBe(4);
  });

  it('pauses at a batch border and goes on', async () => {
    trial.values = Array.from({ length: 1_000 }, () => 'ok');
    await trial.sending.freeze(freezing);
    await trial.sending.send(sendTake);
    await trial.clock.wait(100);
    await trial.sending.pause({ loadId });
    expect(trial.progress().at(-1)).toMatchObject({ state: 'pausing', reason: 'user' });
    await trial.clock.wait(1_000);
    const paused = trial.progress().at(-1);
    expect(paused).toMatchObject({ state: 'paused', reason: 'user', account: { inDoubt: 0 } });
    expect(paused?.account.waiting).toBeGreaterThan(0);
    expect((await trial.sendToEnd()).account).toMatchObject({ accepted: 1_000, complete: true });
    expect(new Set(trial.peak.table.values())).toEqual(new Set([1]));
  });
});

describe('freezing', () => {
  it('replaces a plan of which nothing was sent, and refuses once something was', async () => {
    await trial.sending.freeze(freezing);
    expect((await trial.sending.freeze({ ...freezing, rowsPerBatch: 4 })).counts.batches).toBe(2);
    await trial.sending.test({ ...testing, dryRun: false });
    await expect(trial.sending.freeze(freezing)).rejects.toMatchObject({ trouble: { code: 'plan-exists' } });
  });

  it.each([
    ['not-checked', () => (trial.checkedYet = false)],
    ['nothing-to-send', () => (trial.values = [null, null])],
    ['locked-by-other-tab', () => trial.held.add(`onramp-sender-${loadId}`)],
  ])('is refused with %s', async (code, arrange) => {
    arrange();
    await expect(trial.sending.freeze(freezing)).rejects.toMatchObject({ trouble: { code } });
  });
});

describe('a test request', () => {
  it('as a dry run needs no plan, stores nothing, writes no journal', async () => {
    const outcome = await trial.sending.test({ ...testing, dryRun: true, rows: 4 });
    expect(outcome).toMatchObject({ dryRun: true, rows: 4, accepted: 2, rejected: [{ row: 6 }, { row: 8 }] });
    expect(trial.peak.table.size).toBe(0);
    expect(await trial.journal.entries(loadId)).toEqual([]);
  });

  it('as a dry run waits when told to, and says what stood in the way', async () => {
    trial.faults = { 0: '429', 1: '401' };
    expect(await trial.sending.test({ ...testing, dryRun: true })).toMatchObject({
      problem: 'token-refused',
      accepted: 0,
    });
    expect(trial.peak.requests).toBe(2);
  });

  it('for real is the plan’s first batch, and is never sent again', async () => {
    await trial.sending.freeze(freezing);
    const outcome = await trial.sending.test({ ...testing, dryRun: false });
    expect(outcome).toMatchObject({ dryRun: false, rows: 2, accepted: 2, peakStatus: 200 });
    expect(await trial.sending.test({ ...testing, dryRun: false })).toMatchObject({ accepted: 2 });
    expect(trial.peak.requests).toBe(1);
    await trial.sendToEnd();
    expect(new Set(trial.peak.table.values())).toEqual(new Set([1]));
  });

  it('for real says that its answer was lost', async () => {
    trial.faults = { 0: 'lost-after' };
    await trial.sending.freeze(freezing);
    expect(await trial.sending.test({ ...testing, dryRun: false })).toMatchObject({
      problem: 'unreachable',
      accepted: 0,
    });
    expect((await trial.sending.status({ loadId })).inDoubt).toHaveLength(1);
  });
});

it('erasing waits for what is under way, then forgets the plan', async () => {
  await trial.sending.freeze(freezing);
  await trial.sending.send(sendTake);
  await trial.sending.erase({ loadId });
  expect(await trial.sending.status({ loadId })).toEqual({
    plan: null,
    account: null,
    inDoubt: [],
    sending: false,
  });
});
