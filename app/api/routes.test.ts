import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasName } from '@/lib/base/errors';
import { RateBudget } from '@/lib/gateway/budget';
import { createLog } from '@/lib/gateway/log';
import { memoryLedger } from '@/lib/gateway/memory-ledger';
import { overNode } from '@/lib/gateway/over-node';
import type { Handlers, Routes } from '@/lib/gateway/page-over-routes';
import { pageOverRoutes } from '@/lib/gateway/page-over-routes';
import { roadOverSockets } from '@/lib/peak/sockets';
import { shareGateway } from '@/lib/gateway/process-parts';
import type { Arrived } from '@/lib/peak/local-upstream';
import { answerJson, localUpstream } from '@/lib/peak/local-upstream';

/**
 * Every route over a real upstream, called through our own browser client: what a page would see. The environment is
 * set before the routes are loaded, as `next start` has it.
 */
const TOKEN_A = `demo-${crypto.randomUUID()}`;
const MADE_UP = `pat-${crypto.randomUUID()}`;
const COLUMNS = [{ columnName: 'SALE_ID', dataType: 'string', validations: [{ type: 'required' }] }];
const SOLUTION = {
  solutionName: 'QP_OOTB',
  prefix: 'QP_',
  suffix: '_OOTB',
  targetSchemaName: 'STAGE',
  tableCount: 1,
};

type Upstream = Awaited<ReturnType<typeof localUpstream>>;

const printed: string[] = [];
const seen: string[] = [];
let answer: (arrived: Arrived, response: ServerResponse) => void;
let peak: Upstream;
let routes: Routes;

const browser = (headers: Record<string, string> = {}) => pageOverRoutes(routes, seen, headers);

async function connected() {
  const page = browser();
  const { connection } = await page.gateway.connect({
    name: 'Sandbox',
    host: { kind: 'sandbox', tenant: 'a' },
  });
  return { ...page, id: connection.id };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no failure',
    (error: unknown) =>
      hasName(error, 'GatewayFailure') && 'code' in error ? String(error.code) : String(error),
  );
}

beforeAll(async () => {
  peak = await localUpstream((arrived, response) => answer(arrived, response));
  vi.stubEnv('ONRAMP_SECRET', 'for-tests-'.repeat(4));
  vi.stubEnv('ONRAMP_SANDBOX_URL', peak.origin);
  vi.stubEnv('ONRAMP_SANDBOX_TOKEN_A', TOKEN_A);
  vi.stubEnv('ONRAMP_TIMEOUT_MS', '2000');
  const destination = { write: (line: string) => void printed.push(line) };
  shareGateway({
    log: createLog('trace', destination),
    budget: new RateBudget(1_000),
    ledger: memoryLedger(),
    road: roadOverSockets(),
  });
  const load = async (pattern: RegExp, module: Promise<object>) =>
    [pattern, (await module) as Handlers] as const;
  routes = await Promise.all([
    load(/^\/api\/session$/, import('./session/route')),
    load(/^\/api\/solutions$/, import('./solutions/route')),
    load(/^\/api\/schema$/, import('./schema/route')),
    load(/^\/api\/schema\/rollout$/, import('./schema/rollout/route')),
    load(/^\/api\/tables\/([^/]+)\/rows$/, overNode(import('../../pages/api/tables/[table]/rows'))),
    load(/^\/api\/tables\/([^/]+)\/attributes$/, import('./tables/[table]/attributes/route')),
    load(/^\/api\/health$/, import('./health/route')),
  ]);
});

beforeEach(() => {
  answer = (arrived, response) => {
    if (arrived.headers.authorization !== TOKEN_A)
      answerJson(response, 401, { message: `no: ${arrived.headers.authorization}` });
    else if (arrived.path === '/api/v2/schema/solutions') answerJson(response, 200, [SOLUTION]);
    else if (arrived.method === 'GET')
      answerJson(response, 200, { ...SOLUTION, tables: [{ tableName: 'QP_SALE_OOTB', columns: COLUMNS }] });
    else answerJson(response, 200, { failed: [], successfulObjects: ['SALE'], failedObjects: [] });
  };
  peak.arrived.length = 0;
});
afterAll(() => peak.close());

