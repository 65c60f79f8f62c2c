import type { ServerResponse } from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { PeakAnswer } from './call';
import { blot, callPeak, surelyNotSent } from './call';
import { peakClient } from './client';
import { TransportError } from '../base/errors';
import { addAttributeRequest } from './contract/add-attribute';
import { envelopeAround, sendRows } from './ingest';
import type { Arrived } from './local-upstream';
import { answerJson, localUpstream } from './local-upstream';
import { roadOverSockets } from './sockets';

const TOKEN = 'pat-0123456789-"quoted"';
const now = () => Date.UTC(2026, 10, 23);
const road = roadOverSockets();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function upstream(answer: (arrived: Arrived, response: ServerResponse) => void) {
  const server = await localUpstream(answer);
  open.push(server);
  const access = { origin: server.origin, token: TOKEN };
  const to = { road, access, path: '/api/v2/objects/QP_SALE_OOTB', timeoutMs: 2_000, now };
  return { ...server, access, to, client: peakClient({ road, access, timeoutMs: 2_000, now }) };
}
const always = (status: number, body: unknown) =>
  upstream((_, response) => answerJson(response, status, body));
const ROWS = new TextEncoder().encode('[{"PRICE":12345678901234567890.1234567890}]');
const BODY = envelopeAround({ solutionName: 'QP"}', operationType: 'UPSERT', dryRun: false }, ROWS);

describe('callPeak', () => {
  it('sends the raw token, JSON, and no header of its own making besides', async () => {
    const peak = await always(200, []);
    await peak.client.listSolutions();
    const [arrived] = peak.arrived;
    expect(arrived?.headers.authorization).toBe(TOKEN);
    expect(arrived?.path).toBe('/api/v2/schema/solutions');
    expect(Object.keys(arrived?.headers ?? {})).not.toEqual(expect.arrayContaining(['cookie', 'origin']));
    expect(arrived?.headers).not.toHaveProperty('x-auth-tenant');
  });

  it('adds both tenant headers when they are configured', async () => {
    const peak = await always(200, []);
    const tenant = { name: 'acme', id: '42' };
    await callPeak(road, { ...peak.access, tenant }, { method: 'GET', path: '/' });
    expect(peak.arrived[0]?.headers).toMatchObject({ 'x-auth-tenant': 'acme', 'x-auth-tenantid': '42' });
  });

  it.each([301, 302, 303, 307, 308])(
    'does not follow a %i, so the token stays where it was sent',
    async (status) => {
      const elsewhere = await always(200, []);
      const peak = await upstream((_, response) => {
        response.writeHead(status, { location: `${elsewhere.origin}/caught` }).end();
      });
      expect(await peak.client.listSolutions()).toMatchObject({
        ok: false,
        error: { code: 'peak-redirected' },
      });
      const sent = await sendRows(peak.to, BODY, 1);
      expect(sent).toEqual({ kind: 'no-answer', reason: 'redirected', maybeStored: status < 307 });
      expect(elsewhere.arrived).toEqual([]);
    },
  );

  it('blots the token out of whatever a service quotes', async () => {
    const peak = await always(401, { message: `bad header ${TOKEN}` });
    expect(JSON.stringify(await peak.client.listSolutions())).not.toContain('0123456789');
    expect(blot('an a stays', 'a')).toBe('an a stays');
  });

  it('stops reading an answer without end', async () => {
    const peak = await upstream((_, response) => {
      const piece = Buffer.alloc(1_000_000, 0x20);
      const push = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', push);
      };
      response.writeHead(200);
      push();
    });
    const answer: PeakAnswer = await callPeak(road, peak.access, { method: 'GET', path: '/' });
    expect(answer.cut).toBe(true);
    expect(answer.text.length).toBeLessThanOrEqual(8_000_000);
  });
});

