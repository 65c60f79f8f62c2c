import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Sandbox } from './sandbox';

/** The most a handler can be asked to look at; `bodyLimit` is always below, so a longer body is refused all the same. */
const MOST_READ_BYTES = 4_000_001;

/** Reads on to the end, so that the answer can be delivered, but keeps no more than the handler could use. */
async function readBody(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    if (bytes < MOST_READ_BYTES) kept.push(chunk);
    bytes += chunk.byteLength;
  }
  return Uint8Array.from(Buffer.concat(kept));
}

async function toRequest(message: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const method = message.method ?? 'GET';
  const url = `http://${message.headers.host ?? 'localhost'}${message.url ?? '/'}`;
  const body = await readBody(message);
  return new Request(url, { method, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { body }) });
}

async function send(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) for await (const chunk of response.body) to.write(chunk);
  to.end();
}

/**
 * Serves a sandbox over HTTP on 127.0.0.1 alone. Resolves once it listens; rejects when it cannot (`EADDRINUSE`).
 * A rejected answer becomes a broken connection.
 */
export async function listen(
  sandbox: Promise<Pick<Sandbox, 'fetch'>>,
  port: number,
): Promise<{ readonly server: Server; readonly port: number; close(): Promise<void> }> {
  const server = createServer((message, reply) => {
    void sandbox
      .then(async ({ fetch }) => send(await fetch(await toRequest(message)), reply))
      .catch(() => reply.destroy());
  });
  // Longer than any client keeps a connection: whoever closes second never meets a closed one.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  return {
    server,
    port: typeof bound === 'object' && bound ? bound.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
