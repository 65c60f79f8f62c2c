import { describe, expect, it } from 'vitest';
import type { Env } from '../env';
import { parseEnv } from '../env';
import type { SealedConnection } from './session';
import {
  accessOf,
  connectionIdOf,
  forgetConnections,
  holdConnection,
  publicConnection,
  readConnection,
  readConnections,
} from './session';

const TOKEN = 'pat-a-secret-that-must-not-show';

function environment(extra: Record<string, string> = {}): Env {
  const parsed = parseEnv({ ONRAMP_SECRET: 'x'.repeat(40), ...extra });
  if (!parsed.ok) throw new Error(parsed.error.join());
  return parsed.value;
}
const env = environment();
const HUB = 'https://ingestion.peak.ai';

function held(token: string, extra: Partial<SealedConnection> = {}): SealedConnection {
  return {
    id: connectionIdOf(env, HUB, token),
    name: 'Acme',
    host: HUB,
    hostKind: 'hub',
    checkedAt: 1,
    token,
    ...extra,
  };
}
async function cookieOf(
  connection: SealedConnection,
  jar: string | null = null,
  settings = env,
): Promise<string> {
  const cookie = await holdConnection(settings, jar, connection);
  if (!cookie.ok) throw new Error(cookie.error.code);
  return cookie.value;
}
const pair = (cookie: string) => cookie.split(';')[0] ?? '';

describe('a held connection', () => {
  it('survives the way through the browser, sealed', async () => {
    const cookie = await cookieOf(held(TOKEN));
    expect(cookie).not.toContain('secret');
    expect(cookie).toMatch(/; Path=\/api; HttpOnly; SameSite=Strict; Max-Age=1209600$/);
    const read = await readConnection(env, `theme=dark; ${pair(cookie)}`, held(TOKEN).id);
    expect(read).toEqual({ ok: true, value: held(TOKEN) });
    expect(JSON.stringify(publicConnection(held(TOKEN)))).not.toContain(TOKEN);
  });

  it('is marked Secure when the public origin is https', async () => {
    const settings = environment({ ONRAMP_ORIGIN: 'https://onramp.example' });
    expect(await cookieOf(held(TOKEN), null, settings)).toMatch(/; Secure$/);
  });

  it('has an id that is the same for host and token, and another for each other pair or secret', () => {
    const id = connectionIdOf(env, HUB, TOKEN);
    expect(id).toMatch(/^c[0-9a-f]{24}$/);
    const others = [
      connectionIdOf(env, HUB, `${TOKEN}2`),
      connectionIdOf(env, 'https://ingestion.a.peak.ai', TOKEN),
      connectionIdOf(environment({ ONRAMP_SECRET: 'y'.repeat(40) }), HUB, TOKEN),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
    expect(connectionIdOf(env, HUB, TOKEN)).toBe(id);
  });

  it.each<[string, (cookie: string) => string]>([
    ['under another id', (cookie) => cookie.replace(/^onramp-c[0-9a-f]/, 'onramp-c_').replace('c_', 'c0')],
    ['cut', (cookie) => cookie.slice(0, -5)],
    ['altered', (cookie) => cookie.replace(/\*[^*]{3}/, '*AAA')],
    ['empty', (cookie) => cookie.replace(/=.*/, '=')],
    ['something else', (cookie) => cookie.replace(/=.*/, '=Fe26.2*1*x*y*z')],
  ])('is unknown when it comes back %s', async (_, spoil) => {
    const id = held(TOKEN).id;
    const jar = spoil(pair(await cookieOf({ ...held(TOKEN), id: `c1${id.slice(2)}` })));
    const [, claimed = id] = /onramp-(c[0-9a-f]{24})/.exec(jar) ?? [];
    expect(await readConnection(env, jar, claimed)).toMatchObject({ error: { code: 'connection-unknown' } });
  });

  it('is unknown under another secret', async () => {
    const jar = pair(await cookieOf(held(TOKEN)));
    expect(await readConnections(environment({ ONRAMP_SECRET: 'y'.repeat(40) }), jar)).toEqual([]);
  });

  it('makes room for eight, and for the same one again', async () => {
    const cookies: string[] = [];
    for (let i = 0; i < 8; i += 1)
      cookies.push(pair(await cookieOf(held(`${TOKEN}${i}`), cookies.join('; '))));
    const jar = cookies.join('; ');
    expect(await readConnections(env, jar)).toHaveLength(8);
    expect(await holdConnection(env, jar, held('ninth'))).toMatchObject({
      error: { code: 'too-many-connections' },
    });
    expect((await holdConnection(env, jar, held(`${TOKEN}3`))).ok).toBe(true);
  });

  it('stays within what a browser keeps and what Node takes in one request', async () => {
    const long = await holdConnection(env, null, held('t'.repeat(4_000)));
    expect(long).toMatchObject({ error: { code: 'token-malformed', details: { reason: 'too-long' } } });
    const cookies: string[] = [];
    for (let i = 0; i < 3; i += 1) cookies.push(pair(await cookieOf(held(`${'t'.repeat(2_400)}${i}`))));
    const fourth = await holdConnection(env, cookies.join('; '), held(`${'t'.repeat(2_400)}4`));
    expect(fourth).toMatchObject({ error: { code: 'too-many-connections' } });
  });

  it('takes no other cookie of ours for a connection', () => {
    expect([...forgetConnections(env, 'onramp-theme=dark; onramp-x=1', null).keys()]).toEqual([]);
  });

  it('is forgotten alone or with all others, readable or not', async () => {
    const jar = `${pair(await cookieOf(held(TOKEN)))}; onramp-c${'0'.repeat(24)}=junk; theme=dark`;
    expect([...forgetConnections(env, jar, held(TOKEN).id).keys()]).toEqual([held(TOKEN).id]);
    const all = forgetConnections(env, jar, null);
    expect(all.size).toBe(2);
    expect(
      [...all.values()].every((cookie) =>
        cookie.includes('=; Path=/api; HttpOnly; SameSite=Strict; Max-Age=0'),
      ),
    ).toBe(true);
  });
});

describe('accessOf', () => {
  it('hands the token out for its own host only', () => {
    expect(accessOf(env, held(TOKEN))).toEqual({ ok: true, value: { origin: HUB, token: TOKEN } });
    const moved = environment({ ONRAMP_HUB: 'https://hub.example' });
    expect(accessOf(moved, held(TOKEN))).toMatchObject({ error: { code: 'host-not-allowed' } });
  });

  it('takes the token of the sandbox from the environment', () => {
    const url = 'http://127.0.0.1:4010';
    const settings = environment({
      ONRAMP_SANDBOX_URL: url,
      ONRAMP_SANDBOX_TOKEN_A: 'demo-a',
      ONRAMP_SANDBOX_TOKEN_B: 'demo-b',
    });
    const sandbox = { ...held('unused', { host: url, hostKind: 'sandbox', tenant: 'b' }), token: undefined };
    expect(accessOf(settings, sandbox)).toMatchObject({ value: { token: 'demo-b' } });
    expect(accessOf(env, sandbox)).toMatchObject({ error: { code: 'host-not-allowed' } });
  });

  it('passes the tenant headers on when they are configured', () => {
    const settings = environment({ ONRAMP_AUTH_TENANT: 'acme', ONRAMP_AUTH_TENANT_ID: '7' });
    expect(accessOf(settings, held(TOKEN))).toMatchObject({ value: { tenant: { name: 'acme', id: '7' } } });
  });
});
