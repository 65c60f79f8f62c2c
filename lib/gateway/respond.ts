import type { z } from 'zod';
import { newId } from '../base/ids';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Env } from '../env';
import { env } from '../env';
import type { BatchLedger } from './batch-ledger';
import type { Budget } from './budget';
import type { GatewayErrorBody } from './contract';
import { CONNECTION_HEADER, connectionId } from './contract';
import { checkOrigin, readBytes } from './guard';
import { parseJson } from './json';
import { loggable } from './log';
import { STRICT_TRANSPORT } from './policy';
import type { Problem } from './problem';
import type { ProcessParts } from './process-parts';
import { processParts } from './process-parts';
import { STATUS_OF, problem } from './problem';
import type { SealedConnection } from './session';
import { readConnection } from './session';

/** No request of ours but rows is larger than a form. */
const MAX_FORM_BYTES = 64_000;

export interface Reply {
  readonly body: unknown;
  /** Sent as it comes, in place of `body`: lines of JSON. */
  readonly lines?: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** `Set-Cookie` values. */
  readonly cookies?: readonly string[];
  /** Facts for the log: numbers and codes only. */
  readonly log?: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** One request to one of our routes, as a handler sees it. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly cookies: string | null;
  readonly env: Env;
  readonly budget: Budget;
  readonly ledger: BatchLedger;
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

function callOf(request: Request, settings: Env, { budget, ledger }: ProcessParts): Call {
  const cookies = request.headers.get('cookie');
  const call: Call = {
    request,
    url: new URL(request.url),
    cookies,
    env: settings,
    budget,
    ledger,
    async held() {
      const id = connectionId.safeParse(request.headers.get(CONNECTION_HEADER));
      return id.success ? readConnection(settings, cookies, id.data) : problem('connection-required');
    },
    bytes: (maxBytes) => readBytes(request, maxBytes),
    async form(schema) {
      const read = await readBytes(request, MAX_FORM_BYTES);
      if (!read.ok) return read;
      const parsed = schema.safeParse(parseJson(new TextDecoder().decode(read.value)));
      return parsed.success ? ok(parsed.data) : malformed(parsed.error);
    },
  };
  return call;
}

function headersOf(settings: Env, requestId: string): Headers {
  // Not transformed: packing an answer costs more than sending it, and holds lines back.
  const headers = new Headers({ 'cache-control': 'no-store, no-transform', 'x-request-id': requestId });
  if (settings.ONRAMP_ORIGIN?.startsWith('https:'))
    headers.set('strict-transport-security', STRICT_TRANSPORT);
  return headers;
}

function respond(result: Result<Reply, Problem>, settings: Env, requestId: string): Response {
  const headers = headersOf(settings, requestId);
  if (result.ok) {
    for (const cookie of result.value.cookies ?? []) headers.append('set-cookie', cookie);
    if (!result.value.lines) return Response.json(result.value.body, { headers });
    headers.set('content-type', 'application/x-ndjson');
    // A proxy that collects answers would hold the lines back until the last one.
    headers.set('x-accel-buffering', 'no');
    return new Response(result.value.lines, { headers });
  }
  const { code, details, retryAfterMs } = result.error;
  if (retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  const error: GatewayErrorBody = {
    code,
    requestId,
    ...(details && Object.keys(details).length > 0 ? { details } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  return Response.json({ error }, { status: STATUS_OF[code], headers });
}

/**
 * The one way our routes answer: checks where the request comes from, runs the handler, turns its value into JSON or
 * our error shape, logs one line. Whatever a handler throws becomes `internal` with a request id, and nothing else.
 */
export function route<P>(
  name: string,
  rules: { readonly changes: boolean; readonly anyHost?: boolean },
  handle: (call: Call, params: P) => Promise<Result<Reply, Problem>>,
) {
  return async (request: Request, context: { readonly params: Promise<P> }): Promise<Response> => {
    const started = performance.now();
    const settings = env();
    const parts = processParts(settings);
    const { log } = parts;
    const requestId = newId();
    let result: Result<Reply, Problem>;
    try {
      const origin = settings.ONRAMP_ORIGIN;
      const allowed = rules.anyHost ? ok(true) : checkOrigin(request, { changes: rules.changes, origin });
      result = allowed.ok ? await handle(callOf(request, settings, parts), await context.params) : allowed;
    } catch (error) {
      log.error({ requestId, route: name, err: loggable(error) }, 'a route failed');
      result = problem('internal');
    }
    const response = respond(result, settings, requestId);
    log.info({
      requestId,
      route: name,
      method: request.method,
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      ...(result.ok ? result.value.log : { code: result.error.code }),
    });
    return response;
  };
}