describe('peakClient', () => {
  it.each([
    [401, 'token-refused'],
    [403, 'token-forbidden'],
    [404, 'peak-not-found'],
    [400, 'peak-refused'],
    [422, 'peak-refused'],
    [500, 'peak-failed'],
    [503, 'peak-failed'],
  ])('names a %i %s and keeps what Peak said', async (status, code) => {
    const peak = await always(status, { error: { code: 'DI_E_1', message: 'because' } });
    expect(await peak.client.readSchema('QP_OOTB')).toMatchObject({
      ok: false,
      error: { code, details: { status, peakCode: 'DI_E_1', peakMessage: 'because', host: peak.origin } },
    });
  });

  it('reads how long to wait', async () => {
    const peak = await upstream((_, response) => {
      response.writeHead(429, { 'retry-after': '3' }).end();
    });
    expect(await peak.client.listSolutions()).toMatchObject({
      error: { code: 'peak-rate', retryAfterMs: 3000 },
    });
  });

  it('tells an answer that never comes from a host that is not there', async () => {
    const silent = await upstream(() => undefined);
    const client = peakClient({ road, access: silent.access, timeoutMs: 50, now });
    expect(await client.listSolutions()).toMatchObject({ error: { code: 'peak-timeout' } });
    await silent.close();
    const gone = { error: { code: 'peak-unreachable', details: { cause: 'ECONNREFUSED' } } };
    expect(await client.listSolutions()).toMatchObject(gone);
  });

  it.each(['<html>', '{}', '{"solutions":[{}]}'])('calls %s an answer it does not know', async (text) => {
    const peak = await upstream((_, response) => void response.end(text));
    expect(await peak.client.listSolutions()).toMatchObject({ error: { code: 'peak-shape' } });
  });

  it('looks prefix and suffix up where the schema does not name them', async () => {
    const columns = [{ columnName: 'A', dataType: 'string' }];
    const peak = await upstream((arrived, response) => {
      const list = [{ solutionName: 'QP & co', prefix: 'QP_', suffix: '_X', targetSchemaName: 'STAGE' }];
      const isList = arrived.path.endsWith('/solutions');
      answerJson(response, 200, isList ? list : { tables: [{ objectName: 'SALE', columns }] });
    });
    expect(await peak.client.readSchema('QP & co')).toMatchObject({
      value: { schema: { solution: { prefix: 'QP_' }, tables: [{ name: 'QP_SALE_X' }] } },
    });
    expect(peak.arrived[0]?.path).toBe('/api/v2/schema?solutionName=QP+%26+co');
  });

  it.each([
    [201, {}, false, 'saved'],
    [200, {}, true, 'would-save'],
    [409, {}, false, 'exists'],
    [400, { message: 'appName and appVersion already exist' }, true, 'exists'],
  ])('takes %i %j (dry run %s) for %s', async (status, body, dryRun, outcome) => {
    const peak = await always(status, body);
    const request = { appName: 'quote-pricing', appVersion: '1.0.0', dryRun };
    expect(await peak.client.saveSchema(request, '[]')).toMatchObject({
      value: { outcome, peakStatus: status },
    });
    expect(JSON.parse(peak.arrived[0]?.body.toString() ?? '')).toEqual({
      ...request,
      schemaDefinition: '[]',
    });
  });

  const rollout = {
    solutionName: 'QP_OOTB',
    prefix: 'QP_',
    suffix: '_OOTB',
    appName: 'quote-pricing',
    appVersion: '1.0.0',
    targetSchemaName: 'STAGE',
  };
  it.each([
    [
      207,
      { successfulObjects: ['SALE'], failedObjects: [{ objectName: 'QUOTE', message: 'no' }] },
      { successful: ['QP_SALE_OOTB'], failed: [{ name: 'QP_QUOTE_OOTB', message: 'no' }] },
    ],
    [409, { message: 'solution exists' }, { alreadyRolledOut: true, successful: [], failed: [] }],
    [500, { failedObjects: ['SALE'] }, { failed: [{ name: 'QP_SALE_OOTB' }] }],
  ])('reads a rollout answered with %i', async (status, body, expected) => {
    const peak = await always(status, body);
    expect(await peak.client.rollOut(rollout)).toMatchObject({
      ok: true,
      value: { ...expected, peakStatus: status },
    });
  });

  it('adds a column with the validations every column needs', async () => {
    const peak = await always(201, { ok: true });
    const request = {
      solutionName: 'QP_OOTB',
      columnName: 'SEEN_AT',
      required: true,
      nonNull: true,
    } as const;
    await peak.client.addAttribute('QP_SALE_OOTB', { ...request, dataType: 'datetime' });
    expect(peak.arrived[0]?.path).toBe('/api/v2/schema/QP_SALE_OOTB/add-attribute');
    expect(addAttributeRequest.parse(JSON.parse(peak.arrived[0]?.body.toString() ?? ''))).toEqual({
      solutionName: 'QP_OOTB',
      columnName: 'SEEN_AT',
      dataType: 'datetime',
      validations: [
        { type: 'required' },
        { type: 'nonNull' },
        { type: 'timestampFormat', format: 'YYYY-MM-DD HH:MI:SS' },
      ],
    });
  });

  it('does not take a bare 500 for a rollout', async () => {
    const peak = await always(500, { message: 'it exists no more' });
    expect(await peak.client.rollOut(rollout)).toMatchObject({ error: { code: 'peak-failed' } });
  });
});

