import { hasName } from '../base/errors';
import type { Transport, TransportAnswer } from '../submission/ports';
import { parseJson } from './json';
import { patienceOf } from './patience';
import type { BatchAnswer, GatewayErrorBody } from './contract';
import { CONNECTION_HEADER, CSRF_HEADER, gatewayError, rowsAnswer } from './contract';

/** The part of `fetch` that is used; a path, never a foreign address. */
export type Fetcher = (path: string, init: RequestInit) => Promise<Response>;

type RowsRequest = Parameters<Transport['send']>[0];

/**
 * Refusals that do not prove that nothing went to Peak. `internal`: it may have broken after the rows had left.
 * `batch-repeated`: this attempt came twice, and the first of the two may have left.
 */
const refusedAfterwards = new Set(['internal', 'batch-repeated']);

/** Statuses of the HTTP server itself (headers too large, request time-out) before any handler saw the rows. */
export const neverHandled: ReadonlySet<number> = new Set([408, 431]);

function pathOf(request: RowsRequest): string {
  const query = new URLSearchParams({
    solution: request.solutionName,
    operation: request.operation,
    dryRun: String(request.dryRun),
    batch: request.batchId,
  });
  return `/api/tables/${encodeURIComponent(request.table)}/rows?${query}`;
}

export function lost(reason: 'timeout' | 'unreachable' | 'aborted', maybeStored: boolean): TransportAnswer {
  return { kind: 'no-answer', reason, maybeStored };
}

/** What a refusal of ours means for the rows of its request. */
export const refusedAnswerOf = ({
  code,
  retryAfterMs,
}: Pick<GatewayErrorBody, 'retryAfterMs'> & { readonly code: string }): TransportAnswer =>
  refusedAfterwards.has(code)
    ? lost('unreachable', true)
    : { kind: 'refused', code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };

export const answerOf = (answer: BatchAnswer): TransportAnswer =>
  answer.kind === 'refused'
    ? refusedAnswerOf({
        code: answer.code,
        ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
      })
    : answer;

async function readAnswer(response: Response): Promise<TransportAnswer> {
  const body = parseJson(await response.text());
  const answer = rowsAnswer.safeParse(body);
  if (answer.success) return answer.data;
  const refusal = gatewayError.safeParse(body);
  if (refusal.success) return refusedAnswerOf(refusal.data.error);
  return lost('unreachable', !neverHandled.has(response.status));
}

/**
 * `Transport.send` over our route. A browser cannot tell "never left" from "answer lost", so every failure after the
 * request was started may have stored rows; only a request given up before it was started surely has not.
 */
export function rowsSender(fetcher: Fetcher, patienceMs: number): Transport['send'] {
  return async (request) => {
    if (request.signal.aborted) return lost('aborted', false);
    const patience = patienceOf(patienceMs, [request.signal]);
    try {
      const response = await fetcher(pathOf(request), {
        method: 'POST',
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: patience.signal,
        headers: {
          [CSRF_HEADER]: '1',
          [CONNECTION_HEADER]: request.connectionId,
          'content-type': 'application/json',
        },
        body: request.body,
      });
      return await readAnswer(response);
    } catch (error) {
      if (request.signal.aborted) return lost('aborted', true);
      return lost(hasName(error, 'TimeoutError') ? 'timeout' : 'unreachable', true);
    } finally {
      patience.end();
    }
  };
}
