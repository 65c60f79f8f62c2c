import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Started } from './fixture';
import { ID, column, manualClock, startSandbox } from './fixture';
import { DEMO_TOKENS } from './settings';

let started: Started;
beforeEach(async () => void (started = await startSandbox()));
afterEach(() => started.sandbox.close());

const KEYED = [ID, column('V', 'integer')];
const row = (id: string, v: number | null = 1) => ({ ID: id, V: v });
const table = (tenant: 'a' | 'b' = 'a') => started.table(KEYED, ['ID'], tenant);

describe('ingestion', () => {
  it('updates by key, the last of a request winning', async () => {
    const address = await table();
    await started.send('T_ROW', [row('1', 1), row('2', 2), row('1', 3)]);
    await started.send('T_ROW', [row('2', 4)]);
    expect(await started.control.rows(address)).toEqual([
      { ID: '1', V: '3' },
      { ID: '2', V: '4' },
    ]);
  });

  it('adds on APPEND whatever is there, and UPSERT then updates every copy', async () => {
    const address = await table();
    await started.send('T_ROW', [row('1'), row('1')], { operation: 'APPEND' });
    await started.send('T_ROW', [row('1', 9)]);
    expect(await started.control.count(address, ['V'])).toEqual({
      rows: 2,
      distinctKeys: 1,
      failedRows: 0,
      pending: 0,
      sums: { V: '18' },
    });
  });

  it('keeps the order of requests that arrive together', async () => {
    const address = await table();
    const values = Array.from({ length: 40 }, (_, v) => v);
    await Promise.all(values.map((v) => started.send('T_ROW', [row('1', v)])));
    expect(await started.control.rows(address)).toEqual([{ ID: '1', V: '39' }]);
  });

  it('tells keys apart that only look alike when joined', async () => {
    const key = [column('A', 'string', { type: 'nonNull' }), column('B', 'string', { type: 'nonNull' })];
    const address = await started.table(key, ['A', 'B']);
    await started.send('T_ROW', [
      { A: '1', B: '2:3' },
      { A: '1:2', B: '3' },
      { A: '', B: '1' },
      { A: '1', B: '' },
    ]);
    expect(await started.control.count(address)).toMatchObject({ rows: 4, distinctKeys: 4 });
  });

  it('accepts the good rows of a mixed batch and keeps the others aside', async () => {
    const address = await table();
    const { status, body } = await started.send(
      'T_ROW',
      '[{"ID":"1","V":1},{"ID":"2","V":"x"},{"ID":"3","V":3}]',
    );
    expect(status).toBe(207);
    expect(body).toMatchObject({ accepted: 2, failed: [{ index: 1 }] });
    expect(await started.control.count(address)).toMatchObject({ rows: 2, failedRows: 1 });
    expect(await started.control.failedRows(address)).toMatchObject([
      { ROW_INDEX: '1', ROW_DATA: '{"ID":"2","V":"x"}' },
    ]);
  });

  it('writes nothing on a dry run, failed rows included', async () => {
    const address = await table();
    const { status } = await started.send('T_ROW', [row('1'), { ID: '2' }], { dryRun: true });
    expect(status).toBe(207);
    expect(await started.control.count(address)).toMatchObject({ rows: 0, failedRows: 0 });
  });

  it('understands the three documented spellings of its path', async () => {
    await table();
    const body = { solutionName: 'S', operationType: 'UPSERT', data: [row('1')] };
    for (const path of ['objects', 'object', 'ingest/object'])
      expect((await started.call('POST', `/api/v2/${path}/T_ROW`, body)).status).toBe(200);
  });

  it.each([
    ['more rows than allowed', 400, Array.from({ length: 501 }, (_, i) => row(String(i))), {}],
    ['no row', 400, [], {}],
    ['an unknown solution', 404, [row('1')], { solution: 'X' }],
    ['an unknown operation', 400, [row('1')], { operation: 'DELETE' }],
    ['a body that is no JSON', 400, '[{]', {}],
    ['a key twice with two values', 400, '[{"ID":"1","ID":"2","V":1}]', {}],
  ])('refuses %s as a whole', async (_what, status, rows, more) => {
    const address = await table();
    const answered = await started.send('T_ROW', rows, more);
    expect(answered.status).toBe(status);
    expect(answered.body.error?.code).toMatch(/^DI_E_\d{5}$/);
    expect(await started.control.count(address)).toMatchObject({ rows: 0, failedRows: 0 });
  });

  it('takes a body of the limit and refuses one byte more', async () => {
    await started.table([ID], ['ID']);
    await started.control.change({ bodyLimit: 1_000 });
    const empty = '{"solutionName":"S","operationType":"UPSERT","data":[{"ID":"1"}]}';
    const sized = (bytes: number) => started.call('POST', '/api/v2/objects/T_ROW', empty.padEnd(bytes));
    expect((await sized(1_000)).status).toBe(200);
    expect((await sized(1_001)).status).toBe(413);
  });

  it('refuses UPSERT where there is no key, and takes APPEND', async () => {
    await started.table([column('V')], []);
    expect((await started.send('T_ROW', [{ V: 'x' }])).status).toBe(400);
    expect((await started.send('T_ROW', [{ V: 'x' }], { operation: 'APPEND' })).status).toBe(200);
  });

  it('stores nothing when it is told to only measure', async () => {
    const address = await table();
    await started.control.change({ store: false });
    expect((await started.send('T_ROW', [row('1')])).body.accepted).toBe(1);
    expect(await started.control.count(address)).toMatchObject({ rows: 0 });
  });
});

