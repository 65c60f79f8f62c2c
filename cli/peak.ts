import type { Env } from '@/lib/env';
import { parseEnv } from '@/lib/env';
import type { HostChoice } from '@/lib/gateway/contract';
import { countRows } from '@/lib/gateway/count-rows';
import { checkToken } from '@/lib/gateway/token';
import type { PeakAccess } from '@/lib/peak/call';
import { peakClient } from '@/lib/peak/client';
import type { PeakProblem } from '@/lib/peak/errors';
import { resolveHost } from '@/lib/peak/hosts';
import { envelopeAround, sendRows } from '@/lib/peak/ingest';
import type { SolutionSchema, TableSpec } from '@/lib/peak/model';
import { roadOverSockets } from '@/lib/peak/sockets';
import type { Transport } from '@/lib/submission/ports';
import { ownBudget } from './budget';
import { EXIT, Stop } from './stop';
import { peakSentence } from './terminal-words';

type GatewayCode = Parameters<typeof peakSentence>[0];

function stopOf(code: GatewayCode, details: PeakProblem['details'] = {}): Stop {
  const isDown = ['peak-timeout', 'peak-unreachable', 'peak-failed', 'peak-rate'].includes(code);
  return new Stop(isDown ? EXIT.waiting : EXIT.refused, code, peakSentence(code, details));
}

/** The environment as the server reads it; a terminal needs none of what only a server has to have. */
export function environment(source: Readonly<Record<string, string | undefined>>): Env {
  // The server's own token for its sandbox is asked for together with its address; here PEAK_AUTH_TOKEN is used.
  const parsed = parseEnv({ ...source, NODE_ENV: undefined, ONRAMP_SANDBOX_TOKEN_A: 'not-used-here' });
  if (!parsed.ok) throw new Stop(EXIT.usage, 'environment', parsed.error.join('\n'));
  for (const sentence of parsed.value.warnings) process.stderr.write(`${sentence}\n`);
  return parsed.value;
}

/** `hub`, `sandbox`, `sandbox:b`, a cluster's name, or the address itself; what it resolves to is checked later. */
export function hostChoiceOf(text: string): HostChoice {
  if (text === 'hub') return { kind: 'hub' };
  if (text === 'sandbox' || text === 'sandbox:a') return { kind: 'sandbox', tenant: 'a' };
  if (text === 'sandbox:b') return { kind: 'sandbox', tenant: 'b' };
  if (text === 'https://ingestion.peak.ai') return { kind: 'hub' };
  const cluster = /^https:\/\/ingestion\.([a-z0-9-]+)\.peak\.ai\/?$/.exec(text)?.[1];
  if (cluster !== undefined) return { kind: 'regional', cluster };
  return text.startsWith('https://')
    ? { kind: 'allowed', origin: text }
    : { kind: 'regional', cluster: text };
}

function accessTo(choice: HostChoice, env: Env, token: string | undefined): PeakAccess {
  const host = resolveHost(choice, env);
  if (!host.ok && host.error === 'sandbox-off') {
    const why = 'Set ONRAMP_SANDBOX_URL to the address of a running one, such as http://127.0.0.1:4010.';
    throw new Stop(
      EXIT.refused,
      'sandbox-off',
      `The plan goes to the sandbox, and none is named here. ${why}`,
    );
  }
  if (!host.ok) throw stopOf(host.error);
  const checked = checkToken(token);
  if (!checked.ok && checked.error.code === 'token-empty') {
    const why = 'It is read from the environment variable PEAK_AUTH_TOKEN, and never from an argument.';
    throw new Stop(EXIT.refused, 'token-empty', `The token is missing. ${why}`);
  }
  if (!checked.ok) throw stopOf(checked.error.code, checked.error.details);
  const { ONRAMP_AUTH_TENANT: name, ONRAMP_AUTH_TENANT_ID: id } = env;
  return {
    origin: host.value.origin,
    token: checked.value,
    ...(name && id ? { tenant: { name, id } } : {}),
  };
}

/** Peak as this process speaks to it: one host, one token, one rate budget for all that is asked. */
export function peakAt(
  choice: HostChoice,
  env: Env,
  { PEAK_AUTH_TOKEN: token, ONRAMP_SECRET: secret }: Readonly<Record<string, string | undefined>>,
) {
  const hasSecret = secret !== undefined;
  const access = accessTo(choice, env, token);
  const budget = ownBudget(env, hasSecret, access);
  const timeoutMs = env.ONRAMP_TIMEOUT_MS;
  const road = roadOverSockets(env);
  const client = peakClient({ road, access, timeoutMs, now: Date.now });

  const send: Transport['send'] = async ({ signal, body, ...request }) => {
    if (signal.aborted) return { kind: 'no-answer', reason: 'aborted', maybeStored: false };
    const turn = await budget.take();
    if (!turn.ok) return { kind: 'refused', ...turn.error };
    const count = countRows(body);
    const envelope = {
      solutionName: request.solutionName,
      operationType: request.operation,
      dryRun: request.dryRun,
    };
    const to = {
      road,
      signal,
      access,
      path: env.ONRAMP_INGEST_PATH.replace('{table}', () => encodeURIComponent(request.table)),
      timeoutMs,
      now: Date.now,
    };
    return sendRows(to, envelopeAround(envelope, body), count.ok ? count.value : 0);
  };

  return {
    origin: access.origin,
    token: access.token,
    close: budget.close,
    transport: { send },
    /** The live schema and one of its tables, by its full name or without prefix and suffix. */
    async table(
      solutionName: string,
      name: string,
    ): Promise<{ readonly schema: SolutionSchema; readonly table: TableSpec }> {
      const read = await client.readSchema(solutionName);
      if (!read.ok) throw stopOf(read.error.code, read.error.details);
      const { schema } = read.value;
      const table =
        schema.tables.find((one) => one.name === name) ??
        schema.tables.find((one) => one.objectName.toUpperCase() === name.toUpperCase());
      if (table) return { schema, table };
      const names = schema.tables.map((one) => one.name).join(', ');
      const sentence = `${solutionName} on ${access.origin} has no table ${name}. It has: ${names}.`;
      throw new Stop(EXIT.refused, 'table-unknown', sentence);
    },
  };
}
export type Peak = ReturnType<typeof peakAt>;
