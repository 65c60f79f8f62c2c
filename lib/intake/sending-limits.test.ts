import { REJECTION_WORDS } from '@/components/messages/rejections';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sending } from './sending';
import { SendingTrial, connectionId, freezing, loadId, rules, sendTake } from './sending-trial';

let trial: SendingTrial;
beforeEach(() => {
  trial = new SendingTrial();
});

describe('what may not be sent', () => {
  const other = `c${'b'.repeat(24)}`;
  it.each<[string, Parameters<Sending['send']>[0]]>([
    ['other-connection', { ...sendTake, connectionId: other }],
    ['other-connection', { ...sendTake, connectionId: other, sameTenantAs: [other] }],
    ['payload-changed', { ...sendTake, rules: { ...rules, duplicates: 'hold-all' } }],
    ['payload-changed', { ...sendTake, rules: { ...rules, operation: 'UPSERT' } }],
    ['payload-changed', { ...sendTake, rules: { ...rules, duplicates: 'keep-newest', newestBy: 'V' } }],
  ])('stands still with %s', async (reason, take) => {
    await trial.sending.freeze(freezing);
    expect(await trial.sending.send(take)).toMatchObject({ state: 'paused', reason });
    expect(trial.peak.requests).toBe(0);
    expect(trial.held.size).toBe(0);
  });

  it('goes on under a new token of which the user said that it is the same tenant', async () => {
    await trial.sending.freeze(freezing);
    const end = await trial.sendToEnd(trial.sending, {
      ...sendTake,
      connectionId: other,
      sameTenantAs: [connectionId],
    });
    expect(end.account.complete).toBe(true);
  });

  it('has no plan', async () => {
    await expect(trial.sending.send(sendTake)).rejects.toMatchObject({ trouble: { code: 'no-plan' } });
    expect(trial.held.size).toBe(0);
  });

  it('is being sent by another tab, whose batches stay untouched', async () => {
    await trial.sending.freeze(freezing);
    const answer = trial.peak.hold();
    await trial.sending.send(sendTake);
    const second = trial.open();
    expect(await second.send(sendTake)).toMatchObject({ state: 'paused', reason: 'other-tab' });
    expect(await second.status({ loadId })).toMatchObject({ sending: true, inDoubt: [] });
    expect(await trial.sending.status({ loadId }), 'no other tab').toMatchObject({ sending: false });
    const settle = second.settle({ loadId, choice: 'sent-again' });
    await expect(settle).rejects.toMatchObject({ trouble: { code: 'locked-by-other-tab' } });
    answer();
    expect((await trial.sendToEnd()).account.complete).toBe(true);
    expect(trial.peak.requests).toBe(4);
  });

  it('is being sent by no other tab, although its own run ends while that is looked up', async () => {
    await trial.sending.freeze(freezing);
    const answer = trial.peak.hold();
    await trial.sending.send(sendTake);
    trial.whenRefused = async () => {
      answer();
      while (trial.held.size > 0) await new Promise((resolve) => setImmediate(resolve));
    };
    expect(await trial.sending.status({ loadId })).toMatchObject({ sending: false });
  });
});

describe('batches in doubt', () => {
  it('appear after a crash and are settled by the user’s word', async () => {
    await trial.sending.freeze(freezing);
    const intent = await trial.journal.intend(loadId, 1, 2, trial.clock.now());
    const status = await trial.sending.status({ loadId });
    expect(status.inDoubt).toEqual([
      { ...intent, state: 'in-doubt', reason: 'interrupted', firstRow: 5, lastRow: 6 },
    ]);
    const told = await trial.sending.settle({ loadId, choice: 'treated-as-stored' });
    expect(told).toMatchObject({ state: 'paused', account: { accepted: 2, inDoubt: 0, waiting: 6 } });
    expect((await trial.journal.entries(loadId))[0]).toMatchObject({ settledBy: 'treated-as-stored' });
  });

  it('are sent again only with consent, and the consent stays on record', async () => {
    trial.faults = { 1: 'lost-after' };
    await trial.sending.freeze(freezing);
    const end = await trial.sendToEnd();
    expect(end).toMatchObject({ state: 'done', account: { inDoubt: 2, complete: false } });
    expect(await trial.sending.settle({ loadId, choice: 'sent-again' })).toMatchObject({
      account: { waiting: 2 },
    });
    expect((await trial.sendToEnd()).account.complete).toBe(true);
    const settledBy = (await trial.journal.entries(loadId)).map((entry) => entry.settledBy);
    expect(settledBy.filter((by) => by === 'sent-again')).toHaveLength(1);
  });
});