describe('session', () => {
  it('proves the sandbox, remembers it, names it without its token, and forgets it', async () => {
    const { gateway, jar, id } = await connected();
    expect(jar.size).toBe(1);
    expect(await gateway.readSession()).toMatchObject({
      connections: [{ id, name: 'Sandbox', host: peak.origin, hostKind: 'sandbox' }],
      hosts: { sandbox: true },
      limits: { rowsPerBatch: 500, maxBodyBytes: 998_976 },
    });
    expect(await gateway.forget(id)).toEqual({ forgotten: [id] });
    expect(jar.size).toBe(0);
    expect(await codeOf(gateway.readSolutions(id))).toBe('connection-unknown');
  });

  it.each<[string, string | undefined]>([
    ['token-empty', undefined],
    ['token-bearer-prefix', `Bearer ${MADE_UP}`],
    ['token-malformed', `${MADE_UP} ${MADE_UP}`],
    ['token-wrong-kind', `{"access_token":"${MADE_UP}"}`],
  ])('answers %s before anybody is asked', async (code, token) => {
    const { gateway, jar } = browser();
    expect(
      await codeOf(gateway.connect({ name: 'x', host: { kind: 'hub' }, ...(token ? { token } : {}) })),
    ).toBe(code);
    expect([peak.arrived.length, jar.size]).toEqual([0, 0]);
  });

  it('refuses hosts it was not told of', async () => {
    const { gateway } = browser();
    const token = MADE_UP;
    const regional = { kind: 'regional', cluster: 'evil.com#' } as const;
    expect(await codeOf(gateway.connect({ name: 'x', host: regional, token }))).toBe('host-malformed');
    const allowed = { kind: 'allowed', origin: peak.origin } as const;
    expect(await codeOf(gateway.connect({ name: 'x', host: allowed, token }))).toBe('host-not-allowed');
    expect(await codeOf(gateway.connect({ name: 'x', host: { kind: 'sandbox', tenant: 'b' } }))).toBe(
      'sandbox-off',
    );
  });

  it('seals nothing that Peak refuses', async () => {
    answer = (_, response) => answerJson(response, 401, { message: `unknown token ${TOKEN_A}` });
    const { gateway, jar } = browser();
    expect(await codeOf(gateway.connect({ name: 'x', host: { kind: 'sandbox', tenant: 'a' } }))).toBe(
      'token-refused',
    );
    expect(jar.size).toBe(0);
  });

  it('answers nobody but its own pages', async () => {
    const { gateway } = browser({ origin: 'https://evil.com', 'sec-fetch-site': 'cross-site' });
    expect(await codeOf(gateway.forget())).toBe('origin-refused');
    expect(await codeOf(gateway.readSession())).toBe('origin-refused');
    expect(await gateway.readHealth()).toMatchObject({ ok: true });
  });
});

describe('schemas', () => {
  it('lists solutions and reads one', async () => {
    const { gateway, id } = await connected();
    expect(await gateway.readSolutions(id)).toMatchObject({
      solutions: [{ solutionName: 'QP_OOTB', prefix: 'QP_' }],
      raw: [SOLUTION],
    });
    const { schema } = await gateway.readSchema(id, 'QP_OOTB');
    expect(schema).toMatchObject({
      solution: { suffix: '_OOTB' },
      tables: [{ name: 'QP_SALE_OOTB', objectName: 'SALE' }],
    });
  });

  it('saves a built-in standard schema, and says which it has not', async () => {
    const { gateway, id } = await connected();
    const saved = await gateway.saveSchema(id, {
      appName: 'quote-pricing',
      appVersion: '1.0.0',
      dryRun: true,
    });
    expect(saved).toMatchObject({ outcome: 'would-save', peakStatus: 200 });
    const sent = JSON.parse(peak.arrived.at(-1)?.body.toString() ?? '') as { schemaDefinition: string };
    expect(JSON.parse(sent.schemaDefinition)).toContainEqual(
      expect.objectContaining({ primaryKey: expect.any(Array) as unknown }),
    );
    expect(
      await codeOf(gateway.saveSchema(id, { appName: 'nothing', appVersion: '1.0.0', dryRun: true })),
    ).toBe('model-unknown');
  });

  it('rolls out and adds a column', async () => {
    const { gateway, id } = await connected();
    const { tableCount: _, ...names } = SOLUTION;
    expect(
      await gateway.rollOut(id, { ...names, appName: 'quote-pricing', appVersion: '1.0.0' }),
    ).toMatchObject({ successful: ['QP_SALE_OOTB'], failed: [] });
    const column = {
      solutionName: 'QP_OOTB',
      columnName: 'NOTE',
      dataType: 'string',
      required: false,
      nonNull: false,
    } as const;
    expect(await gateway.addAttribute(id, 'QP_SALE_OOTB', column)).toMatchObject({ peakStatus: 200 });
    expect(await codeOf(gateway.addAttribute(id, 'QP SALE', column))).toBe('request-malformed');
  });

  it('wants to know the connection', async () => {
    const { gateway } = browser();
    expect(await codeOf(gateway.readSolutions(''))).toBe('connection-required');
    expect(await codeOf(gateway.readSolutions(`c${'0'.repeat(24)}`))).toBe('connection-unknown');
  });
});

