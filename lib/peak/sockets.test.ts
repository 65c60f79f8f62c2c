import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_ANSWER_BYTES } from './limits';
import type { Arrived } from './local-upstream';
import { localUpstream } from './local-upstream';
import { overFetch, wasNeverConnected } from './road';
import { roadOverSockets } from './sockets';

const overSockets = roadOverSockets();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function upstream(answer: (arrived: Arrived, response: ServerResponse) => void) {
  const server = await localUpstream(answer);
  open.push(server);
  return server;
}
/** A listener that speaks no HTTP of its own; what it was told, byte for byte, is kept. */
async function bareSocket(met: (socket: Socket) => void) {
  const told: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('data', (part: Buffer) => told.push(part)));
    met(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, told: () => Buffer.concat(told).toString('latin1') };
}
const post = (body: string, signal = new AbortController().signal) =>
  ({
    method: 'POST',
    headers: { authorization: 't' },
    body: [new TextEncoder().encode(body)],
    signal,
  }) as const;

describe.each([
  ['fetch', overFetch(fetch)],
  ['sockets', overSockets],
])('the road over %s', (_, road) => {
  it('brings the very bytes there, and status, wait and text back', async () => {
    const peak = await upstream((arrived, response) => {
      response.writeHead(429, { 'retry-after': '7', date: 'then' }).end(`got ${arrived.body.toString()}`);
    });
    expect(await road(`${peak.origin}/a?b=c`, post('[{"N":1.10}]'))).toEqual({
      status: 429,
      retryAfter: '7',
      date: 'then',
      text: 'got [{"N":1.10}]',
      cut: false,
    });
    expect(peak.arrived[0]).toMatchObject({ method: 'POST', path: '/a?b=c' });
    expect(peak.arrived[0]?.headers).toMatchObject({ authorization: 't', 'content-length': '12' });
  });

  it('keeps characters whole that come in two pieces', async () => {
    const [text, cutAt] = ['grün', 3];
    const peak = await upstream((_arrived, response) => {
      const bytes = Buffer.from(text);
      response.write(bytes.subarray(0, cutAt), () => response.end(bytes.subarray(cutAt)));
    });
    expect((await road(peak.origin, post('[]'))).text).toBe(text);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads an answer in %s', async (encoding, packed) => {
    const peak = await upstream((_arrived, response) => {
      response.writeHead(207, { 'content-encoding': encoding }).end(packed('{"failed":[]}'));
    });
    expect(await road(peak.origin, post('[]'))).toMatchObject({ text: '{"failed":[]}', cut: false });
  });

  it('stops at an answer without end', async () => {
    const peak = await upstream((_arrived, response) => {
      const piece = Buffer.alloc(1_000_000, 0x20);
      const push = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', push);
      };
      push();
    });
    const answer = await road(peak.origin, post('[]'));
    expect(answer.cut).toBe(true);
    expect(answer.text.length).toBeLessThanOrEqual(MAX_ANSWER_BYTES);
  });

  it('rejects when it is given up, before its answer and in the middle of it', async () => {
    for (const begins of [false, true]) {
      const stop = new AbortController();
      const peak = await upstream((_arrived, response) => {
        if (begins) response.writeHead(200).write('{', () => stop.abort());
        else stop.abort();
      });
      await expect(road(peak.origin, post('[]', stop.signal))).rejects.toThrow();
    }
  });

  it('rejects half an answer', async () => {
    const peak = await upstream((_arrived, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"fai');
      response.socket?.end();
    });
    await expect(road(peak.origin, post('[]'))).rejects.toThrow();
  });
});

describe('the road over sockets', () => {
  it('rejects a peer that wants to speak another protocol instead of answering', async () => {
    const peer = await bareSocket((socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n'),
      ),
    );
    await expect(overSockets(`http://${peer.address}`, post('[]'))).rejects.toThrow();
  });

  it.each([
    ['gzip', gzipSync('{"failed":[]}').subarray(0, 12)],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
    ['gzip, gzip', gzipSync(gzipSync('{}'))],
  ])('does not take for empty what it cannot unpack: %s', async (encoding, packed) => {
    const peak = await upstream((_arrived, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(packed);
    });
    const { text, cut } = await overSockets(peak.origin, post('[]'));
    expect([cut, text.length > 0]).toEqual([true, true]);
  });

  it.each([
    ['utf-8', '{"failed":[]}'],
    ['', '{"failed":[]}'],
    ['gzip', '{"failed":[]}'],
    ['gzip, identity', gzipSync('{"failed":[]}')],
    ['identity, ', '{"failed":[]}'],
  ])('reads good JSON whatever it is said to be packed in: %j', async (encoding, body) => {
    const peak = await upstream((_arrived, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    expect(await overSockets(peak.origin, post('[]'))).toMatchObject({ text: '{"failed":[]}', cut: false });
  });

  it('hangs up on a redirect, whose body may have no end', async () => {
    const hungUp = new Promise<void>((resolve) => {
      void upstream((_arrived, response) => {
        response.writeHead(307, { location: '/there' }).write(' ');
        response.on('close', resolve);
      }).then(({ origin }) => overSockets(origin, post('[]')));
    });
    await hungUp;
  });
});

describe('that no connection was made', () => {
  const brokenBy = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('is said of a port where nobody listens', async () => {
    const peer = await localUpstream(() => undefined);
    await peer.close();
    expect(wasNeverConnected(await brokenBy(overSockets(peer.origin, post('[]'))))).toBe(true);
  });

  it('is said of a peer that breaks off or keeps silent before the secrets are agreed on', async () => {
    const rude = await bareSocket((socket) => socket.once('data', () => socket.destroy()));
    expect(wasNeverConnected(await brokenBy(overSockets(`https://${rude.address}`, post('[]'))))).toBe(true);
    const stop = new AbortController();
    const silent = await bareSocket((socket) => socket.once('data', () => stop.abort()));
    const given = overSockets(`https://${silent.address}`, post('[{"N":1}]', stop.signal));
    expect(wasNeverConnected(await brokenBy(given))).toBe(true);
    expect(silent.told()).not.toContain('"N"');
  });

  it('is not said where the connection breaks later, nor of one that is used again', async () => {
    const rude = await bareSocket((socket) => socket.once('data', () => socket.destroy()));
    expect(wasNeverConnected(await brokenBy(overSockets(`http://${rude.address}`, post('[]'))))).toBe(false);
    const road = roadOverSockets();
    const once = await bareSocket((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
        socket.once('data', () => socket.destroy());
      });
    });
    await road(`http://${once.address}`, post('1'));
    expect(wasNeverConnected(await brokenBy(road(`http://${once.address}`, post('2'))))).toBe(false);
  });
});

describe('connections', () => {
  /** How many connections three requests in a row take. */
  async function taken(road: ReturnType<typeof roadOverSockets>): Promise<number> {
    const server = createServer((request, response) => request.resume().on('end', () => response.end('{}')));
    let connections = 0;
    server.on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({
      close: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve());
        }),
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    for (let n = 0; n < 3; n += 1) await road(`http://127.0.0.1:${port}`, post('[]'));
    return connections;
  }

  it('are used again', async () => {
    expect(await taken(roadOverSockets())).toBe(1);
  });

  it('are not used again once they lay idle for too long, whether their timer has run or not', async () => {
    expect(await taken(roadOverSockets({ NO_PROXY: [] }, 0))).toBe(3);
  });
});
