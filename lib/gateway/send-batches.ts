import { hasName } from '../base/errors';
import type { Transport, TransportAnswer } from '../submission/ports';
import { MOST_BATCHES, MOST_BYTES, joinFrames } from './batch-frames';
import { CONNECTION_HEADER, CSRF_HEADER, batchLine, gatewayError } from './contract';
import { parseJson } from './json';
import { patienceOf } from './patience';
import type { Fetcher } from './send-rows';
import { answerOf, lost, neverHandled, refusedAnswerOf, rowsSender } from './send-rows';

type Request = Parameters<Transport['send']>[0];
interface Waiting {
  readonly request: Request;
  readonly settle: (answer: TransportAnswer) => void;
}

/**
 * Requests under way at once. A browser opens six connections to one HTTP/1.1 origin; two stay free for the page, or a
 * pause or a look at the ledger would wait behind a slow answer of Peak's.
 */
const CONNECTIONS = 4;
/** Room for the line that names the batches: 24 of at most 100 bytes each. */
const HEAD_BYTES = 4_096;

const roadOf = ({ connectionId, solutionName, table, operation }: Request): string =>
  JSON.stringify([connectionId, solutionName, table, operation]);

function pathOf({ table, solutionName, operation }: Request): string {
  const query = new URLSearchParams({ solution: solutionName, operation, dryRun: 'false' });
  return `/api/tables/${encodeURIComponent(table)}/batches?${query}`;
}

/** The lines of a body as they come; whatever follows the last line break is half a line and no answer. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}

async function takeAnswers(response: Response, open: Map<string, Waiting>): Promise<TransportAnswer> {
  if (!response.ok || !response.body) {
    const refusal = gatewayError.safeParse(parseJson(await response.text()));
    if (refusal.success) return refusedAnswerOf(refusal.data.error);
    return lost('unreachable', !neverHandled.has(response.status));
  }
  for await (const text of linesOf(response.body)) {
    const line = batchLine.safeParse(parseJson(text));
    const waiting = line.success ? open.get(line.data.id) : undefined;
    if (!line.success || !waiting) continue;
    open.delete(line.data.id);
    waiting.settle(answerOf(line.data.answer));
  }
  // The stream is over: of whoever has no line nothing is known.
  return lost('unreachable', true);
}

async function post(fetcher: Fetcher, group: readonly Waiting[], patienceMs: number): Promise<void> {
  const [first] = group;
  if (!first) return;
  const open = new Map(group.map((waiting) => [waiting.request.batchId, waiting]));
  const given = [...new Set(group.map(({ request }) => request.signal))];
  const patience = patienceOf(patienceMs, given);
  let rest: TransportAnswer;
  try {
    const response = await fetcher(pathOf(first.request), {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: patience.signal,
      headers: {
        [CSRF_HEADER]: '1',
        [CONNECTION_HEADER]: first.request.connectionId,
        'content-type': 'application/octet-stream',
      },
      body: joinFrames(group.map(({ request }) => ({ id: request.batchId, rows: request.body }))),
    });
    rest = await takeAnswers(response, open);
  } catch (error) {
    const isGivenUp = given.some(({ aborted }) => aborted);
    rest = lost(isGivenUp ? 'aborted' : hasName(error, 'TimeoutError') ? 'timeout' : 'unreachable', true);
  } finally {
    patience.end();
  }
  for (const { settle } of open.values()) settle(rest);
}

/**
 * `Transport.send` for many at once: what is sent while the connections are busy travels together in the next request,
 * and each batch is answered for itself as its line arrives. Dry runs go alone.
 */
export function batchesSender(fetcher: Fetcher, patienceMs: number): Transport['send'] {
  const alone = rowsSender(fetcher, patienceMs);
  const queue: Waiting[] = [];
  let busy = 0;
  /** Batches that were not answered yet, those in the queue among them. */
  let open = 0;
  let isDue = false;

  /**
   * A connection is held until the last answer of its request, whether it carries one batch or many. So while others
   * are under way, one is not spent on less than half of its share; what comes back from them fills it.
   */
  const isWorthARequest = (): boolean =>
    busy === 0 || queue.length >= Math.min(MOST_BATCHES, Math.ceil(open / (2 * CONNECTIONS)));

  /** Batches of one road, in order: an equal share for each free connection, so that no request waits for another. */
  const nextGroup = (): Waiting[] => {
    const road = queue[0] ? roadOf(queue[0].request) : '';
    const mine = queue.filter(({ request }) => roadOf(request) === road);
    const share = Math.min(MOST_BATCHES, Math.ceil(mine.length / (CONNECTIONS - busy)));
    let bytes = HEAD_BYTES;
    const group: Waiting[] = [];
    for (const waiting of mine.slice(0, share)) {
      bytes += waiting.request.body.byteLength;
      if (bytes > MOST_BYTES && group.length > 0) break;
      group.push(waiting);
      queue.splice(queue.indexOf(waiting), 1);
    }
    return group;
  };

  const pump = (): void => {
    isDue = false;
    for (let at = queue.length - 1; at >= 0; at -= 1) {
      if (queue[at]?.request.signal.aborted) queue.splice(at, 1)[0]?.settle(lost('aborted', false));
    }
    while (busy < CONNECTIONS && queue.length > 0 && isWorthARequest()) {
      const group = nextGroup();
      busy += 1;
      void post(fetcher, group, patienceMs).finally(() => {
        busy -= 1;
        pump();
      });
    }
  };

  return (request) => {
    if (request.dryRun) return alone(request);
    if (request.signal.aborted) return Promise.resolve(lost('aborted', false));
    return new Promise<TransportAnswer>((settle) => {
      open += 1;
      queue.push({ request, settle });
      // Whoever is told of several answers at once sends as many batches at once; they shall travel together.
      if (!isDue) setTimeout(pump, 0);
      isDue = true;
    }).finally(() => (open -= 1));
  };
}
