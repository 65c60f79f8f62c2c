import type { z } from 'zod';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Env } from '../env';
import type { PeakRoad } from '../peak/road';
import type { Arrival } from './arrival';
import type { BatchLedger } from './batch-ledger';
import type { Budget } from './budget';
import { CONNECTION_HEADER, connectionId } from './contract';
import { readBytes } from './guard';
import { parseJson } from './json';
import type { Problem } from './problem';
import { problem } from './problem';
import type { ProcessParts } from './process-parts';
import type { SealedConnection } from './session';
import { readConnection } from './session';

/** No request of ours but rows is larger than a form. */
const MAX_FORM_BYTES = 64_000;

/** One request to one of our routes, as a handler sees it. */
export interface Call {
  readonly query: Readonly<Record<string, string>>;
  readonly cookies: string | null;
  readonly env: Env;
  readonly budget: Budget;
  readonly ledger: BatchLedger;
  /** To Peak. */
  readonly road: PeakRoad;
  /** The connection named in the request's header, unsealed. */
  held(): Promise<Result<SealedConnection, Problem>>;
  bytes(maxBytes: number): Promise<Result<Uint8Array<ArrayBuffer>, Problem>>;
  form<T>(schema: z.ZodType<T>): Promise<Result<T, Problem>>;
}

/** The first complaint of a schema as facts: where and what, never the value. */
export function malformed(error: z.ZodError): ReturnType<typeof problem> {
  const [issue] = error.issues;
  return problem('request-malformed', {
    field: issue?.path.join('.') ?? '',
    reason: issue?.code ?? 'unreadable',
  });
}

export function callOf(arrival: Arrival, settings: Env, { budget, ledger, road }: ProcessParts): Call {
  const cookies = arrival.header('cookie');
  const at = arrival.url.indexOf('?');
  return {
    query: Object.fromEntries(new URLSearchParams(at < 0 ? '' : arrival.url.slice(at))),
    cookies,
    env: settings,
    budget,
    ledger,
    road,
    async held() {
      const id = connectionId.safeParse(arrival.header(CONNECTION_HEADER));
      return id.success ? readConnection(settings, cookies, id.data) : problem('connection-required');
    },
    bytes: (maxBytes) => readBytes(arrival, maxBytes),
    async form(schema) {
      const read = await readBytes(arrival, MAX_FORM_BYTES);
      if (!read.ok) return read;
      const parsed = schema.safeParse(parseJson(new TextDecoder().decode(read.value)));
      return parsed.success ? ok(parsed.data) : malformed(parsed.error);
    },
  };
}
