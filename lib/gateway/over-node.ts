import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { NodeHandler, NodeRequest } from './node-route';

type Web = (request: Request, context: { readonly params: Promise<{ table: string }> }) => Promise<Response>;

async function served(handler: NodeHandler): Promise<number> {
  const server = createServer((message, response) => {
    const table = decodeURIComponent(/^\/api\/tables\/([^/]+)\//.exec(message.url ?? '')?.[1] ?? '');
    void handler(Object.assign(message, { query: { table } }) satisfies NodeRequest, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

/** For tests: a handler of `pages/api` behind a real socket, called like one of `app/api`. */
export async function overNode(
  module: Promise<{ readonly default: NodeHandler }>,
): Promise<{ readonly POST: Web }> {
  const { default: handler } = await module;
  let port: Promise<number> | undefined;
  return {
    async POST(request) {
      const { pathname, search } = new URL(request.url);
      const body = Buffer.from(await request.arrayBuffer());
      const headers = { ...Object.fromEntries(request.headers), 'content-length': body.byteLength };
      const options = {
        port: await (port ??= served(handler)),
        path: pathname + search,
        method: 'POST',
        headers,
      };
      return new Promise((resolve, reject) => {
        const sent = ask({ host: '127.0.0.1', ...options }, (answer) => {
          const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ]);
          const lines = Readable.toWeb(answer) as ReadableStream<Uint8Array<ArrayBuffer>>;
          resolve(new Response(lines, { status: answer.statusCode ?? 500, headers: told }));
        });
        sent.on('error', reject).end(body);
      });
    },
  };
}
