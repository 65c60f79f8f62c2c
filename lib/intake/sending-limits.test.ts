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
    await trial.sending.send(sendTake);
    const second = trial.open();
    expect(await second.send(sendTake)).toMatchObject({ state: 'paused', reason: 'other-tab' });
    expect(await second.status({ loadId })).toMatchObject({ sending: true, inDoubt: [] });
    const settle = second.settle({ loadId, choice: 'sent-again' });
    await expect(settle).rejects.toMatchObject({ trouble: { code: 'locked-by-other-tab' } });
    expect((await trial.sendToEnd()).account.complete).toBe(true);
    expect(trial.peak.requests).toBe(4);
  });
});

describe('batches in doubt', () => {
  it('appear after a crash and are settled by the user’s word', async () => {
    await trial.sending.freeze(freezing);
    const intent = await trial.journal.intend(loadId, 1, 2, trial.clock.now());
    const status = await trial.sending.status({ loadId });
    expect(status.inDoubt).toEqual([{ ...intent, state: 'in-doubt', reason: 'interrupted' }]);
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

describe('rows that Peak refused', () => {
  it('come with the user’s own cells, and as a file a spreadsheet will not run', async () => {
    trial.values = ['ok', 'bad', 'ok', 'echo'];
    await trial.sending.freeze(freezing);
    await trial.sendToEnd();
    const first = await trial.sending.rejectedRows({ loadId, from: 0, count: 1 });
    expect(first).toMatchObject({ total: 2, rows: [{ row: 3, cells: ['=3', 'bad'] }] });
    const words = { ...REJECTION_WORDS, other: 'about other' };
    const take = { loadId, words, edits: [{ row: 5, position: 1, text: 'mine' }], name: 'sales' };
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
