import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import { RateBudget } from './budget';
import type { Call } from './call';
import { createLog } from './log';
import { memoryLedger } from './memory-ledger';
import type { LinesReply, NodeRequest } from './node-route';
import { nodeRoute } from './node-route';
import type { Problem } from './problem';
import { problem } from './problem';
import { roadOverSockets } from '../peak/sockets';
import { shareGateway } from './process-parts';

/** Node's own door, over real sockets. */
type Handle = (call: Call, table: string) => Promise<Result<LinesReply, Problem>>;

interface Exchange {
  readonly request: NodeRequest;
  readonly response: ServerResponse;
}

const LIMIT = 200_000;
const logged: string[] = [];
let handle: Handle;
let before: (exchange: Exchange) => Promise<void>;
/** The last exchange, once its request has arrived. */
let begun: Promise<Exchange>;
let ended: Promise<void>;
let port = 0;

const server = createServer();

async function serve({ request, response }: Exchange): Promise<void> {
  await before({ request, response });
  return nodeRoute('rows.send', { changes: true }, (call, table) => handle(call, table))(request, response);
}

function awaitExchange(): void {
  begun = once(server, 'request').then(([request, response]) => ({
    request: Object.assign(request as IncomingMessage, { query: { table: 'SALE' } }),
    response: response as ServerResponse,
  }));
  ended = begun.then(serve);
}

beforeAll(async () => {
  vi.stubEnv('ONRAMP_SECRET', 'for-tests-'.repeat(4));
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const road = roadOverSockets();
  shareGateway({ log, road, budget: new RateBudget(1_000), ledger: memoryLedger() });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  logged.length = 0;
  before = async () => undefined;
  awaitExchange();
  handle = async (call, table) => {
    const read = await call.bytes(LIMIT);
    return read.ok ? ok({ body: { table, size: read.value.byteLength, query: call.query } }) : read;
  };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ours = { 'sec-fetch-site': 'same-origin', 'x-onramp-request': '1' };

function post(
  body: Buffer,
  headers: Record<string, string> = ours,
  method = 'POST',
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: '/api/tables/SALE/rows?batch=a.1&solution=Q%26P',
      method,
    };
    const sent = ask({ ...options, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject).end(body);
  });
}

/** A request whose body stops in its middle. */
async function halfSent(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  const headers = Object.entries({ ...ours, host: 'localhost', 'content-length': '1000' });
  socket.write(
    `POST /rows HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  socket.write('x'.repeat(100));
  await once(socket, 'connect');
  return socket;
}

it('reads a body of many pieces, the query and the table', async () => {
  const { status, headers, text } = await post(Buffer.alloc(LIMIT, 'x'));
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  expect(JSON.parse(text)).toEqual({
    table: 'SALE',
    size: LIMIT,
    query: { batch: 'a.1', solution: 'Q&P' },
  });
});

it.each([
  ['announced', { ...ours, 'content-length': String(40 * LIMIT) }],
  ['not announced', { ...ours, 'transfer-encoding': 'chunked' }],
])('answers a body that is too large, %s, while the rest of it is still coming', async (_, headers) => {
  const { status, text } = await post(Buffer.alloc(40 * LIMIT), headers);
  expect(status).toBe(413);
  expect(JSON.parse(text)).toMatchObject({ error: { code: 'body-too-large', details: { maxBytes: LIMIT } } });
});

it('refuses a foreign page and any other method', async () => {
  const foreign = await post(Buffer.from('[]'), { ...ours, 'sec-fetch-site': 'cross-site' });
  awaitExchange();
  expect([foreign.status, JSON.parse(foreign.text)]).toMatchObject([
    403,
    { error: { code: 'origin-refused' } },
  ]);
  expect(await post(Buffer.from(''), ours, 'PUT')).toMatchObject({ status: 405, headers: { allow: 'POST' } });
});

it('says what is asked to wait how long', async () => {
  handle = async () => ({ ok: false, error: { ...problem('rate-budget').error, retryAfterMs: 1_200 } });
  expect(await post(Buffer.from('[]'))).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
});

it('ends when the browser goes away in the middle of the body', async () => {
  const reading = new Promise<void>((resolve) => {
    handle = async (call) => {
      const read = call.bytes(LIMIT);
      resolve();
      return (await read).ok ? ok({ body: null }) : problem('body-too-large');
    };
  });
  const socket = await halfSent();
  await reading;
  socket.destroy();
  await ended;
  expect(logged.join('')).toContain('"code":"internal"');
});

it('ends when the browser is gone before anybody reads', async () => {
  const socket = await halfSent();
  before = async ({ request }) => {
    socket.destroy();
    await new Promise((resolve) => request.once('close', resolve));
  };
  await begun;
  await ended;
  expect(logged.join('')).toContain('"code":"internal"');
});

it('tells lines as they come, and goes on to the last when the browser is gone', async () => {
  const goOn: (() => void)[] = [];
  const told: number[] = [];
  handle = async () =>
    ok({
      body: null,
      lines: async (tell) => {
        for (const n of [1, 2, 3]) {
          tell({ n });
          told.push(n);
          await new Promise<void>((resolve) => goOn.push(resolve));
        }
      },
    });
  const sent = ask({ host: '127.0.0.1', port, path: '/', method: 'POST', headers: ours }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  expect(String((await once(answer, 'data'))[0])).toBe('{"n":1}\n');
  const { response } = await begun;
  const left = once(response, 'close');
  answer.on('error', () => undefined).destroy();
  await left;
  for (let n = 0; n < 3; n += 1) {
    goOn[n]?.();
    await vi.waitFor(() => expect(goOn.length).toBeGreaterThan(Math.min(n + 1, 2)));
  }
  await ended;
  expect(told).toEqual([1, 2, 3]);
});
