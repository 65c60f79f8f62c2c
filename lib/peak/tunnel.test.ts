import https from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { localProxy, localTls } from './local-proxy';
import { localUpstream } from './local-upstream';
import { goesThrough, proxyOf } from './proxy';
import { wasNeverConnected } from './road';
import { roadOverSockets } from './sockets';
import { TunnelAgent } from './tunnel';

const { certificateFor } = (await import(new URL('../../scripts/certificate.mjs', import.meta.url).href)) as {
  readonly certificateFor: (host: string) => Readonly<Record<'certificate' | 'key', string>>;
};
const NAME = 'ingestion.peak.example';
const SECRET = 'a-token-of-somebody';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
async function kept<T extends { close(): Promise<void> }>(making: Promise<T>): Promise<T> {
  const made = await making;
  open.push(made);
  return made;
}
const hostBehindTls = async () => {
  const peak = await kept(localUpstream((_, response) => void response.end('{"failed":[]}')));
  const secure = await kept(localTls(certificateFor(NAME), Number(new URL(peak.origin).port)));
  return { ...secure, arrived: peak.arrived };
};
const post = (signal = new AbortController().signal) =>
  ({
    method: 'POST',
    headers: { authorization: SECRET },
    body: [new TextEncoder().encode('[{"N":1}]')],
    signal,
  }) as const;
const brokenBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('it came through'),
    (error: unknown) => error,
  );

describe('a tunnel through a proxy', () => {
  it('carries requests inside TLS, several over one connection, and shows the proxy host and port alone', async () => {
    const host = await hostBehindTls();
    const proxy = await kept(localProxy({ [`${NAME}:443`]: host.port }, `Basic ${btoa('ann:p@ss')}`));
    const to = proxyOf({ HTTPS_PROXY: `http://ann:p%40ss@${proxy.address}`, NO_PROXY: [] });
    if (!to) throw new Error('it is named');
    const agent = new TunnelAgent(to, 2_000, { keepAlive: true, ca: host.certificate });
    for (let turn = 0; turn < 2; turn += 1) {
      const text = await new Promise<string>((resolve, reject) => {
        const headers = { authorization: SECRET };
        const sent = https.request(`https://${NAME}/a`, { agent, method: 'POST', headers }, (answer) => {
          answer.on('data', (part: Buffer) => resolve(part.toString()));
        });
        sent.on('error', reject).end('[{"N":1}]');
      });
      expect(text).toBe('{"failed":[]}');
    }
    agent.destroy();
    expect(host.arrived.map(({ headers, path }) => [headers.authorization, headers.host, path])).toEqual([
      [SECRET, NAME, '/a'],
      [SECRET, NAME, '/a'],
    ]);
    expect(host.arrived[0]?.headers).not.toHaveProperty('proxy-authorization');
    expect(proxy.asked).toEqual([`${NAME}:443`]);
    expect(proxy.passed()).not.toContain(SECRET);
  });

  it('is proof that no row left where it was not made', async () => {
    const host = await hostBehindTls();
    const proxy = await kept(localProxy({ [`${NAME}:443`]: host.port, 'silent.example:443': 'silent' }, 'x'));
    const through = (url: string, signal?: AbortSignal) =>
      brokenBy(roadOverSockets({ HTTPS_PROXY: `http://${proxy.address}`, NO_PROXY: [] })(url, post(signal)));
    const refused = await through(`https://${NAME}/`);
    expect(wasNeverConnected(refused)).toBe(true);
    expect(refused).toMatchObject({ cause: { code: 'PROXY_407' } });
    const stop = new AbortController();
    const given = through('https://silent.example/', stop.signal);
    await expect.poll(() => proxy.asked).toContain('silent.example:443');
    stop.abort();
    expect(wasNeverConnected(await given)).toBe(true);
    expect(wasNeverConnected(await through('https://silent.example/', stop.signal))).toBe(true);
    await proxy.close();
    const { cause } = (await through(`https://${NAME}/`)) as Error;
    expect(cause).toMatchObject({ code: 'PROXY_ECONNREFUSED' });
    expect(host.arrived).toEqual([]);
  });

  it('gives no row to a host behind it that cannot prove its name', async () => {
    const host = await hostBehindTls();
    const proxy = await kept(localProxy({ [`${NAME}:443`]: host.port }));
    const rules = { HTTPS_PROXY: `http://${proxy.address}`, NO_PROXY: [] };
    expect(wasNeverConnected(await brokenBy(roadOverSockets(rules)(`https://${NAME}/`, post())))).toBe(true);
    expect(host.arrived).toEqual([]);
  });

  it('is given up after a time', async () => {
    const proxy = await kept(localProxy({ [`${NAME}:443`]: 'silent' }));
    const to = proxyOf({ HTTPS_PROXY: `http://${proxy.address}`, NO_PROXY: [] });
    if (!to) throw new Error('it is named');
    const agent = new TunnelAgent(to, 50, {});
    const sent = https.request(`https://${NAME}/`, { agent });
    const error = await new Promise((resolve) => sent.on('error', resolve).end());
    expect(error).toMatchObject({ code: 'PROXY_TIMEOUT' });
  });
});

