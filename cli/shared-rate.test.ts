import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { hasRedis, localRedis } from '@/lib/gateway/local-redis';
import { ID } from '@/lib/sandbox/fixture';
import { listen } from '@/lib/sandbox/listen';
import { terminal } from './terminal-suite';

vi.setConfig({ testTimeout: 120_000 });
const ROWS = 2_000;
/** Requests a second of both commands together; twice as much would be more than the tenant takes. */
const [OURS, TENANTS] = [10, 12];

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = await listen(Promise.resolve({ fetch: async () => new Response() }), 0);
  await server.close();
  return server.port;
}

describe.skipIf(!hasRedis())(
  hasRedis() ? 'two commands with one Redis' : 'two commands: did not run, there is no redis-server here',
  () => {
    it('load at the same time under one rate', async () => {
      const at = await terminal();
      const port = await freePort();
      const redis = await localRedis(port);
      const other = await mkdtemp(join(tmpdir(), 'onramp-other-'));
      try {
        await at.box.table([ID], ['ID']);
        const lines = Array.from({ length: ROWS }, (_, row) => `k${row}`);
        await writeFile(join(at.folder, 'rows.csv'), ['id', ...lines, ''].join('\n'));
        const plan = ['plan', '--host', 'sandbox', '--solution', 'S', '--table', 'row', '--file', 'rows.csv'];
        await at.run([...plan, '--rows-per-batch', '50', '--out', 'plan.json']);
        await at.box.control.change({ rate: TENANTS });
        const env = { REDIS_URL: `redis://127.0.0.1:${port}`, ONRAMP_RATE: String(OURS) };
        const load = ['load', 'plan.json', '--file', 'rows.csv'];
        const ends = await Promise.all([at.run(load, env), at.run([...load, '--journal', other], env)]);
        expect(ends.map(({ code }) => code)).toEqual([0, 0]);
        const requests = await at.box.control.requests();
        expect(requests.filter(({ outcome }) => outcome === '429')).toEqual([]);
        expect(await at.box.control.count({ solution: 'S', table: 'T_ROW' })).toMatchObject({ rows: ROWS });
      } finally {
        await redis.stop();
        await at.end();
        await rm(other, { recursive: true, force: true });
      }
    });
  },
);
