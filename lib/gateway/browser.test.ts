import { describe, expect, it } from 'vitest';
import { ContractError, TransportError } from '../base/errors';
import { gatewayOver } from './browser';
import { GatewayFailure } from './failure';

const answering = (status: number, body: string) => gatewayOver(async () => new Response(body, { status }));
const refusal = (code: string, more: object = {}) =>
  JSON.stringify({ error: { code, requestId: 'r1', ...more } });
const request = {
  connectionId: `c${'0'.repeat(24)}`,
  solutionName: 'QP & co',
  table: 'QP_SALE_OOTB',
  operation: 'UPSERT' as const,
  dryRun: false,
  batchId: 'b1',
  body: new TextEncoder().encode('[{}]'),
  signal: new AbortController().signal,
};
const doubt = { kind: 'no-answer', reason: 'unreachable', maybeStored: true };

describe('gateway', () => {
  it('throws what our server refused, with its code and facts', async () => {
    const refused = answering(422, refusal('token-refused', { details: { status: 401 }, retryAfterMs: 5 }));
    const error = await refused.readSession().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GatewayFailure);
    expect(error).toMatchObject({
      code: 'token-refused',
      details: { status: 401 },
      retryAfterMs: 5,
      requestId: 'r1',
    });
  });

  it.each([
    [502, '<html>bad gateway</html>', TransportError],
    [500, '{"error":"Internal Server Error"}', TransportError],
    [200, '<html>', ContractError],
    [200, '{"ok":true}', ContractError],
  ])('tells a foreign answer (%i %s) from ours', async (status, body, kind) => {
    await expect(answering(status, body).readSession()).rejects.toBeInstanceOf(kind);
  });

  it('says why nothing came back', async () => {
    const broken = gatewayOver(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(broken.readSession()).rejects.toMatchObject({ name: 'TransportError', code: 'unreachable' });
    await expect(broken.readSession(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
    const slow = gatewayOver(() => Promise.reject(new DOMException('late', 'TimeoutError')));
    await expect(slow.readSession()).rejects.toMatchObject({ code: 'timeout' });
  });
});

describe('sendRows', () => {
  it('puts the envelope into the address and the bare rows into the body', async () => {
    const calls: [string, RequestInit][] = [];
    const answer = { kind: 'answered', peakStatus: 200, failed: [], raw: '' };
    const gateway = gatewayOver(async (path, init) => {
      calls.push([path, init]);
      return Response.json(answer);
    });
    expect(await gateway.sendRows(request)).toEqual(answer);
    expect(calls[0]?.[0]).toBe(
      '/api/tables/QP_SALE_OOTB/rows?solution=QP+%26+co&operation=UPSERT&dryRun=false&batch=b1',
    );
    expect(calls[0]?.[1].body).toBe(request.body);
  });

  it.each<[string, number, string, object]>([
    [
      'a refusal of ours',
      429,
      refusal('rate-budget', { retryAfterMs: 40 }),
      { kind: 'refused', code: 'rate-budget', retryAfterMs: 40 },
    ],
    ['a lost session', 401, refusal('connection-unknown'), { kind: 'refused', code: 'connection-unknown' }],
    ['a fault of ours, which may have come after the rows had left', 500, refusal('internal'), doubt],
    ['a balancer in our place', 502, '<html>', doubt],
    ['half an answer', 200, '{"kind":"answ', doubt],
    ['headers that Node refused to read', 431, '', { ...doubt, maybeStored: false }],
  ])('takes %s for what it is', async (_, status, body, expected) => {
    expect(await answering(status, body).sendRows(request)).toEqual(expected);
  });

  it('never rejects, and never claims that rows were not stored without proof', async () => {
    const failing = (error: Error) => gatewayOver(() => Promise.reject(error)).sendRows(request);
    expect(await failing(new TypeError('Failed to fetch'))).toEqual(doubt);
    expect(await failing(new DOMException('late', 'TimeoutError'))).toEqual({ ...doubt, reason: 'timeout' });
    const given = new AbortController();
    const stopped = gatewayOver(() => {
      given.abort();
      return Promise.reject(new DOMException('stop', 'AbortError'));
    });
    expect(await stopped.sendRows({ ...request, signal: given.signal })).toEqual({
      ...doubt,
      reason: 'aborted',
    });
    expect(await stopped.sendRows({ ...request, signal: AbortSignal.abort() })).toMatchObject({
      maybeStored: false,
    });
  });
});
