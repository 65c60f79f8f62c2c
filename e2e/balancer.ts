import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  readonly address: string;
  /** Requests for batches that each instance was given. */
  readonly batches: readonly number[];
  /** The answer to the next request for batches is thrown away once the instance has given all of it. */
  readonly loseNextAnswer: () => void;
  /** Which instance was asked after batches since an answer was lost, if one was. */
  readonly askedAfter: readonly number[];
  readonly close: () => Promise<void>;
}

const BATCHES = /^\/api\/tables\/[^/]+\/batches/;
const LEDGER = /^\/api\/batches\//;

/**
 * In front of several instances, each request to the next one. After a lost answer, questions about batches go to another
 * instance than the one that gave it: what is known must be known to all.
 */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const batches = ports.map(() => 0);
  const askedAfter: number[] = [];
  let turn = 0;
  let losing = false;
  let lostBy: number | undefined;

  const choose = (url: string): number => {
    turn = (turn + 1) % ports.length;
    if (!LEDGER.test(url) || lostBy === undefined) return turn;
    const other = (lostBy + 1) % ports.length;
    askedAfter.push(other);
    return other;
  };
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const url = incoming.url ?? '/';
    const at = choose(url);
    const forBatches = BATCHES.test(url);
    if (forBatches) batches[at] = (batches[at] ?? 0) + 1;
    const lose = forBatches && losing;
    if (lose) {
      losing = false;
      lostBy = at;
    }
    const { method, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: ports[at], path: url, method, headers }, (answer) => {
      if (lose) {
        answer.resume();
        answer.once('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    batches,
    askedAfter,
    loseNextAnswer: () => {
      losing = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
