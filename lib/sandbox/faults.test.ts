import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultRuleInput } from './control-contract';
import type { Started } from './fixture';
import { ID, manualClock, startSandbox } from './fixture';

let started: Started;
beforeEach(async () => void (started = await startSandbox()));
afterEach(() => started.sandbox.close());

const send = (id = '1') => started.send('T_ROW', [{ ID: id }], { operation: 'APPEND' });
const on = (fault: FaultRuleInput['fault'], more: Partial<FaultRuleInput> = {}): FaultRuleInput => ({
  match: { operation: 'ingest' },
  fault,
  ...more,
});

describe('scripted faults', () => {
  it.each([
    ['lost-before', 0],
    ['lost-after', 1],
    ['half-answer', 1],
  ] as const)('%s breaks the connection and leaves %i rows', async (fault, rows) => {
    const address = await started.table([ID], ['ID']);
    await started.control.addFaults(on(fault));
    await expect(send()).rejects.toThrow('cut');
    expect(await started.control.count(address)).toMatchObject({ rows });
    expect((await send()).status).toBe(200);
  });

  it.each([
    ['429', 429, 0],
    ['500', 500, 0],
    ['413', 413, 0],
    ['503', 503, 0],
    ['500-after', 500, 1],
  ] as const)('%s answers %i and leaves %i rows', async (fault, status, rows) => {
    const address = await started.table([ID], ['ID']);
    await started.control.addFaults(on(fault));
    expect((await send()).status).toBe(status);
    expect(await started.control.count(address)).toMatchObject({ rows });
  });

  it('says when to come back, in the form asked for', async () => {
    await started.table([ID], ['ID']);
    const date = 'Fri, 08 May 2026 10:30:00 GMT';
    await started.control.addFaults(on('503', { retryAfter: date }), on('429', { retryAfter: 7 }));
    expect((await send()).headers.get('retry-after')).toBe(date);
    expect((await send()).headers.get('retry-after')).toBe('7');
  });

  it('refuses a token from one request on, until the faults are cleared', async () => {
    await started.table([ID], ['ID']);
    await started.control.addFaults(on('401-from-now', { match: { operation: 'ingest', nth: 2 } }));
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(401);
    expect((await started.call('GET', '/api/v2/schema/solutions')).status).toBe(401);
    expect((await started.call('GET', '/api/v2/schema/solutions', undefined, 'b')).status).toBe(200);
    await started.control.clearFaults();
    expect((await send()).status).toBe(200);
  });

  it('hits the request meant, as often as meant', async () => {
    await started.table([ID], ['ID']);
    await started.control.addFaults(on('500', { match: { table: 'T_ROW', nth: 2 }, times: 2 }));
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
  });

  it('keeps requests at the door until the faults are cleared, then serves them', async () => {
    const address = await started.table([ID], ['ID']);
    await started.control.addFaults(on('held', { match: { operation: 'ingest', nth: 2 }, times: 9 }));
    expect((await send('1')).status).toBe(200);
    let answered = 0;
    const kept = [send('2'), send('3')].map((sent) => sent.finally(() => (answered += 1)));
    expect((await started.call('GET', '/api/v2/schema/solutions')).status).toBe(200);
    expect(await started.control.count(address)).toMatchObject({ rows: 1 });
    await expect.poll(() => started.control.hits()).toBe(2);
    expect(answered).toBe(0);
    await started.control.clearFaults();
    expect((await Promise.all(kept)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await started.control.count(address)).toMatchObject({ rows: 3 });
  });

  it('answers late when told to be slow', async () => {
    const clock = manualClock();
    const slow = await startSandbox({ clock });
    const address = await slow.table([ID], ['ID']);
    await slow.control.addFaults(on('slow', { delayMs: 5_000 }));
    let answered = false;
    const asked = slow.send('T_ROW', [{ ID: '1' }]).then(() => (answered = true));
    await expect.poll(() => slow.control.count(address)).toMatchObject({ rows: 1 });
    expect(answered).toBe(false);
    await expect
      .poll(() => {
        clock.advance(5_000);
        return answered;
      })
      .toBe(true);
    await asked;
    await slow.sandbox.close();
  });

  it('counts what was asked and how it ended, and nothing of what was in it', async () => {
    await started.table([ID], ['ID']);
    await started.control.reset();
    await started.table([ID], ['ID']);
    await started.control.addFaults(on('lost-after'));
    await expect(send('a-secret-value')).rejects.toThrow();
    await send();
    const seen = await started.control.requests();
    expect(seen).toContainEqual({
      tenant: 'a',
      operation: 'ingest',
      table: 'T_ROW',
      outcome: 'lost',
      requests: 1,
    });
    expect(seen).toContainEqual({
      tenant: 'a',
      operation: 'ingest',
      table: 'T_ROW',
      outcome: '200',
      requests: 1,
    });
    expect(JSON.stringify(seen)).not.toContain('secret');
  });

  it('refuses rows that hold a text, until the faults are cleared', async () => {
    const address = await started.table([ID], ['ID']);
    await started.control.addFaults(on('rows-refused', { holding: 'BLOCKED' }));
    const rows = [{ ID: '1' }, { ID: 'BLOCKED' }, { ID: '2' }];
    const part = await started.send('T_ROW', rows, { operation: 'APPEND' });
    expect(part).toMatchObject({ status: 207, body: { accepted: 2, failed: [{ index: 1 }] } });
    await started.control.clearFaults();
    expect((await started.send('T_ROW', rows, { operation: 'APPEND' })).status).toBe(200);
    expect(await started.control.count(address)).toMatchObject({ rows: 5, failedRows: 1 });
  });

  it('accepts rows that hold a text and writes them to the failed rows instead', async () => {
    const address = await started.table([ID], ['ID']);
    await started.control.addFaults(on('rows-fail-late', { holding: 'LATE' }));
    const rows = [{ ID: '1' }, { ID: 'LATE' }];
    const answer = await started.send('T_ROW', rows, { operation: 'APPEND' });
    expect(answer).toMatchObject({ status: 200, body: { accepted: 2, failed: [] } });
    expect(await started.control.count(address)).toMatchObject({ rows: 1, failedRows: 1 });
    const [failed] = await started.control.failedRows(address);
    expect(failed).toMatchObject({ ROW_INDEX: '1', ROW_DATA: '{"ID":"LATE"}', OPERATION_TYPE: 'APPEND' });
  });
});
