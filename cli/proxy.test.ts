import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { localProxy, localTls } from '@/lib/peak/local-proxy';
import { ID, column } from '@/lib/sandbox/fixture';
import { DEMO_TOKENS } from '@/lib/sandbox/settings';
import { terminal, type Terminal } from './terminal-suite';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const { certificateFor } = (await import(new URL('../scripts/certificate.mjs', import.meta.url).href)) as {
  readonly certificateFor: (host: string) => Readonly<Record<'certificate' | 'key', string>>;
};
const NAME = 'ingestion.peak.example';
const HOST = `https://${NAME}`;

let at: Terminal;
beforeAll(async () => {
  at = await terminal();
});
afterAll(() => at.end());

it('reads schemas and sends rows through the proxy of the environment, to hosts that are allowed', async () => {
  await at.box.table([ID, column('NAME')], ['ID']);
  const host = await localTls(certificateFor(NAME), at.port);
  const proxy = await localProxy({ [`${NAME}:443`]: host.port });
  const trusted = join(at.folder, 'host.pem');
  await writeFile(trusted, host.certificate);
  await writeFile(join(at.folder, 'sales.csv'), 'id,name\na,Ann\nb,Bob\n');
  const env = {
    HTTPS_PROXY: `http://${proxy.address}`,
    ONRAMP_ALLOWED_HOSTS: HOST,
    NODE_EXTRA_CA_CERTS: trusted,
    ONRAMP_SANDBOX_URL: '',
  };
  const what = ['--solution', 'S', '--table', 'row', '--file', 'sales.csv', '--out', 'plan.json'];
  const planned = await at.run(['plan', '--host', HOST, ...what], env);
  expect(planned.code, planned.err).toBe(0);
  const loaded = await at.run(['load', 'plan.json', '--file', 'sales.csv'], env);
  expect(loaded.code, `${loaded.out}${loaded.err}`).toBe(0);
  expect((await at.box.control.count({ solution: 'S', table: 'T_ROW' })).rows).toBe(2);
  expect(new Set(proxy.asked)).toEqual(new Set([`${NAME}:443`]));
  expect(proxy.passed()).not.toContain(DEMO_TOKENS.a);

  const foreign = await at.run(['plan', '--host', 'https://elsewhere.example', ...what], env);
  expect([foreign.code, proxy.asked.some((target) => target.includes('elsewhere'))]).toEqual([5, false]);
  const before = proxy.asked.length;
  expect((await at.run(['plan', '--host', HOST, ...what], { ...env, NO_PROXY: NAME })).code).toBe(4);
  expect(proxy.asked).toHaveLength(before);
  await Promise.all([proxy.close(), host.close()]);
});

it('warns once of a proxy of another kind, without its password, and goes on', async () => {
  await at.clear();
  await at.box.table([ID, column('NAME')], ['ID']);
  await writeFile(join(at.folder, 'sales.csv'), 'id,name\na,Ann\nb,Bob\n');
  const what = ['--host', 'sandbox', '--solution', 'S', '--table', 'row', '--file', 'sales.csv'];
  const env = { https_proxy: 'socks5://ann:hunter2@proxy.example:1080' };
  const planned = await at.run(['plan', ...what, '--out', 'plan.json'], env);
  expect([planned.code, planned.err.match(/https_proxy/g)]).toEqual([0, ['https_proxy']]);
  expect(planned.err).not.toContain('hunter2');
});
