import { ingestRequest } from '../peak/contract/rows';
import type { Call } from './call';
import { readBody } from './call';
import { writeExactJson } from './exact-json';
import type { RowFault } from './refusals';
import { answer, fault, refuse } from './refusals';

interface FailedRow {
  /** Place in the request, counted from 0. */
  readonly index: number;
  readonly errors: readonly RowFault[];
}

/** A moment as warehouse text, in UTC. */
const momentText = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

function holdsAny(row: unknown, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  const json = writeExactJson(row);
  return texts.some((text) => json.includes(text));
}

/**
 * `POST /api/v2/objects/{table}` (§4). 200 all rows accepted, 207 part of them, 400 none of them. A dry run answers the
 * same and writes nothing, failed rows included (§4.5).
 */
export async function ingest(call: Call): Promise<Response> {
  const body = readBody(call, ingestRequest);
  if (!body.ok) return body.error;
  const { solutionName, data, operationType, dryRun } = body.value;
  const solution = call.tenant.solutions.get(solutionName);
  if (!solution) return refuse(404, 'not-found', `solution ${solutionName} does not exist`);
  const table = solution.tables.get(call.table ?? '');
  if (!table) return refuse(404, 'not-found', `${call.table ?? ''} is no table of ${solutionName}`);
  const { rowsLimit, flushMs, store } = call.settings;
  if (data.length === 0) return refuse(400, 'no-rows', 'data must hold at least one row');
  if (data.length > rowsLimit)
    return refuse(400, 'too-many-rows', `data holds ${data.length} rows, ${rowsLimit} are allowed`);
  if (operationType === 'UPSERT' && table.stored.primaryKey.length === 0)
    return refuse(
      400,
      'no-primary-key',
      `${table.stored.name} has no primary key, so only APPEND is possible`,
    );

  const seen = { tenant: call.tenant.name, operation: call.operation, table: call.table };
  const unwanted = call.faults.unwanted(seen, 'rows-refused');
  const unwritable = call.faults.unwanted(seen, 'rows-fail-late');
  const rows: (string | null)[][] = [];
  const failed: FailedRow[] = [];
  const late: FailedRow[] = [];
  data.forEach((row, index) => {
    const checked = table.check(row);
    if (!checked.ok) failed.push({ index, errors: checked.faults });
    else if (holdsAny(row, unwanted))
      failed.push({
        index,
        errors: [fault('value-not-allowed', 'scripted: a rule of the tenant refuses it')],
      });
    else if (holdsAny(row, unwritable))
      late.push({
        index,
        errors: [fault('value-not-allowed', 'scripted: found at the time of writing')],
      });
    else rows.push(checked.values);
  });
  if (!dryRun && store) {
    const failedAt = momentText(call.clock.now());
    const failedRows = [...failed, ...late].map(({ index, errors }) => [
      failedAt,
      operationType,
      String(index),
      writeExactJson(data[index]),
      JSON.stringify(errors),
    ]);
    const write = { table: table.stored, operation: operationType, rows, failed: failedRows };
    await call.buffer.accept(write, flushMs);
  }
  const accepted = rows.length + late.length;
  const status = failed.length === 0 ? 200 : accepted > 0 ? 207 : 400;
  return answer(status, { accepted, failed });
}