describe('a look into the warehouse', () => {
  const doubtful = async (): Promise<void> => {
    await trial.sending.freeze(freezing);
    for (const index of [0, 1]) await trial.journal.intend(loadId, index, 2, trial.clock.now());
  };

  it('asks for exactly the rows of one batch', async () => {
    await doubtful();
    const take = { loadId, rules, batches: [1], schemaName: 'STAGE' };
    const { query, rows } = await trial.sending.doubtQuery(take);
    expect(rows).toBe(2);
    expect(query).toContain('SELECT 5 AS source_row, 5 AS ID UNION ALL\n  SELECT 6, 6');
    expect(query).toContain('FROM STAGE.QP_SALE_OOTB AS stored');
  });

  it('is about one batch, and its word stays in the journal with its time', async () => {
    await doubtful();
    const told = await trial.sending.settle({ loadId, choice: 'found-stored', batches: [1] });
    expect(told.account).toMatchObject({ accepted: 2, inDoubt: 2, balances: true });
    expect((await trial.journal.entries(loadId))[1]).toMatchObject({
      state: 'accepted',
      settledBy: 'found-stored',
      decidedAt: trial.clock.now(),
    });
  });

  it('puts the missing rows of a batch among the failed ones', async () => {
    await doubtful();
    const partly = { loadId, rules, choice: 'found-partly' as const, batches: [1] };
    const told = await trial.sending.settle({ ...partly, missing: [6, 6] });
    expect(told.account).toMatchObject({ accepted: 1, rejected: 1, inDoubt: 2, balances: true });
  });

  it('asks for the rows of several batches at once, and shares out what it found', async () => {
    trial.values = Array.from({ length: 8 }, () => 'ok');
    await trial.sending.freeze(freezing);
    for (const index of [0, 1, 2, 3]) await trial.journal.intend(loadId, index, 2, trial.clock.now());
    const batches = [3, 0, 1];
    const { query, rows } = await trial.sending.doubtQuery({ loadId, rules, batches, schemaName: 'STAGE' });
    expect(rows).toBe(6);
    expect(query.match(/SELECT \d+(?= AS source_row|,)/g)).toEqual(
      [2, 3, 4, 5, 8, 9].map((row) => `SELECT ${row}`),
    );
    const partly = { loadId, rules, choice: 'found-partly' as const, batches };
    const told = await trial.sending.settle({ ...partly, missing: [5, 2, 3] });
    expect(told.account).toMatchObject({ accepted: 3, rejected: 1, waiting: 2, inDoubt: 2, balances: true });
    const settledBy = (await trial.journal.entries(loadId)).map((entry) => entry.settledBy);
    expect(settledBy).toEqual(['found-missing', 'found-partly', undefined, 'found-stored']);
  });

  it.each<[string, number[]]>([
    ['no row', []],
    ['every row', [5, 6]],
    ['a row of another batch', [2]],
    ['a row that was not sent', [4]],
  ])('takes no part of a batch that is %s', async (_what, missing) => {
    await doubtful();
    const partly = { loadId, rules, choice: 'found-partly' as const, batches: [1], missing };
    await expect(trial.sending.settle(partly)).rejects.toMatchObject({ trouble: { code: 'other-rows' } });
    expect((await trial.sending.status({ loadId })).account).toMatchObject({ inDoubt: 4 });
  });
});

describe('rows that Peak refused', () => {
  it('come with the user’s own cells, and as a file a spreadsheet will not run', async () => {
    trial.values = ['ok', 'bad', 'ok', 'echo'];
    await trial.sending.freeze(freezing);
    await trial.sendToEnd();
    const first = await trial.sending.rejectedRows({ loadId, from: 0, count: 1 });
    expect(first).toMatchObject({ total: 2, rows: [{ row: 3, cells: ['=3', 'bad'] }] });
    const words = { ...REJECTION_WORDS, other: 'about other' };
    const take = {
      ...{ loadId, words, name: 'sales', places: [] },
      edits: [{ row: 5, position: 1, text: 'mine' }],
    };
    const { file, name } = await trial.sending.exportFailed({ ...take, format: 'csv' });
    expect(name).toBe('sales-failed-rows.csv');
    expect((await file.text()).split('\r\n')).toEqual([
      'ID,V,peak_code,peak_message,meaning,source_row',
      "'=3,bad,DI_E_00001,V must be ok,about other,3",
      "'=5,mine,DI_E_00001,V must be ok,about other,5",
      '',
    ]);
  });
});
