import { randomBytes } from 'node:crypto';
import { createLog } from '@/lib/gateway/log';
import { memoryLedger } from '@/lib/gateway/memory-ledger';
import { RateBudget } from '@/lib/gateway/budget';
import { roadOverSockets } from '@/lib/peak/sockets';
import { shareGateway } from '@/lib/gateway/process-parts';
import { LostAnswer } from '@/lib/sandbox/faults';
import { listen } from '@/lib/sandbox/listen';
import { ourRoutes } from './routes';
import type { LineFault } from './story';

/** Stops the answer in its middle, as a line that breaks does. */
async function halved(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.floor(bytes.byteLength / 2));
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new LostAnswer('the line was cut in the middle of the answer'));
      else controller.enqueue(half);
      isSent = true;
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/** What a line does to the request of this number, if anything; `dies` when the server dies during it. */
export type LineOf = (request: number) => LineFault | 'dies' | undefined;

/**
 * Our server side over a real socket, in this process: the real routes, session, guard, budget and ledger. It can die:
 * its sockets break, its port is closed, its memory is gone; it is back after a moment. What it had passed on to Peak
 * goes on there, as it would.
 */
export async function startServer(sandboxAddress: string, token: string) {
  Object.assign(process.env, {
    ONRAMP_SECRET: randomBytes(32).toString('hex'),
    ONRAMP_SANDBOX_URL: sandboxAddress,
    ONRAMP_SANDBOX_TOKEN_A: token,
    ONRAMP_TIMEOUT_MS: '400',
    ONRAMP_RATE: '2000',
  });
  const answer = await ourRoutes();
  const log = createLog('silent');
  const road = roadOverSockets();
  const reborn = (): void =>
    shareGateway({ log, road, budget: new RateBudget(2_000), ledger: memoryLedger() });
  let lineOf: LineOf = () => undefined;
  let seen = 0;
  let serving: Awaited<ReturnType<typeof listen>> | undefined;
  let dying: Promise<void> | undefined;

  const handle = async (request: Request): Promise<Response> => {
    seen += 1;
    const fault = lineOf(seen);
    if (fault === 'cut-before') throw new LostAnswer('the line was cut before the request arrived');
    const answered = answer(request);
    if (fault === 'dies') {
      answered.catch(() => undefined);
      void die();
      throw new LostAnswer('the server died');
    }
    const response = await answered;
    if (fault === 'half') return halved(response);
    if (fault !== 'cut-after') return response;
    await response.arrayBuffer();
    throw new LostAnswer('the line was cut before the answer was through');
  };
  const begin = async (port: number): Promise<void> => {
    reborn();
    serving = await listen(Promise.resolve({ fetch: handle }), port);
  };
  const die = (): Promise<void> =>
    (dying ??= (async () => {
      const alive = serving;
      alive?.server.closeAllConnections();
      await alive?.close();
      await new Promise((resolve) => setTimeout(resolve, 30));
      await begin(alive?.port ?? 0);
      dying = undefined;
    })());
  await begin(0);

  return {
    address: `http://127.0.0.1:${serving?.port ?? 0}`,
    /** Begins another story: nothing remembered, requests counted from 1. */
    async forget(line: LineOf): Promise<void> {
      await dying;
      lineOf = line;
      seen = 0;
      reborn();
    },
    async close(): Promise<void> {
      await dying;
      serving?.server.closeAllConnections();
      await serving?.close();
    },
  };
}
