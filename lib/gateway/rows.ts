import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Call } from './call';
import { malformed } from './call';
import { rowsQuery } from './contract';
import { passBatch } from './pass-batch';
import type { Problem } from './problem';
import { problem } from './problem';
import type { Reply } from './respond';

/**
 * A table's name as it stands in a path. Strict, because the path template around it is fixed: a dot-dot or a slash
 * would turn the request into another one.
 */
export const TABLE_NAME = /^[A-Za-z0-9_][A-Za-z0-9_$-]{0,254}$/;

/** Checks one batch and sends it on: origin, cookie, query, bytes; then Peak's answer as a value. */
export async function passRows(call: Call, table: string): Promise<Result<Reply, Problem>> {
  const held = await call.held();
  if (!held.ok) return held;
  if (!TABLE_NAME.test(table)) return problem('request-malformed', { field: 'table', reason: 'name' });
  const query = rowsQuery.safeParse(call.query);
  if (!query.success) return malformed(query.error);
  const rows = await call.bytes(call.env.ONRAMP_MAX_BODY_BYTES);
  if (!rows.ok) return rows;
  const passed = await passBatch(call, { ...query.data, held: held.value, table }, rows.value);
  if (!passed.ok) return passed;
  return ok({ body: passed.value.answer, log: passed.value.log });
}
