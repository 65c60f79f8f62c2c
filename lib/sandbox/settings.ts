import { z } from 'zod';
import type { Result } from '../base/result';
import { err, ok } from '../base/result';

/** What tests and demos may change while the sandbox runs. */
export const settings = z.strictObject({
  /** Rows per request (§4.2: 500, later 2,000). */
  rowsLimit: z.number().int().min(1).max(100_000),
  /** Bytes per request body (§4.2). */
  bodyLimit: z.number().int().min(1_000).max(4_000_000),
  /** Requests a second and tenant (§4.2); 0 lifts the limit. */
  rate: z.number().min(0).max(100_000),
  /** Milliseconds between accepted and written (§4.3). 0: an answer says that the rows are written. */
  flushMs: z.number().int().min(0).max(3_600_000),
  /** Milliseconds that every answer takes at least. */
  latencyMs: z.number().int().min(0).max(600_000),
  /** False: rows are checked and answered, but stored nowhere. For measuring the road alone. */
  store: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

/** Limits of May 2026 (§4.2). Written at once, so that whoever tries it sees the rows. */
export const DEFAULT_SETTINGS: Settings = {
  rowsLimit: 500,
  bodyLimit: 1_000_000,
  rate: 50,
  flushMs: 0,
  latencyMs: 0,
  store: true,
};

/** Public on purpose: the sandbox holds nothing, and whoever tries the app needs to know them. */
export const DEMO_TOKENS = { a: 'onramp-demo-tenant-a', b: 'onramp-demo-tenant-b' } as const;

const whole = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .default(fallback);
const token = (fallback: string) =>
  z
    .string()
    .regex(/^[\x21-\x7e]{8,}$/, 'must be at least 8 printable characters without spaces')
    .default(fallback);

const environment = z.object({
  SANDBOX_PORT: whole(4010).refine((port) => port > 0 && port < 65_536, 'must be from 1 to 65535'),
  SANDBOX_DATA_DIR: z.string().default('.onramp/sandbox'),
  SANDBOX_TOKEN_A: token(DEMO_TOKENS.a),
  SANDBOX_TOKEN_B: token(DEMO_TOKENS.b),
  SANDBOX_ROWS_LIMIT: whole(DEFAULT_SETTINGS.rowsLimit),
  SANDBOX_BODY_LIMIT: whole(DEFAULT_SETTINGS.bodyLimit),
  SANDBOX_RATE: whole(DEFAULT_SETTINGS.rate),
  SANDBOX_FLUSH_MS: whole(DEFAULT_SETTINGS.flushMs),
  SANDBOX_LATENCY_MS: whole(DEFAULT_SETTINGS.latencyMs),
  SANDBOX_CONTROL: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
});

export interface ServerSettings {
  readonly port: number;
  readonly dataDir: string;
  readonly tokens: { readonly a: string; readonly b: string };
  readonly control: boolean;
  readonly settings: Settings;
}

/** Reads the environment; on trouble one sentence per variable, never quoting a value. */
export function serverSettings(
  source: Readonly<Record<string, string | undefined>>,
): Result<ServerSettings, string[]> {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(filled);
  if (!parsed.success)
    return err(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  const env = parsed.data;
  if (env.SANDBOX_TOKEN_A === env.SANDBOX_TOKEN_B)
    return err(['SANDBOX_TOKEN_A and SANDBOX_TOKEN_B must differ: they tell two tenants apart.']);
  const limits = settings.safeParse({
    ...DEFAULT_SETTINGS,
    rowsLimit: env.SANDBOX_ROWS_LIMIT,
    bodyLimit: env.SANDBOX_BODY_LIMIT,
    rate: env.SANDBOX_RATE,
    flushMs: env.SANDBOX_FLUSH_MS,
    latencyMs: env.SANDBOX_LATENCY_MS,
  });
  if (!limits.success)
    return err(
      limits.error.issues.map(
        (issue) => `The setting ${String(issue.path[0])} is out of range: ${issue.message}.`,
      ),
    );
  return ok({
    port: env.SANDBOX_PORT,
    dataDir: env.SANDBOX_DATA_DIR,
    tokens: { a: env.SANDBOX_TOKEN_A, b: env.SANDBOX_TOKEN_B },
    control: env.SANDBOX_CONTROL === 'on',
    settings: limits.data,
  });
}
