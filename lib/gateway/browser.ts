import type { z } from 'zod';
import { ContractError, TransportError, hasName } from '../base/errors';
import type {
  AttributeRequest,
  ConnectRequest,
  RolloutRequest,
  SaveSchemaRequest,
  SessionAnswer,
} from './contract';
import {
  CONNECTION_HEADER,
  CSRF_HEADER,
  attributeAnswer,
  connectAnswer,
  forgetAnswer,
  gatewayError,
  healthAnswer,
  rolloutAnswer,
  saveSchemaAnswer,
  schemaAnswer,
  sessionAnswer,
  solutionsAnswer,
} from './contract';
import { GatewayFailure } from './failure';
import { parseJson } from './json';
import { patienceOf } from './patience';
import type { Fetcher } from './send-rows';
import { rowsSender } from './send-rows';

/** Longer than the server's own limit on one call to Peak (60 s) plus its wait for the rate budget. */
const PATIENCE_MS = 90_000;

interface Call {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly connectionId?: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

const within = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`;

function initOf(call: Call, signal: AbortSignal): RequestInit {
  return {
    method: call.method ?? 'GET',
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    signal,
    headers: {
      ...(call.method ? { [CSRF_HEADER]: '1' } : {}),
      ...(call.connectionId ? { [CONNECTION_HEADER]: call.connectionId } : {}),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  };
}

function transportError(cause: unknown, signal: AbortSignal | undefined): TransportError {
  if (signal?.aborted) return new TransportError('aborted', 'the request was given up', { cause });
  if (hasName(cause, 'TimeoutError')) return new TransportError('timeout', 'no answer in time', { cause });
  return new TransportError('unreachable', 'our own server could not be reached', { cause });
}

async function ask<T>(fetcher: Fetcher, schema: z.ZodType<T>, call: Call): Promise<T> {
  let status: number;
  let body: unknown;
  const patience = patienceOf(PATIENCE_MS, [call.signal]);
  try {
    const response = await fetcher(call.path, initOf(call, patience.signal));
    status = response.status;
    const text = await response.text();
    body = parseJson(text);
  } catch (cause) {
    throw transportError(cause, call.signal);
  } finally {
    patience.end();
  }
  if (status >= 400) {
    const problem = gatewayError.safeParse(body);
    if (problem.success) throw new GatewayFailure(problem.data.error);
    // A balancer or Next itself answered in our place; nothing in it is for the user.
    throw new TransportError('unreachable', `our own server answered ${status} without saying why`);
  }
  const answer = schema.safeParse(body);
  if (answer.success) return answer.data;
  throw new ContractError(
    call.path,
    answer.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  );
}

/**
 * Typed calls to our own server, one per route, for pages and the worker. Each rejects with `GatewayFailure` (refused,
 * with a code), `TransportError` (our server was not reached) or `ContractError` (its answer has another shape);
 * `sendRows` alone never rejects: it is the `Transport` of lib/submission/ports.ts.
 */
export function gatewayOver(fetcher: Fetcher) {
  return {
    readSession: (signal?: AbortSignal): Promise<SessionAnswer> =>
      ask(fetcher, sessionAnswer, { path: '/api/session', signal }),
    connect: (body: ConnectRequest, signal?: AbortSignal) =>
      ask(fetcher, connectAnswer, { path: '/api/session', method: 'POST', body, signal }),
    /** One connection, or all of them when no id is given. */
    forget: (connectionId?: string, signal?: AbortSignal) =>
      ask(fetcher, forgetAnswer, {
        path: connectionId ? within('/api/session', { connection: connectionId }) : '/api/session',
        method: 'DELETE',
        signal,
      }),
    readSolutions: (connectionId: string, signal?: AbortSignal) =>
      ask(fetcher, solutionsAnswer, { path: '/api/solutions', connectionId, signal }),
    readSchema: (connectionId: string, solutionName: string, signal?: AbortSignal) =>
      ask(fetcher, schemaAnswer, {
        path: within('/api/schema', { solution: solutionName }),
        connectionId,
        signal,
      }),
    saveSchema: (connectionId: string, body: SaveSchemaRequest, signal?: AbortSignal) =>
      ask(fetcher, saveSchemaAnswer, { path: '/api/schema', method: 'POST', connectionId, body, signal }),
    rollOut: (connectionId: string, body: RolloutRequest, signal?: AbortSignal) =>
      ask(fetcher, rolloutAnswer, {
        path: '/api/schema/rollout',
        method: 'POST',
        connectionId,
        body,
        signal,
      }),
    addAttribute: (connectionId: string, table: string, body: AttributeRequest, signal?: AbortSignal) =>
      ask(fetcher, attributeAnswer, {
        path: `/api/tables/${encodeURIComponent(table)}/attributes`,
        method: 'POST',
        connectionId,
        body,
        signal,
      }),
    readHealth: (signal?: AbortSignal) => ask(fetcher, healthAnswer, { path: '/api/health', signal }),
    sendRows: rowsSender(fetcher, PATIENCE_MS),
  };
}
export type Gateway = ReturnType<typeof gatewayOver>;

/** The gateway of the page or worker that is running. */
export const gateway: Gateway = gatewayOver((path, init) => fetch(path, init));
