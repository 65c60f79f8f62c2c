import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Result } from '../base/result';
import { arrivedOverNode } from './arrival';
import type { Call } from './call';
import type { Problem } from './problem';
import type { Reply, Rules } from './respond';
import { answer } from './respond';

/** A request with what Next read from its path. */
export type NodeRequest = IncomingMessage & {
  readonly query: Readonly<Partial<Record<string, string | string[]>>>;
};
export type NodeHandler = (request: NodeRequest, response: ServerResponse) => Promise<void>;

/** Tells lines of JSON one by one; resolves after the last. */
export type Lines = (tell: (line: object) => void) => Promise<void>;
export interface LinesReply extends Reply {
  /** Sent as they come, in place of `body`. */
  readonly lines?: Lines;
}

async function sendLines(response: ServerResponse, lines: Lines): Promise<void> {
  // Whoever went away stops nothing: the outcomes are wanted in the ledger.
  await lines((line) => {
    if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`);
  });
  response.end();
}

/**
 * A POST handler of `pages/api`, over Node's own request and response. For rows only: a handler of `app/api` is given
 * web streams, and making them costs each batch some two of its five milliseconds (docs/benchmarks.md).
 */
export function nodeRoute(
  name: string,
  rules: Rules,
  handle: (call: Call, table: string) => Promise<Result<LinesReply, Problem>>,
): NodeHandler {
  return async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'POST' }).end();
      return;
    }
    const { table } = request.query;
    const { status, headers, text, reply } = await answer(name, rules, arrivedOverNode(request), (call) =>
      handle(call, typeof table === 'string' ? table : ''),
    );
    if (!reply?.lines) {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
      return;
    }
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/x-ndjson',
      // A proxy that collects answers would hold the lines back until the last one.
      'x-accel-buffering': 'no',
    });
    await sendLines(response, reply.lines);
  };
}