describe('which requests go through the proxy', () => {
  it.each([
    ['https://ingestion.peak.ai/', [], true],
    ['http://ingestion.peak.ai/', [], false],
    ['https://localhost:4010/', [], false],
    ['https://box.localhost/', [], false],
    ['https://127.0.0.1:4010/', [], false],
    ['https://[::1]/', [], false],
    ['https://ingestion.peak.ai/', ['*'], false],
    ['https://ingestion.peak.ai/', ['peak.ai'], false],
    ['https://ingestion.peak.ai/', ['.Peak.ai'], false],
    ['https://ingestion.peak.ai/', ['*.peak.ai'], false],
    ['https://ingestion.peak.ai/', ['eak.ai', 'ingestion'], true],
    ['https://ingestion.peak.ai/', ['ingestion.peak.ai:443'], false],
    ['https://ingestion.peak.ai:8443/', ['ingestion.peak.ai:443'], true],
    ['https://10.1.2.3/', ['10.0.0.0/8'], false],
    ['https://11.1.2.3/', ['10.0.0.0/8', '10.0.0.0/99', '10.0.0.0/', '10/8'], true],
    ['https://10.1.2.3/', ['10.1.2.3'], false],
    ['https://10.1.2.3:8443/', ['10.1.2.3:443', '2.3'], true],
    ['https://[fd00::12]/', ['fd00::/8'], false],
    ['https://[fd00::12]/', ['fd00:0:0::12'], false],
    ['https://[fd00::12]/', ['[fd00::12]'], false],
    ['https://[fd00::12]:8443/', ['[fd00::12]:8443'], false],
    ['https://[fd00::12]/', ['[fd00::12]:8443', 'fe80::/10', '::1', '10.0.0.0/8'], true],
    ['https://ingestion.peak.ai/', ['10.0.0.0/8', 'fd00::/8'], true],
  ])('%s where NO_PROXY is %j: %s', (url, without, through) => {
    expect(goesThrough(new URL(url), { NO_PROXY: without })).toBe(through);
  });

  it('knows where the proxy is, and with what to ask it', () => {
    const of = (HTTPS_PROXY: string) => proxyOf({ HTTPS_PROXY, NO_PROXY: [] });
    expect(of('https://proxy.example')).toEqual({ isSecure: true, host: 'proxy.example', port: 443 });
    expect(of('http://[::1]:3128')).toEqual({ isSecure: false, host: '::1', port: 3128 });
    expect(of('http://ann:@proxy.example')?.authorization).toBe(`Basic ${btoa('ann:')}`);
    expect(proxyOf({ NO_PROXY: [] })).toBeUndefined();
  });
});
