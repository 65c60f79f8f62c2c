import type { RolloutRequest } from '../peak/contract/rollout';
import { rolloutRequest } from '../peak/contract/rollout';
import type { TableDefinition } from '../peak/contract/table-definition';
import type { Call } from './call';
import { readBody } from './call';
import type { RowFault } from './refusals';
import { answer, fault, refuse } from './refusals';
import type { SolutionRecord } from './tenant';
import { Tenant, storedTable } from './tenant';

type Outcome = { readonly name: string; readonly problem?: RowFault };

/** Table names are compared without case: DuckDB has one table for `Sale` and `SALE`. */
function nameTaken(call: Call, schema: string, name: string): boolean {
  return [...call.tenant.solutions.values()].some(({ tables }) =>
    [...tables.values()].some(
      ({ stored }) =>
        stored.schema.toUpperCase() === schema.toUpperCase() &&
        stored.name.toUpperCase() === name.toUpperCase(),
    ),
  );
}

async function createOne(call: Call, request: RolloutRequest, table: TableDefinition): Promise<Outcome> {
  const stored = storedTable(call.tenant.name, request, table);
  const { name } = stored;
  if (nameTaken(call, stored.schema, name))
    return { name, problem: fault('exists-already', `table ${name} already exists`) };
  const seen = { tenant: call.tenant.name, operation: call.operation, table: name };
  if (call.faults.strike(seen, 'table'))
    return { name, problem: fault('internal', `table ${name} could not be created`) };
  await call.warehouse.createTable(stored);
  return { name };
}

function sameRollout(record: SolutionRecord, request: RolloutRequest): boolean {
  const keys = ['prefix', 'suffix', 'appName', 'appVersion', 'targetSchemaName'] as const;
  return keys.every((key) => record[key] === request[key]);
}

/**
 * `POST /api/v2/schema/rollout` (§3.3). 201 when every table was created, 207 when some were, 409 when none was because
 * all are there, 500 when none could be. Repeating a rollout creates what is missing and leaves the rest alone; the
 * same solution name with other facts is refused.
 */
export async function rollOut(call: Call): Promise<Response> {
  const body = readBody(call, rolloutRequest);
  if (!body.ok) return body.error;
  const request = body.value;
  const known = call.tenant.solutions.get(request.solutionName)?.record;
  if (known && !sameRollout(known, request))
    return refuse(
      409,
      'exists-already',
      `solution ${request.solutionName} already exists with other details`,
    );
  const definitions = call.tenant.schemas.get(Tenant.schemaKey(request.appName, request.appVersion));
  if (!definitions)
    return refuse(404, 'not-found', `no schema is saved for ${request.appName} ${request.appVersion}`);
  const outcomes: Outcome[] = [];
  const created: TableDefinition[] = [];
  for (const definition of definitions) {
    const outcome = await createOne(call, request, definition);
    outcomes.push(outcome);
    if (!outcome.problem) created.push(definition);
  }
  if (created.length > 0)
    await call.tenant.saveSolution({ ...request, tables: [...(known?.tables ?? []), ...created] });
  const failed = outcomes.flatMap(({ name, problem }) => (problem ? [{ objectName: name, ...problem }] : []));
  const allThere = failed.every(({ code }) => code === fault('exists-already', '').code);
  const status = failed.length === 0 ? 201 : created.length > 0 ? 207 : allThere ? 409 : 500;
  return answer(status, {
    successfulObjects: outcomes.filter(({ problem }) => !problem).map(({ name }) => name),
    failedObjects: failed,
  });
}