describe('who may ask', () => {
  const ask = (headers: Record<string, string>, path = '/api/v2/schema/solutions') =>
    started.sandbox.fetch(new Request(`http://127.0.0.1${path}`, { headers }));

  it.each([
    ['no token', {}],
    ['an unknown token', { authorization: 'nobody-knows-me' }],
    ['a scheme word before it', { authorization: `Bearer ${DEMO_TOKENS.a}` }],
  ])('refuses %s', async (_what, headers: Record<string, string>) => {
    expect((await ask(headers)).status).toBe(401);
  });

  it('keeps two tenants apart, even with the same names', async () => {
    const [a, b] = [await table('a'), await table('b')];
    await started.send('T_ROW', [row('1', 1)], { tenant: 'a' });
    await started.send('T_ROW', [row('1', 2), row('2', 2)], { tenant: 'b' });
    expect(await started.control.rows(a)).toEqual([{ ID: '1', V: '1' }]);
    expect(await started.control.count(b)).toMatchObject({ rows: 2 });
    await started.control.reset('a');
    expect((await started.call('GET', '/api/v2/schema?solutionName=S')).status).toBe(404);
    expect(await started.control.count(b)).toMatchObject({ rows: 2 });
  });

  it.each([
    ['another method', '/api/v2/schema/rollout', 405],
    ['another path', '/api/v2/nothing', 404],
  ])('refuses %s', async (_what, path, status) => {
    expect((await ask({ authorization: DEMO_TOKENS.a }, path)).status).toBe(status);
  });

  it('wants UTF-8, unbroken and without a mark', async () => {
    const headers = { authorization: DEMO_TOKENS.a, 'content-type': 'application/json' };
    for (const body of [Uint8Array.of(0x22, 0xff, 0x22), Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)]) {
      const request = new Request('http://127.0.0.1/api/v2/schema', { method: 'POST', headers, body });
      const response = await started.sandbox.fetch(request);
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('DI_E_40001')]);
    }
  });

  it('wants JSON to be called JSON', async () => {
    const init = { method: 'POST', headers: { authorization: DEMO_TOKENS.a }, body: '{}' };
    const response = await started.sandbox.fetch(new Request('http://127.0.0.1/api/v2/schema', init));
    expect(response.status).toBe(415);
  });

  it.each([
    ['a page of another site', 'http://127.0.0.1:4010/__sandbox/reset', { origin: 'https://evil.example' }],
    ['a page of this machine', 'http://127.0.0.1:4010/__sandbox/reset', { origin: 'http://localhost:3000' }],
    [
      'a page that hides its origin',
      'http://127.0.0.1:4010/__sandbox/reset',
      { 'sec-fetch-site': 'cross-site' },
    ],
    ['a foreign name that points here', 'http://evil.example:4010/__sandbox/reset', {}],
  ])('does not let %s steer it', async (_what, url, headers: Record<string, string>) => {
    const address = await table();
    const response = await started.sandbox.fetch(new Request(url, { method: 'POST', headers }));
    expect(response.status).toBe(403);
    expect(await started.control.count(address)).toMatchObject({ rows: 0 });
  });

  it('has no control surface where it is switched off', async () => {
    const closed = await startSandbox({ control: false });
    await expect(closed.control.reset()).rejects.toThrow('404');
    await closed.sandbox.close();
  });
});

describe('time', () => {
  it('allows as many requests a second as it says, tenant by tenant', async () => {
    const clock = manualClock();
    const timed = await startSandbox({ clock, settings: { rate: 50 } });
    const burst = async (tenant: 'a' | 'b', count: number) => {
      const statuses: number[] = [];
      for (let i = 0; i < count; i += 1)
        statuses.push((await timed.call('GET', '/api/v2/schema/solutions', undefined, tenant)).status);
      return statuses.filter((status) => status === 200).length;
    };
    expect(await burst('a', 60)).toBe(50);
    expect(await burst('b', 60)).toBe(50);
    const refused = await timed.call('GET', '/api/v2/schema/solutions');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    clock.advance(100);
    expect(await burst('a', 10)).toBe(5);
    await timed.sandbox.close();
  });

  it('writes accepted rows only when their time has come, in order', async () => {
    const clock = manualClock();
    const timed = await startSandbox({ clock, settings: { flushMs: 1_000 } });
    const address = await timed.table(KEYED, ['ID']);
    await timed.send('T_ROW', [row('1', 1)]);
    clock.advance(500);
    await timed.send('T_ROW', [row('1', 2), row('2', 2)]);
    expect(await timed.control.count(address)).toMatchObject({ rows: 0, pending: 3 });
    clock.advance(500);
    await expect.poll(() => timed.control.count(address)).toMatchObject({ rows: 1, pending: 2 });
    await timed.control.flush();
    expect(await timed.control.rows(address)).toEqual([
      { ID: '1', V: '2' },
      { ID: '2', V: '2' },
    ]);
    await timed.sandbox.close();
  });

  it('answers no sooner than its latency', async () => {
    const clock = manualClock();
    const timed = await startSandbox({ clock, settings: { latencyMs: 300 } });
    let answered = false;
    const asked = timed
      .call('GET', '/api/v2/schema/solutions')
      .then(({ status }) => (answered = status === 200));
    clock.advance(299);
    expect(answered).toBe(false);
    await expect.poll(() => timed.control.requests()).toHaveLength(1);
    clock.advance(300);
    await asked;
    expect(answered).toBe(true);
    await timed.sandbox.close();
  });
});
