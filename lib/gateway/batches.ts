import type { Result } from '../base/result';
import { ok } from '../base/result';
import { MOST_BYTES, splitFrames } from './batch-frames';
import type { Call } from './call';
import { malformed } from './call';
import type { BatchLine } from './contract';
import { batchesQuery } from './contract';
import type { Lines, LinesReply } from './node-route';
import { passBatch, refusedOf } from './pass-batch';
import type { Problem } from './problem';
import { problem } from './problem';
import { TABLE_NAME } from './rows';

/**
 * Several batches in one request: a browser opens six connections to an HTTP/1.1 origin, too few to use the budget when
 * Peak takes its time. Each batch is passed for itself, all at once under the budget, and answered by a line as soon as
 * its own answer is there. A browser that goes away stops no batch: outcomes stay in the ledger.
 */
export async function passBatches(call: Call, table: string): Promise<Result<LinesReply, Problem>> {
  const held = await call.held();
  if (!held.ok) return held;
  if (!TABLE_NAME.test(table)) return problem('request-malformed', { field: 'table', reason: 'name' });
  const query = batchesQuery.safeParse(call.query);
  if (!query.success) return malformed(query.error);
  const body = await call.bytes(MOST_BYTES);
  if (!body.ok) return body;
  const frames = splitFrames(body.value);
  if (!frames.ok) return problem('request-malformed', { field: 'body', reason: frames.error });

  const lines: Lines = async (tell) => {
    const pass = async (id: string, rows: Uint8Array<ArrayBuffer>): Promise<void> => {
      const road = { ...query.data, held: held.value, table, batch: id };
      const passed = await passBatch(call, road, rows);
      tell({ id, answer: passed.ok ? passed.value.answer : refusedOf(passed.error) } satisfies BatchLine);
    };
    // A batch whose passing breaks has no line, which is what is known of it: the ledger is asked then.
    await Promise.allSettled(frames.value.map(({ id, rows }) => pass(id, rows)));
  };
  const log = { connection: held.value.id, batches: frames.value.length, bytes: body.value.byteLength };
  return ok({ body: null, lines, log });
}
