import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ledgerOver } from '@/lib/gateway/ask-ledger';
import { RateBudget } from '@/lib/gateway/budget';
import { createLog } from '@/lib/gateway/log';
import { memoryLedger } from '@/lib/gateway/memory-ledger';
import { overNode } from '@/lib/gateway/over-node';
import { pageOverRoutes, type Handlers } from '@/lib/gateway/page-over-routes';
import { roadOverSockets } from '@/lib/peak/sockets';
import { shareGateway } from '@/lib/gateway/process-parts';
import { batchesSender } from '@/lib/gateway/send-batches';
import { answerJson, localUpstream } from '@/lib/peak/local-upstream';

/** Batches, the ledger and claims through the routes, over a real upstream, as the worker calls them. */
const TOKENS = { a: `demo-${crypto.randomUUID()}`, b: `demo-${crypto.randomUUID()}` };
let peak: Awaited<ReturnType<typeof localUpstream>>;
let routes: (readonly [RegExp, Handlers])[];
let stored: string[];

beforeAll(async () => {
  peak = await localUpstream((arrived, response) => {
    if (arrived.method === 'GET') return answerJson(response, 200, []);
    const [first] = (JSON.parse(String(arrived.body)) as { data: { ID: string }[] }).data;
    if (first?.ID === 'dead') return void response.destroy();
    stored.push(first?.ID ?? '');
    return first?.ID === 'bad'
      ? answerJson(response, 207, { failed: [{ index: 0, code: 'DI_E_1', message: 'bad is no id' }] })
      : answerJson(response, 200, { failed: [] });
  });
  vi.stubEnv('ONRAMP_SECRET', 'for-tests-'.repeat(4));
  vi.stubEnv('ONRAMP_SANDBOX_URL', peak.origin);
  vi.stubEnv('ONRAMP_SANDBOX_TOKEN_A', TOKENS.a);
  vi.stubEnv('ONRAMP_SANDBOX_TOKEN_B', TOKENS.b);
  const load = async (pattern: RegExp, module: Promise<object>) =>
    [pattern, (await module) as Handlers] as const;
  routes = await Promise.all([
    load(/^\/api\/session$/, import('./session/route')),
    load(/^\/api\/batches\/([^/]+)$/, import('./batches/[id]/route')),
    load(/^\/api\/tables\/([^/]+)\/batches$/, overNode(import('../../pages/api/tables/[table]/batches'))),
    load(/^\/api\/tables\/([^/]+)\/claim$/, import('./tables/[table]/claim/route')),
  ]);
});
beforeEach(() => {
  stored = [];
  const [log, budget] = [createLog('silent'), new RateBudget(1_000)];
  shareGateway({ log, budget, ledger: memoryLedger(), road: roadOverSockets() });
});
afterAll(() => peak.close());

async function worker(tenant: 'a' | 'b' = 'a') {
  const { gateway, fetcher } = pageOverRoutes(routes, []);
  const { connection } = await gateway.connect({ name: 'Sandbox', host: { kind: 'sandbox', tenant } });
  const send = batchesSender(fetcher, 10_000);
  const ledger = ledgerOver(fetcher);
  const place = { connectionId: connection.id, solutionName: 'QP' };
  return {
    send: (batchId: string, id: string) =>
      send({
        ...place,
        ...{ table: 'SALE', operation: 'APPEND', dryRun: false, batchId },
        body: new TextEncoder().encode(JSON.stringify([{ ID: id }])),
        signal: new AbortController().signal,
      }),
    ask: (batchId: string, era?: string) => ledger.ask({ ...place, batchId, era }),
    claim: (loadId: string) => ledger.claim({ ...place, table: 'SALE', loadId }),
  };
}

it('batches that travel together are answered each for itself, and remembered', async () => {
  const one = await worker();
  const answers = await Promise.all(
    ['good', 'bad', 'dead', 'fine', 'well'].map((id, at) => one.send(`load.${at}.1`, id)),
  );
  expect(answers).toMatchObject([
    { kind: 'answered', peakStatus: 200, waitedMs: 0 },
    { kind: 'answered', peakStatus: 207, failed: [{ index: 0, errors: [{ message: 'bad is no id' }] }] },
    { kind: 'no-answer', maybeStored: true },
    { kind: 'answered', peakStatus: 200 },
    { kind: 'answered', peakStatus: 200 },
  ]);
  expect(await one.ask('load.1.1')).toMatchObject({
    state: 'settled',
    answer: { peakStatus: 207, failed: [{ index: 0, errors: [{ code: 'DI_E_1', message: '' }] }], raw: '' },
  });
  expect(await one.ask('load.2.1')).toMatchObject({ state: 'settled', answer: { kind: 'no-answer' } });
});

it('a batch that arrives a second time is not passed on again', async () => {
  const one = await worker();
  await one.send('load.0.1', 'good');
  expect(await one.send('load.0.1', 'good')).toMatchObject({ kind: 'no-answer', maybeStored: true });
  expect(stored).toEqual(['good']);
});

it('a batch that never came is given up, and turned away when it comes after all', async () => {
  const one = await worker();
  const claim = await one.claim('load');
  expect(await one.ask('load.0.1', claim?.era)).toEqual({ state: 'never' });
  expect(await one.send('load.0.1', 'late')).toEqual({ kind: 'refused', code: 'batch-given-up' });
  expect(stored).toEqual([]);
});

it('a session of another connection is told nothing', async () => {
  const one = await worker();
  await one.send('load.0.1', 'good');
  expect(await (await worker('b')).ask('load.0.1')).toEqual({ state: 'unknown' });
});

it('two people loading one table over one connection are told of each other', async () => {
  expect(await (await worker()).claim('load')).toMatchObject({ others: 0 });
  expect(await (await worker()).claim('other-load')).toMatchObject({ others: 1 });
  expect(await (await worker('b')).claim('load-of-b')).toMatchObject({ others: 0 });
});