describe('rows', () => {
  const send = (page: Awaited<ReturnType<typeof connected>>, body: string, extra: object = {}) =>
    page.gateway.sendRows({
      connectionId: page.id,
      solutionName: 'QP_OOTB',
      table: 'QP_SALE_OOTB',
      operation: 'APPEND',
      dryRun: true,
      batchId: 'b1',
      body: new TextEncoder().encode(body),
      signal: new AbortController().signal,
      ...extra,
    });

  it('passes the bytes on as they are', async () => {
    const rows = '[ {"SALE_ID":"é", "PRICE":12345678901234567890.12345678900} ]';
    expect(await send(await connected(), rows)).toMatchObject({
      kind: 'answered',
      peakStatus: 200,
      failed: [],
    });
    expect(peak.arrived.at(-1)?.path).toBe('/api/v2/objects/QP_SALE_OOTB');
    expect(peak.arrived.at(-1)?.body.toString()).toBe(
      `{"solutionName":"QP_OOTB","operationType":"APPEND","dryRun":true,"data":${rows}}`,
    );
  });

  it.each<[string, string, object]>([
    ['request-malformed', '[{}],"operationType":"UPSERT","x":[{}]', {}],
    ['request-malformed', '{"SALE_ID":"1"}', {}],
    ['request-malformed', '[1]', {}],
    ['request-malformed', '[[]]', {}],
    ['request-malformed', '[]', {}],
    ['request-malformed', '', {}],
    ['request-malformed', '\ufeff[{}]', {}],
    ['request-malformed', '[{}]', { table: '../schema' }],
    ['request-malformed', '[{}]', { solutionName: '' }],
    ['body-too-large', `[${'{},'.repeat(2_000)}{}]`, {}],
    ['body-too-large', `[{"A":"${'x'.repeat(1_000_000)}"}]`, {}],
    ['body-too-large', `[{"A":"${'x'.repeat(999_950)}"}]`, {}],
    ['connection-unknown', '[{}]', { connectionId: `c${'0'.repeat(24)}` }],
  ])('refuses as %s what must not reach Peak (%.40j)', async (code, body, extra) => {
    const page = await connected();
    peak.arrived.length = 0;
    expect(await send(page, body, extra)).toMatchObject({ kind: 'refused', code });
    expect(peak.arrived).toEqual([]);
  });

  it('hands on part and whole refusals, waiting times and lost answers as values', async () => {
    const page = await connected();
    answer = (_, response) =>
      answerJson(response, 207, {
        failed: [{ index: 0, errors: [{ code: 'DI_E_1', message: 'no' }] }],
        accepted: 1,
      });
    expect(await send(page, '[{},{}]')).toMatchObject({
      peakStatus: 207,
      accepted: 1,
      failed: [{ index: 0, errors: [{ code: 'DI_E_1' }] }],
    });
    answer = (_, response) => void response.writeHead(429, { 'retry-after': '2' }).end();
    expect(await send(page, '[{}]')).toMatchObject({ peakStatus: 429, retryAfterMs: 2000 });
    answer = (_, response) => void response.destroy();
    expect(await send(page, '[{}]')).toEqual({ kind: 'no-answer', reason: 'unreachable', maybeStored: true });
  });

  it('never started a request that was given up before', async () => {
    const signal = AbortSignal.abort();
    expect(await send(await connected(), '[{}]', { signal })).toEqual({
      kind: 'no-answer',
      reason: 'aborted',
      maybeStored: false,
    });
  });
});

describe('tokens', () => {
  it('are in no answer, header, address or log line of all of the above', () => {
    const everything = [...seen, ...printed].join('\n');
    expect(printed.join('')).toContain('"route":"rows.send"');
    expect(seen.length).toBeGreaterThan(50);
    for (const token of [TOKEN_A, MADE_UP]) expect(everything).not.toContain(token);
    expect(printed.join('')).not.toContain('SALE_ID');
  });
});
