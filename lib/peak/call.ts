import { TransportError, hasName } from '../base/errors';
import type { PeakBody, PeakRoad } from './road';
import { isRedirect, wasNeverConnected } from './road';
import { CALL_TIMEOUT_MS } from './limits';

export interface PeakAccess {
  /** From `resolveHost`, never from what a user typed. */
  readonly origin: string;
  readonly token: string;
  /** `x-auth-tenant` and `x-auth-tenantId`, asked for by one generation of the documentation only (§1). */
  readonly tenant?: { readonly name: string; readonly id: string } | undefined;
}

export interface PeakRequest {
  readonly method: 'GET' | 'POST';
  /** Absolute path and query on the access's origin. */
  readonly path: string;
  readonly body?: PeakBody;
  readonly timeoutMs?: number;
  /** Gives the call up. */
  readonly signal?: AbortSignal;
}

export interface PeakAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly date: string | null;
  /** The body as text, the token blotted out; cut when it was larger than we read. */
  readonly text: string;
  readonly cut: boolean;
}

/** Code of the innermost cause that has one, e.g. `ECONNREFUSED`; for logs and sentences. */
export function causeCode(error: unknown): string | undefined {
  let code: string | undefined;
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
    at = 'cause' in at ? at.cause : undefined;
  }
  return code;
}

/** Whether a failed call surely reached nobody, so that its rows were surely not stored. */
export function surelyNotSent(error: TransportError): boolean {
  // 307 and 308 say "repeat it over there"; after the others the request may have been taken (RFC 9110 §15.4).
  if (error.code === 'redirected') return /\b30[78]\b/.test(error.message);
  return wasNeverConnected(error.cause);
}

/** Shorter than any real token; blotting such a thing out would only tear holes into an answer. */
const SHORTEST_TOKEN = 8;

/** A service may quote a header in its complaint; the token must not come back to the page that way. */
export function blot(text: string, token: string): string {
  if (token.length < SHORTEST_TOKEN) return text;
  const inJson = JSON.stringify(token).slice(1, -1);
  return text.replaceAll(token, '[token]').replaceAll(inJson, '[token]');
}

function headersOf(access: PeakAccess, request: PeakRequest): Record<string, string> {
  return {
    // Raw, without a scheme word (§1).
    authorization: access.token,
    accept: 'application/json',
    ...(request.method === 'POST' ? { 'content-type': 'application/json' } : {}),
    ...(access.tenant ? { 'x-auth-tenant': access.tenant.name, 'x-auth-tenantId': access.tenant.id } : {}),
  };
}

/**
 * One request to Peak: time-out, no redirect followed, nothing of the browser's headers passed on. Any status but a
 * redirect is an answer; rejects with `TransportError` alone.
 */
export async function callPeak(
  road: PeakRoad,
  access: PeakAccess,
  request: PeakRequest,
): Promise<PeakAnswer> {
  const stop = new AbortController();
  let isLate = false;
  const giveUp = (): void => stop.abort();
  const timer = setTimeout(() => {
    isLate = true;
    stop.abort();
  }, request.timeoutMs ?? CALL_TIMEOUT_MS);
  // By hand: in Node 20 `AbortSignal.any` is held by nobody and may be collected before it is told.
  request.signal?.addEventListener('abort', giveUp);
  if (request.signal?.aborted) giveUp();
  try {
    const answer = await road(`${access.origin}${request.path}`, {
      method: request.method,
      headers: headersOf(access, request),
      signal: stop.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    if (isRedirect(answer.status))
      throw new TransportError('redirected', `answered ${answer.status}, which is not followed`);
    return { ...answer, text: blot(answer.text, access.token) };
  } catch (cause) {
    if (hasName(cause, 'TransportError')) throw cause;
    if (isLate) throw new TransportError('timeout', 'no answer in time', { cause });
    throw new TransportError('unreachable', 'could not be reached', { cause });
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', giveUp);
  }
}