describe('sendRows', () => {
  it('passes the very bytes on inside the envelope', async () => {
    const peak = await always(200, { failed: [] });
    expect(await sendRows(peak.to, BODY, 1)).toMatchObject({ kind: 'answered', peakStatus: 200, failed: [] });
    expect(peak.arrived[0]?.body.toString()).toBe(
      '{"solutionName":"QP\\"}","operationType":"UPSERT","dryRun":false,"data":[{"PRICE":12345678901234567890.1234567890}]}',
    );
  });

  it('says when nothing is known but the status', async () => {
    const peak = await upstream((_, response) => void response.writeHead(207).end('<html>half'));
    expect(await sendRows(peak.to, BODY, 1)).toMatchObject({
      peakStatus: 207,
      unreadable: true,
      raw: '<html>half',
    });
  });

  it.each([
    ['', true],
    [' \n', true],
    ['OK', true],
    ['"Accepted."', true],
    ['null', true],
    ['Data accepted', true],
    ['Blocked', false],
    ['Access denied. Please sign in', false],
    ['"Please sign in"', false],
    ['<!doctype html>', false],
    ['{"failed":[{"ind', false],
  ])('tells an answer without a word from one whose words are no JSON: %j', async (text, wordless) => {
    const peak = await upstream((_, response) => void response.writeHead(200).end(text));
    const answer = await sendRows(peak.to, BODY, 1);
    expect(answer).toMatchObject({ peakStatus: 200, unreadable: true, ...(wordless ? { wordless } : {}) });
    expect('wordless' in answer).toBe(wordless);
  });

  it('keeps the error that an answer carries although its status is that of a success', async () => {
    const peak = await always(200, { success: false, error: { code: 'X', message: 'timed out' } });
    const error = { code: 'X', message: 'timed out' };
    expect(await sendRows(peak.to, BODY, 1)).toMatchObject({ peakStatus: 200, error });
  });

  it('holds it possible that rows were stored when the answer is lost', async () => {
    const peak = await upstream((_, response) => void response.destroy());
    const lost = { kind: 'no-answer', reason: 'unreachable', maybeStored: true };
    expect(await sendRows(peak.to, BODY, 1)).toEqual(lost);
    const half = await upstream((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"fai');
      response.socket?.end();
    });
    expect(await sendRows(half.to, BODY, 1)).toEqual(lost);
  });

  it('knows that a refused connection stored nothing', async () => {
    const peak = await always(200, {});
    await peak.close();
    expect(await sendRows(peak.to, BODY, 1)).toEqual({
      kind: 'no-answer',
      reason: 'unreachable',
      maybeStored: false,
    });
  });

  it.each(['ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])(
    'holds it possible after %s, which comes late on a connection that was there, too',
    (code) => {
      const cause = Object.assign(new Error(`read ${code}`), { code, syscall: 'read' });
      expect(surelyNotSent(new TransportError('unreachable', 'x', { cause }))).toBe(false);
    },
  );

  it('knows that a connection which was still being made when patience ended stored nothing', async () => {
    const silent = net.createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => new Promise((resolve) => silent.close(() => resolve())) });
    const { port } = silent.address() as AddressInfo;
    const access = { origin: `https://127.0.0.1:${port}`, token: TOKEN };
    const to = { road, access, path: '/', timeoutMs: 300, now };
    expect(await sendRows(to, BODY, 1)).toEqual({
      kind: 'no-answer',
      reason: 'timeout',
      maybeStored: false,
    });
  });
});
