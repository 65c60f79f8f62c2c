import { hasName } from '../base/errors';
import type { Transport, TransportAnswer } from '../submission/ports';
import { parseJson } from './json';
import { CONNECTION_HEADER, CSRF_HEADER, gatewayError, rowsAnswer } from './contract';

/** The part of `fetch` that is used; a path, never a foreign address. */
export type Fetcher = (path: string, init: RequestInit) => Promise<Response>;

type RowsRequest = Parameters<Transport['send']>[0];

/**
 * Answers of ours that came before anything went to Peak. `internal` is not among them: whatever broke may have
 * broken after the rows had left.
 */
const refusedAfterwards = new Set(['internal']);

/** Statuses of the HTTP server itself (headers too large, request time-out) before any handler saw the rows. */
const neverHandled = new Set([408, 431]);

function pathOf(request: RowsRequest): string {
  const query = new URLSearchParams({
    solution: request.solutionName,
    operation: request.operation,
    dryRun: String(request.dryRun),
    batch: request.batchId,
  });
  return `/api/tables/${encodeURIComponent(request.table)}/rows?${query}`;
}

function lost(reason: 'timeout' | 'unreachable' | 'aborted', maybeStored: boolean): TransportAnswer {
  return { kind: 'no-answer', reason, maybeStored };
}

async function readAnswer(response: Response): Promise<TransportAnswer> {
  const body = parseJson(await response.text());
  const answer = rowsAnswer.safeParse(body);
  if (answer.success) return answer.data;
  const refusal = gatewayError.safeParse(body);
  if (refusal.success && !refusedAfterwards.has(refusal.data.error.code)) {
    const { code, retryAfterMs } = refusal.data.error;
    return { kind: 'refused', code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  return lost('unreachable', !neverHandled.has(response.status));
}

/**
 * `Transport.send` over our route. A browser cannot tell "never left" from "answer lost", so every failure after the
 * request was started may have stored rows; only a request given up before it was started surely has not.
 */
export function rowsSender(fetcher: Fetcher, patienceMs: number): Transport['send'] {
  return async (request) => {
    if (request.signal.aborted) return lost('aborted', false);
    try {
      const response = await fetcher(pathOf(request), {
        method: 'POST',
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs)]),
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
    }
  };
}
