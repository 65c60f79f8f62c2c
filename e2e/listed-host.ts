import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { resolve } from 'node:path';
import { DEMO_TOKENS } from '../lib/sandbox/settings';
import { LISTED, SANDBOX } from './addresses';

const FOLDER = resolve('.onramp', 'test', 'listed-host');

/** How the host answers while it is not itself. */
type Mood = 'well' | 'failing' | 'silent';

/**
 * A host of Peak's kind that wants a pasted token: over TLS, in front of tenant A of the sandbox. It takes one token,
 * made this moment; any other reaches the sandbox as it is, which refuses it.
 */
export async function openListedHost() {
  const token = `test-${randomBytes(24).toString('hex')}`;
  const seen = new Set<string>();
  const waiting: (() => void)[] = [];
  let mood: Mood = 'well';

  const answer = (incoming: IncomingMessage, response: ServerResponse) => {
    const shown = incoming.headers.authorization ?? '';
    seen.add(shown);
    if (mood === 'failing') {
      response.writeHead(500, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ message: 'Internal server error' }));
    }
    const headers = { ...incoming.headers, authorization: shown === token ? DEMO_TOKENS.a : shown };
    const options = { method: incoming.method ?? 'GET', headers };
    const pass = () => {
      const outgoing = request(new URL(incoming.url ?? '/', SANDBOX), options, (upstream) => {
        response.writeHead(upstream.statusCode ?? 502, upstream.headers);
        upstream.pipe(response);
      });
      outgoing.on('error', () => response.destroy());
      incoming.pipe(outgoing);
    };
    if (mood === 'silent') waiting.push(pass);
    else pass();
  };
  const pem = (name: string) => readFileSync(resolve(FOLDER, `${name}.pem`));
  const server = createServer({ cert: pem('certificate'), key: pem('key') }, answer);
  await new Promise<void>((done) => server.listen(Number(new URL(LISTED).port), '127.0.0.1', done));

  return {
    token,
    /** What came in the place of a token, as it came. */
    seen: seen as ReadonlySet<string>,
    /** `failing`: 500 to everything. `silent`: takes requests and keeps them until it is well again. */
    become(next: Mood): void {
      mood = next;
      if (next === 'well') for (const pass of waiting.splice(0)) pass();
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
export type ListedHost = Awaited<ReturnType<typeof openListedHost>>;
