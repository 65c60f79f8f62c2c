import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { lockFiles } from '@/cli/lock-file';
import { ledgerOver } from '@/lib/gateway/ask-ledger';
import { hasRedis, localRedis } from '@/lib/gateway/local-redis';
import { column, startSandbox } from '@/lib/sandbox/fixture';
import type { Started } from '@/lib/sandbox/fixture';
import { listen } from '@/lib/sandbox/listen';
import { DEMO_TOKENS } from '@/lib/sandbox/settings';
import { fileJournal } from '@/lib/submission/journal/file';
import { attemptId } from '@/lib/submission/attempt-id';
import { connectTo } from './connect-to';
import { TABLE, live } from './life';
import type { LifeSpec } from './life';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const RATE = 20;
const ROWS = 400;
const runs = hasRedis();

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = await listen(Promise.resolve({ fetch: async () => new Response() }), 0);
  await server.close();
  return server.port;
}

it('a machine that tests for everybody has a redis-server', () => {
  expect(runs || !process.env.CI).toBe(true);
});

describe.skipIf(!runs)(
  runs
    ? 'two instances of the server with one Redis'
    : 'two instances of the server: did not run, there is no redis-server here',
  () => {
    let redis: Awaited<ReturnType<typeof localRedis>>;
    let redisUrl: string;
    let box: Started;
    let peak: Awaited<ReturnType<typeof listen>>;
    let folder: string;
    const processes: ChildProcess[] = [];
    const addresses: string[] = [];
    /** When each request for rows reached Peak, in ms. */
    const arrivals: number[] = [];

    async function startInstance(): Promise<void> {
      const program = fileURLToPath(new URL('instance.ts', import.meta.url));
      const child = spawn(process.execPath, ['--import', 'tsx', program], {
        env: {
          NODE_ENV: 'test',
          PATH: process.env.PATH,
          LOG_LEVEL: 'silent',
          ONRAMP_SECRET: 'the-same-on-every-instance-'.repeat(2),
          ONRAMP_SANDBOX_URL: `http://127.0.0.1:${peak.port}`,
          ONRAMP_SANDBOX_TOKEN_A: DEMO_TOKENS.a,
          ONRAMP_RATE: String(RATE),
          REDIS_URL: redisUrl,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      processes.push(child);
      const line = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', (text: Buffer) => resolve(text.toString()));
        child.once('exit', () => reject(new Error('an instance ended before it was ready')));
      });
      addresses.push(z.object({ address: z.string() }).parse(JSON.parse(line)).address);
    }

    beforeAll(async () => {
      const port = await freePort();
      redisUrl = `redis://127.0.0.1:${port}`;
      redis = await localRedis(port);
      box = await startSandbox();
      const counted = {
        fetch: (request: Request) => {
          if (new URL(request.url).pathname.startsWith('/api/v2/objects/')) arrivals.push(performance.now());
          return box.sandbox.fetch(request);
        },
      };
      peak = await listen(Promise.resolve(counted), 0);
      const id = column('ID', 'integer', { type: 'nonNull' });
      await box.table([id, column('V', 'string', { type: 'maxLength', value: 2 })], ['ID']);
      await startInstance();
      await startInstance();
      folder = await mkdtemp(join(tmpdir(), 'onramp-instances-'));
    });
    afterAll(async () => {
      processes.forEach((child) => child.kill());
      peak.server.closeAllConnections();
      await peak.close();
      await box.sandbox.close();
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    });

    const specsOf = (name: string, loadIds: readonly string[]): Promise<LifeSpec[]> =>
      Promise.all(
        addresses.map(async (server, at) => {
          const own = join(folder, `${name}-${at}`);
          await mkdir(own);
          return {
            seed: at,
            loadId: loadIds[at] ?? name,
            operation: 'APPEND',
            values: Array.from({ length: ROWS }, () => 'ok'),
            rowsPerBatch: 5,
            folder: own,
            server,
            ...(await connectTo(server)),
            death: undefined,
            journalFailures: new Set(),
            clockJumps: new Map(),
          };
        }),
      );
    const sendAll = async (specs: readonly LifeSpec[]): Promise<void> => {
      const ends = await Promise.all(specs.map((spec) => live(spec, lockFiles(spec.folder))));
      for (const end of ends) {
        expect(end).toMatchObject({ state: 'done', account: { accepted: ROWS, complete: true } });
      }
    };
    /** How many rows there are, and how often each is. */
    const stored = async (): Promise<[number, ...number[]]> => {
      const times = new Map<string, number>();
      for (const { ID } of await box.control.rows(TABLE, 10_000)) {
        times.set(ID ?? '', (times.get(ID ?? '') ?? 0) + 1);
      }
      return [times.size, ...new Set(times.values())];
    };

    it('share one rate budget, store no row twice, and answer for each other’s batches', async () => {
      const specs = await specsOf('two', ['load-one', 'load-two']);
      // The same host and token are the same connection, whichever instance sealed it.
      expect(specs[0]?.connectionId).toBe(specs[1]?.connectionId);
      await sendAll(specs);
      // Both loads hold the same rows: once through each instance, and no more.
      expect(await stored()).toEqual([ROWS, 2]);

      expect(arrivals).toHaveLength((2 * ROWS) / 5);
      // Peak's clock is read when a request arrives, some moments after its turn.
      const slackMs = 200;
      arrivals.forEach((at, place) => {
        const later = arrivals[place + RATE];
        if (later !== undefined) expect(later - at).toBeGreaterThan(1_000 - slackMs);
      });

      const [spec, other] = specs;
      if (!spec || !other) throw new Error('two instances were started');
      const entries = await fileJournal(spec.folder).entries('load-one');
      const [entry] = entries;
      if (!entry?.sentOver) throw new Error('the first instance took a batch');
      const ledger = ledgerOver((path, init) => {
        const headers = new Headers(init.headers);
        headers.set('cookie', other.cookie);
        headers.set('origin', other.server);
        return fetch(`${other.server}${path}`, { ...init, headers });
      });
      const asked = { ...entry.sentOver, solutionName: TABLE.solution, batchId: attemptId(entry) };
      expect(await ledger.ask(asked)).toMatchObject({ state: 'settled', answer: { kind: 'answered' } });
    });

    it('let each batch of one load leave once, although both are asked to send it', async () => {
      const before = (await stored())[1] ?? 0;
      const specs = await specsOf('same', ['load-same', 'load-same']);
      const ends = await Promise.all(specs.map((spec) => live(spec, lockFiles(spec.folder))));
      // Which of the two hears of a batch may differ; that it is there once may not.
      for (const end of ends) expect(end).toMatchObject({ account: { balances: true, waiting: 0 } });
      expect(await stored()).toEqual([ROWS, before + 1]);
    });
  },
);
