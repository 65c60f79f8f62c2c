import { newId } from '../base/ids';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Env } from '../env';
import { env } from '../env';
import type { Arrival } from './arrival';
import { arrivedAsRequest } from './arrival';
import type { Call } from './call';
import { callOf } from './call';
import type { GatewayErrorBody } from './contract';
import { checkOrigin } from './guard';
import { loggable } from './log';
import { STRICT_TRANSPORT } from './policy';
import type { Problem } from './problem';
import { STATUS_OF, problem } from './problem';
import { processParts } from './process-parts';

export interface Reply {
  readonly body: unknown;
  /** `Set-Cookie` values. */
  readonly cookies?: readonly string[];
  /** Facts for the log: numbers and codes only. */
  readonly log?: Readonly<Record<string, string | number | boolean | undefined>>;
}

export interface Rules {
  /** Whether the request changes something, here or at Peak. */
  readonly changes: boolean;
  /** Whether it may come under any name of this server, as a health check does. */
  readonly anyHost?: boolean;
}

/** What goes back, before it takes the form of a door. */
export interface Outcome<R extends Reply> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body as JSON. */
  readonly text: string;
  /** What the handler answered, if it did not refuse. */
  readonly reply?: R;
}

function outcomeOf<R extends Reply>(
  result: Result<R, Problem>,
  settings: Env,
  requestId: string,
): Outcome<R> {
  const isSecure = settings.ONRAMP_ORIGIN?.startsWith('https:');
  const headers = {
    'content-type': 'application/json',
    // Not transformed: packing an answer costs more than sending it, and holds lines back.
    'cache-control': 'no-store, no-transform',
    'x-request-id': requestId,
    ...(isSecure ? { 'strict-transport-security': STRICT_TRANSPORT } : {}),
  };
  if (result.ok)
    return { status: 200, headers, text: JSON.stringify(result.value.body), reply: result.value };
  const { code, details, retryAfterMs } = result.error;
  const error: GatewayErrorBody = {
    code,
    requestId,
    ...(details && Object.keys(details).length > 0 ? { details } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const wait = retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) };
  return { status: STATUS_OF[code], headers: { ...headers, ...wait }, text: JSON.stringify({ error }) };
}

/**
 * The one way our routes answer: checks where the request comes from, runs the handler, turns its value into JSON or
 * our error shape, logs one line. Whatever a handler throws becomes `internal` with a request id, and nothing else.
 */
export async function answer<R extends Reply>(
  name: string,
  rules: Rules,
  arrival: Arrival,
  handle: (call: Call) => Promise<Result<R, Problem>>,
): Promise<Outcome<R>> {
  const started = performance.now();
  const settings = env();
  const parts = processParts(settings);
  const { log } = parts;
  const requestId = newId();
  let result: Result<R, Problem>;
  try {
    const origin = settings.ONRAMP_ORIGIN;
    const allowed = rules.anyHost ? ok(true) : checkOrigin(arrival, { changes: rules.changes, origin });
    result = allowed.ok ? await handle(callOf(arrival, settings, parts)) : allowed;
  } catch (error) {
    log.error({ requestId, route: name, err: loggable(error) }, 'a route failed');
    result = problem('internal');
  }
  const outcome = outcomeOf(result, settings, requestId);
  log.info({
    requestId,
    route: name,
    method: arrival.method,
    status: outcome.status,
    ms: Math.round((performance.now() - started) * 10) / 10,
    ...(result.ok ? result.value.log : { code: result.error.code }),
  });
  return outcome;
}

/** A handler of `app/api`. */
export function route<P>(
  name: string,
  rules: Rules,
  handle: (call: Call, params: P) => Promise<Result<Reply, Problem>>,
) {
  return async (request: Request, context: { readonly params: Promise<P> }): Promise<Response> => {
    const { status, headers, text, reply } = await answer(
      name,
      rules,
      arrivedAsRequest(request),
      async (call) => handle(call, await context.params),
    );
    const response = new Response(text, { status, headers });
    for (const cookie of reply?.cookies ?? []) response.headers.append('set-cookie', cookie);
    return response;
  };
}
