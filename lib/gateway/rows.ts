import type { Result } from '../base/result';
import { ok } from '../base/result';
import { envelopeBytes, sendRows } from '../peak/ingest';
import { rowsQuery } from './contract';
import { turnFor } from './peak-call';
import type { Problem } from './problem';
import { problem } from './problem';
import type { Call, Reply } from './respond';
import { malformed } from './respond';

/**
 * A table's name as it stands in a path. Strict, because the path template around it is fixed: a dot-dot or a slash
 * would turn the request into another one.
 */
export const TABLE_NAME = /^[A-Za-z0-9_][A-Za-z0-9_$-]{0,254}$/;

/**
 * The number of rows in a body that is exactly one JSON array of objects. Parsed to be checked and then thrown away:
 * what is sent on are the bytes, so that no number passes through a float, and nothing but an array can get into the envelope.
 */
export function countRows(bytes: Uint8Array): Result<number, Problem> {
  let parsed: unknown;
  try {
    // ignoreBOM keeps a byte order mark in the text, where it is malformed JSON: it would be inside the envelope.
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return problem('request-malformed', { field: 'body', reason: 'json' });
  }
  if (!Array.isArray(parsed)) return problem('request-malformed', { field: 'body', reason: 'not-an-array' });
  if (parsed.length === 0) return problem('request-malformed', { field: 'body', reason: 'no-rows' });
  const at = parsed.findIndex((row) => typeof row !== 'object' || row === null || Array.isArray(row));
  if (at >= 0) return problem('request-malformed', { field: 'body', reason: 'row-not-an-object', row: at });
  return ok(parsed.length);
}

/** Checks one batch and sends it on: origin, cookie, query, bytes, shape, number of rows, turn; then Peak's answer as a value. */
export async function passRows(call: Call, table: string): Promise<Result<Reply, Problem>> {
  const held = await call.held();
  if (!held.ok) return held;
  if (!TABLE_NAME.test(table)) return problem('request-malformed', { field: 'table', reason: 'name' });
  const query = rowsQuery.safeParse(Object.fromEntries(call.url.searchParams));
  if (!query.success) return malformed(query.error);
  const { solution, operation, dryRun, batch } = query.data;
  const { ONRAMP_MAX_BODY_BYTES: maxBytes, ONRAMP_MAX_ROWS_PER_BATCH: maxRows } = call.env;
  const rows = await call.bytes(maxBytes);
  if (!rows.ok) return rows;
  const count = countRows(rows.value);
  if (!count.ok) return count;
  if (count.value > maxRows) return problem('body-too-large', { rows: count.value, maxRows });
  const envelope = { solutionName: solution, operationType: operation, dryRun: dryRun === 'true' };
  const body = envelopeBytes(envelope, rows.value);
  // §4.2: whether 1 MB may be reached is not said, so it is not.
  if (body.byteLength >= maxBytes) return problem('body-too-large', { bytes: body.byteLength, maxBytes });
  const turn = await turnFor(call, held.value);
  if (!turn.ok) return turn;
  const answer = await sendRows(
    {
      fetcher: (url, init) => fetch(url, init),
      access: turn.value.access,
      path: call.env.ONRAMP_INGEST_PATH.replace('{table}', () => table),
      timeoutMs: call.env.ONRAMP_TIMEOUT_MS,
      now: Date.now,
    },
    body,
    count.value,
  );
  const told = answer.kind === 'answered' ? answer.peakStatus : answer.reason;
  const log = { connection: held.value.id, batch, rowCount: count.value, bytes: body.byteLength, peak: told };
  return ok({ body: answer, log });
}
