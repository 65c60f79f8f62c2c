import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  CALL_TIMEOUT_MS,
  MAX_BODY_BYTES,
  MAX_ROWS_PER_BATCH,
  REQUESTS_PER_SECOND,
  ROWS_PER_BATCH,
} from './peak/limits';
import { proxyAddress } from './peak/proxy';
import type { Result } from './base/result';
import { err, ok } from './base/result';

/** iron-session seals with a password of at least this many characters. */
const SECRET_CHARS = 32;

const whole = (min: number, max: number, fallback: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message)
    .default(fallback);
};

/** Exactly an origin: no path, no user, no trailing slash, lower case, so that comparing is string equality. */
function isOrigin(text: string, schemes: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return schemes.includes(url.protocol) && url.origin === text;
}

const origin = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => isOrigin(text, schemes),
      `must be an origin such as ${schemes[0] ?? 'https:'}//host.example, without a path or a trailing slash`,
    );

const secretText = z.string().regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces');

const variables = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: whole(1, 65_535, 3_000),
  ONRAMP_SECRET: secretText
    .min(SECRET_CHARS, `must have at least ${SECRET_CHARS} characters (npm start makes one and keeps it)`)
    .optional(),
  ONRAMP_ORIGIN: origin(['https:', 'http:']).optional(),
  ONRAMP_SANDBOX_URL: origin(['http:', 'https:']).optional(),
  ONRAMP_SANDBOX_TOKEN_A: secretText.optional(),
  ONRAMP_SANDBOX_TOKEN_B: secretText.optional(),
  ONRAMP_HUB: origin(['https:']).default('https://ingestion.peak.ai'),
  ONRAMP_ALLOWED_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim()))
    .refine(
      (entries) => entries.every((entry) => isOrigin(entry, ['https:'])),
      'must be a comma list of https origins, each without a path or a trailing slash',
    )
    .default([]),
  ONRAMP_INGEST_PATH: z
    .string()
    .regex(
      /^\/[A-Za-z0-9/_.-]*\{table\}[A-Za-z0-9/_.-]*$/,
      'must be a path that starts with / and holds {table} once',
    )
    .refine((path) => !path.includes('..') && !path.startsWith('//'), 'must not hold .. or start with //')
    .default('/api/v2/objects/{table}'),
  ONRAMP_ROWS_PER_BATCH: whole(1, MAX_ROWS_PER_BATCH, ROWS_PER_BATCH),
  ONRAMP_MAX_ROWS_PER_BATCH: whole(1, MAX_ROWS_PER_BATCH, MAX_ROWS_PER_BATCH),
  ONRAMP_MAX_BODY_BYTES: whole(10_000, MAX_BODY_BYTES, MAX_BODY_BYTES),
  ONRAMP_RATE: whole(1, 10_000, REQUESTS_PER_SECOND),
  ONRAMP_TIMEOUT_MS: whole(100, 600_000, CALL_TIMEOUT_MS),
  ONRAMP_AUTH_TENANT: secretText.optional(),
  ONRAMP_AUTH_TENANT_ID: secretText.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  HTTPS_PROXY: z.string().optional(),
  NO_PROXY: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
    .default([]),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/\S+$/, 'must start with redis:// or rediss://')
    .optional(),
});

export type Env = z.output<typeof variables> & {
  readonly ONRAMP_SECRET: string;
  readonly production: boolean;
  /** What is set and is not used, a sentence each, for the terminal. */
  readonly warnings: readonly string[];
};

/** Rules between variables; each answer is a sentence for the terminal. */
function contradictions(env: z.output<typeof variables>): string[] {
  const found: string[] = [];
  if (env.NODE_ENV === 'production' && env.ONRAMP_SECRET === undefined)
    found.push(
      `ONRAMP_SECRET is missing: set it to at least ${SECRET_CHARS} random characters, the same on every instance.`,
    );
  if (env.ONRAMP_SANDBOX_URL !== undefined && env.ONRAMP_SANDBOX_TOKEN_A === undefined)
    found.push(
      'ONRAMP_SANDBOX_TOKEN_A is missing: ONRAMP_SANDBOX_URL is set, and the sandbox needs its token.',
    );
  if (env.ONRAMP_ROWS_PER_BATCH > env.ONRAMP_MAX_ROWS_PER_BATCH)
    found.push('ONRAMP_ROWS_PER_BATCH must not be larger than ONRAMP_MAX_ROWS_PER_BATCH.');
  if ((env.ONRAMP_AUTH_TENANT === undefined) !== (env.ONRAMP_AUTH_TENANT_ID === undefined))
    found.push('ONRAMP_AUTH_TENANT and ONRAMP_AUTH_TENANT_ID must be set together (§1).');
  return found;
}

type Source = Readonly<Record<string, string | undefined>>;

/**
 * Both spellings are in use; where both stand, other programs follow the small one. One that only other programs
 * understand must not keep this one from its start.
 */
function proxyNamed(source: Source): { readonly address?: string; readonly warnings: readonly string[] } {
  const name = ['https_proxy', 'HTTPS_PROXY'].find((one) => source[one]?.trim());
  if (name === undefined) return { warnings: [] };
  const address = proxyAddress(source[name] ?? '');
  if (address !== undefined) return { address, warnings: [] };
  const sentence = `${name} is not the address of an http or https proxy, such as http://user:password@proxy.example:8080 with signs in the password written as %40; it is not used, and requests to Peak leave without a proxy.`;
  return { warnings: [sentence] };
}

/**
 * Reads a whole environment at once; an empty variable counts as absent. On trouble: one sentence per variable, naming
 * it, never quoting its value. Outside production a missing secret is made up and lives as long as the process.
 */
export function parseEnv(source: Source): Result<Env, string[]> {
  const { https_proxy: _https, HTTPS_PROXY: _HTTPS, no_proxy: NO_PROXY, ...rest } = source;
  const { address: HTTPS_PROXY, warnings } = proxyNamed(source);
  const named = [...Object.entries(rest), ...Object.entries({ HTTPS_PROXY, NO_PROXY })];
  const filled = Object.fromEntries(named.filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(filled);
  if (!parsed.success)
    return err(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  const sentences = contradictions(parsed.data);
  if (sentences.length > 0) return err(sentences);
  const secret = parsed.data.ONRAMP_SECRET ?? randomBytes(SECRET_CHARS).toString('hex');
  const production = parsed.data.NODE_ENV === 'production';
  return ok({ ...parsed.data, ONRAMP_SECRET: secret, production, warnings });
}

// One object for the process: Next may load this module once per bundle, and a made-up secret must be one secret.
const slot: { [key: symbol]: Env | undefined } = globalThis;
const KEY = Symbol.for('peak-onramp.env');

/** The environment of this process. Throws an Error with the sentences when it is bad. */
export function env(): Env {
  const known = slot[KEY];
  if (known) return known;
  const parsed = parseEnv(process.env);
  if (!parsed.ok) throw new Error(`The environment is not usable. ${parsed.error.join(' ')}`);
  slot[KEY] = parsed.value;
  return parsed.value;
}

const warnOf = (sentence: string): boolean => process.stderr.write(`Peak Onramp: ${sentence}\n`);

/** Ends the process with one sentence per bad variable on standard error; warns there of what is not used. */
export function demandEnv(): void {
  const parsed = parseEnv(process.env);
  if (parsed.ok) return parsed.value.warnings.forEach(warnOf);
  process.stderr.write(`Peak Onramp cannot start:\n${parsed.error.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
}
