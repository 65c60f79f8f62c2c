import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Call } from './call';
import { malformed } from './call';
import { batchId, claimRequest, ledgerQuery } from './contract';
import type { Problem } from './problem';
import { problem } from './problem';
import type { Reply } from './respond';
import { TABLE_NAME } from './rows';

/** What became of one attempt, told to whoever holds its connection. */
export async function tellBatch(call: Call, id: string): Promise<Result<Reply, Problem>> {
  const held = await call.held();
  if (!held.ok) return held;
  const batch = batchId.safeParse(id);
  if (!batch.success) return problem('request-malformed', { field: 'batch', reason: 'name' });
  const query = ledgerQuery.safeParse(call.query);
  if (!query.success) return malformed(query.error);
  const { solution, era } = query.data;
  const key = { connectionId: held.value.id, solution, batch: batch.data };
  const told = await call.ledger.ask(key, era).catch(() => undefined);
  if (!told) return problem('ledger-down');
  return ok({ body: told, log: { connection: held.value.id, batch: batch.data, state: told.state } });
}

/** A load says that it is being sent into a table, or that it is over, and hears who else is. */
export async function claimTable(call: Call, table: string): Promise<Result<Reply, Problem>> {
  const held = await call.held();
  if (!held.ok) return held;
  if (!TABLE_NAME.test(table)) return problem('request-malformed', { field: 'table', reason: 'name' });
  const form = await call.form(claimRequest);
  if (!form.ok) return form;
  const { solutionName: solution, loadId, over } = form.value;
  const place = { connectionId: held.value.id, solution, table };
  try {
    const claim = await call.ledger.claim(place, loadId);
    if (over) await call.ledger.release(place, loadId);
    return ok({ body: claim, log: { connection: held.value.id, others: claim.others } });
  } catch {
    return problem('ledger-down');
  }
}
