import { createHash, createHmac } from 'node:crypto';
import { sealData, unsealData } from 'iron-session';
import { z } from 'zod';
import type { Env } from '../env';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { PeakAccess } from '../peak/call';
import { hostStillAllowed } from '../peak/hosts';
import type { Connection } from './contract';
import { connection, connectionId } from './contract';
import type { Problem } from './problem';
import { problem } from './problem';

/** Two weeks; after that the token is asked for again. In seconds, as cookies count. */
const LIFE_S = 14 * 24 * 60 * 60;
/** RFC 6265 §6.1: browsers need keep no more than 4,096 bytes of a cookie, name and attributes included. */
const MAX_COOKIE_BYTES = 4_096;
/** Node refuses a request whose headers exceed 16 KiB with a bare 431, and every request carries all our cookies. */
const MAX_ALL_COOKIE_BYTES = 12_000;
const MAX_CONNECTIONS = 8;
const PREFIX = 'onramp-';

/** What a cookie holds. The sandbox's token stays in the environment, so only its tenant is sealed. */
const sealed = connection.extend({
  token: z.string().min(1).optional(),
  tenant: z.enum(['a', 'b']).optional(),
});
export type SealedConnection = z.infer<typeof sealed>;

/** The page's view of a connection: everything but the token. */
export function publicConnection({ id, name, host, hostKind, checkedAt }: SealedConnection): Connection {
  return { id, name, host, hostKind, checkedAt };
}

/** Keyed, so that nobody without our secret can test guesses of a token against an id. */
export function connectionIdOf(env: Env, host: string, token: string): string {
  const mac = createHmac('sha256', env.ONRAMP_SECRET).update(`${host}\n${token}`).digest('hex');
  return `c${mac.slice(0, 24)}`;
}

export function sandboxToken(env: Env, tenant: 'a' | 'b'): string | undefined {
  return tenant === 'a' ? env.ONRAMP_SANDBOX_TOKEN_A : env.ONRAMP_SANDBOX_TOKEN_B;
}

/** Cookies of ours in a request, by connection id, still sealed. */
function sealedCookies(header: string | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const [name = '', value = ''] = part.trim().split(/=(.*)/s);
    const id = name.startsWith(PREFIX) ? connectionId.safeParse(name.slice(PREFIX.length)).data : undefined;
    // Other cookies of ours (the theme) share the prefix and are no connections.
    if (id !== undefined) found.set(id, value);
  }
  return found;
}

// Unsealing costs 7 to 12 ms under load (measured), and a load sends the same cookie fifty times a second.
const REMEMBER_MS = 5_000;
const REMEMBER_MOST = 64;
const remembered = new Map<string, { readonly until: number; readonly connection: SealedConnection }>();

async function unseal(env: Env, id: string, value: string): Promise<SealedConnection | undefined> {
  const key = createHash('sha256').update(`${env.ONRAMP_SECRET}\n${id}\n${value}`).digest('base64');
  const known = remembered.get(key);
  if (known && known.until > Date.now()) return known.connection;
  remembered.delete(key);
  // A cookie of another secret, or one that is too old, comes back as an empty object.
  const data: unknown = await unsealData(value, { password: env.ONRAMP_SECRET, ttl: LIFE_S }).catch(
    () => ({}),
  );
  const parsed = sealed.safeParse(data);
  if (!parsed.success || parsed.data.id !== id) return undefined;
  if (remembered.size >= REMEMBER_MOST) remembered.clear();
  remembered.set(key, { until: Date.now() + REMEMBER_MS, connection: parsed.data });
  return parsed.data;
}

export async function readConnections(env: Env, cookies: string | null): Promise<SealedConnection[]> {
  const all = [...sealedCookies(cookies)].map(([id, value]) => unseal(env, id, value));
  return (await Promise.all(all)).filter((item) => item !== undefined);
}

export async function readConnection(
  env: Env,
  cookies: string | null,
  id: string,
): Promise<Result<SealedConnection, Problem>> {
  const value = sealedCookies(cookies).get(id);
  const found = value === undefined ? undefined : await unseal(env, id, value);
  return found ? ok(found) : problem('connection-unknown');
}

/** What a call to Peak needs; refused when the environment no longer allows the host that was sealed. */
export function accessOf(env: Env, held: SealedConnection): Result<PeakAccess, Problem> {
  const host = { kind: held.hostKind, origin: held.host };
  if (!hostStillAllowed(host, env)) return problem('host-not-allowed', { host: held.host });
  const token = held.hostKind === 'sandbox' ? sandboxToken(env, held.tenant ?? 'a') : held.token;
  if (token === undefined) return problem('sandbox-off');
  const { ONRAMP_AUTH_TENANT: name, ONRAMP_AUTH_TENANT_ID: id } = env;
  return ok({ origin: held.host, token, ...(name && id ? { tenant: { name, id } } : {}) });
}

function attributes(env: Env, maxAge: number): string {
  const secure = env.ONRAMP_ORIGIN?.startsWith('https:') ? '; Secure' : '';
  return `; Path=/api; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${secure}`;
}

/** The `Set-Cookie` value that holds a connection, unless it would not survive the browser's or Node's limits. */
export async function holdConnection(
  env: Env,
  cookies: string | null,
  held: SealedConnection,
): Promise<Result<string, Problem>> {
  const others = [...sealedCookies(cookies)].filter(([id]) => id !== held.id);
  const value = await sealData(held, { password: env.ONRAMP_SECRET, ttl: LIFE_S });
  const cookie = `${PREFIX}${held.id}=${value}${attributes(env, LIFE_S)}`;
  if (cookie.length > MAX_COOKIE_BYTES) return problem('token-malformed', { reason: 'too-long' });
  const carried = others.reduce((sum, [id, text]) => sum + PREFIX.length + id.length + text.length, 0);
  if (others.length >= MAX_CONNECTIONS || carried + cookie.length > MAX_ALL_COOKIE_BYTES)
    return problem('too-many-connections', { most: MAX_CONNECTIONS });
  return ok(cookie);
}

/** `Set-Cookie` values that forget one connection, or all of them; cookies we cannot open are forgotten too. */
export function forgetConnections(env: Env, cookies: string | null, id: string | null): Map<string, string> {
  const ids = [...sealedCookies(cookies).keys()].filter((held) => id === null || held === id);
  return new Map(ids.map((held) => [held, `${PREFIX}${held}=${attributes(env, 0)}`]));
}
