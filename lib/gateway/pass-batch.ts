import { createHash } from 'node:crypto';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import { envelopeAround, sendRows } from '../peak/ingest';
import type { OperationType } from '../peak/model';
import type { LedgerKey } from './batch-ledger';
import type { Call } from './call';
import type { BatchAnswer, RowsAnswer } from './contract';
import { countRows } from './count-rows';
import { turnFor } from './peak-call';
import { placeEchoes } from './place-echoes';
import type { Problem } from './problem';
import { problem } from './problem';
import type { Reply } from './respond';
import type { SealedConnection } from './session';

/** Where one batch goes. */
export interface BatchRoad {
  readonly held: SealedConnection;
  readonly table: string;
  readonly solution: string;
  readonly operation: OperationType;
  readonly dryRun: 'true' | 'false';
  /** Our id of this attempt. */
  readonly batch: string;
}

type Passed = { readonly answer: RowsAnswer; readonly log: NonNullable<Reply['log']> };

/** Checks one batch (shape, rows, bytes), takes its turn in the budget and sends it on. */
async function sendOn(
  call: Call,
  road: BatchRoad,
  rows: Uint8Array<ArrayBuffer>,
): Promise<Result<Passed, Problem>> {
  const { held, table, solution, operation, dryRun, batch } = road;
  const { ONRAMP_MAX_BODY_BYTES: maxBytes, ONRAMP_MAX_ROWS_PER_BATCH: maxRows } = call.env;
  const count = countRows(rows);
  if (!count.ok) return problem('request-malformed', { field: 'body', ...count.error });
  if (count.value > maxRows) return problem('body-too-large', { rows: count.value, maxRows });
  const envelope = { solutionName: solution, operationType: operation, dryRun: dryRun === 'true' };
  const body = envelopeAround(envelope, rows);
  // §4.2: whether 1 MB may be reached is not said, so it is not.
  if (body.bytes >= maxBytes) return problem('body-too-large', { bytes: body.bytes, maxBytes });
  const turn = await turnFor(call, held);
  if (!turn.ok) return turn;
  const left = performance.now();
  const answer = await sendRows(
    {
      road: call.road,
      access: turn.value.access,
      path: call.env.ONRAMP_INGEST_PATH.replace('{table}', () => table),
      timeoutMs: call.env.ONRAMP_TIMEOUT_MS,
      now: Date.now,
    },
    body,
    count.value,
  );
  const times = {
    waitedMs: Math.round(turn.value.waitedMs),
    peakMs: Math.round(performance.now() - left),
  };
  const told = answer.kind === 'answered' ? answer.peakStatus : answer.reason;
  const log = { connection: held.id, batch, rowCount: count.value, bytes: body.bytes, peak: told };
  return ok({ answer: answer.kind === 'answered' ? { ...answer, ...times } : answer, log });
}

export const refusedOf = ({ code, retryAfterMs }: Problem): BatchAnswer => ({
  kind: 'refused',
  code,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/**
 * One batch to Peak, its attempt in the ledger before it leaves and its outcome after. What Peak says, and what the
 * network does, is a value; a problem means that nothing left. A dry run stores nothing, so no ledger is asked.
 */
export async function passBatch(
  call: Call,
  road: BatchRoad,
  rows: Uint8Array<ArrayBuffer>,
): Promise<Result<Passed, Problem>> {
  if (road.dryRun === 'true') return sendOn(call, road, rows);
  const { ledger } = call;
  const key: LedgerKey = { connectionId: road.held.id, solution: road.solution, batch: road.batch };
  const hash = createHash('sha256').update(rows).digest('hex');
  const state = await ledger.open(key, hash).catch(() => 'down' as const);
  if (state === 'down') return problem('ledger-down');
  if (state === 'known') return problem('batch-repeated');
  if (state === 'given-up') return problem('batch-given-up');
  const passed = await sendOn(call, road, rows);
  const outcome = passed.ok ? passed.value.answer : refusedOf(passed.error);
  // The answer itself is on its way; a ledger that could not take it says "under way", later "unknown".
  await ledger.settle(key, placeEchoes(outcome, rows)).catch(() => undefined);
  return passed;
}
