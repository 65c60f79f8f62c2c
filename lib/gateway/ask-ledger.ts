import type { z } from 'zod';
import type { ServerLedger } from '../submission/ports';
import { CONNECTION_HEADER, CSRF_HEADER, claimAnswer, ledgerAnswer } from './contract';
import { parseJson } from './json';
import type { Fetcher } from './send-rows';

/** A look at the ledger touches nothing but our own server. */
const PATIENCE_MS = 10_000;

/** Our server's batch ledger as the worker asks it. An answer that did not come, or is none, is undefined. */
export function ledgerOver(fetcher: Fetcher): ServerLedger {
  const ask = async <T>(
    schema: z.ZodType<T>,
    path: string,
    connectionId: string,
    body?: object,
  ): Promise<T | undefined> => {
    try {
      const response = await fetcher(path, {
        method: body ? 'POST' : 'GET',
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          [CONNECTION_HEADER]: connectionId,
          ...(body ? { [CSRF_HEADER]: '1', 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return schema.safeParse(parseJson(await response.text())).data;
    } catch {
      return undefined;
    }
  };
  return {
    ask: ({ connectionId, solutionName, batchId, era }) => {
      const query = new URLSearchParams({ solution: solutionName, ...(era === undefined ? {} : { era }) });
      return ask(ledgerAnswer, `/api/batches/${encodeURIComponent(batchId)}?${query}`, connectionId);
    },
    claim: ({ connectionId, table, ...body }) =>
      ask(claimAnswer, `/api/tables/${encodeURIComponent(table)}/claim`, connectionId, body),
  };
}
