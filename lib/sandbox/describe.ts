import type { Call } from './call';
import { answer, refuse } from './refusals';

/** `GET /api/v2/schema/solutions` (§3.6), as a bare array. */
export async function listSolutions(call: Call): Promise<Response> {
  const solutions = [...call.tenant.solutions.values()].map(({ record }) => {
    const { tables, ...facts } = record;
    return { ...facts, tableCount: tables.length };
  });
  return answer(200, solutions);
}

/** `GET /api/v2/schema?solutionName=…` (§3.7). */
export async function readSchema(call: Call): Promise<Response> {
  const solutionName = call.url.searchParams.get('solutionName');
  if (!solutionName) return refuse(400, 'malformed', 'solutionName is missing from the query');
  const solution = call.tenant.solutions.get(solutionName);
  if (!solution) return refuse(404, 'not-found', `solution ${solutionName} does not exist`);
  const { tables: _definitions, ...facts } = solution.record;
  const tables = [...solution.tables.values()].map(({ stored, definition }) => ({
    tableName: stored.name,
    ...definition,
  }));
  return answer(200, { ...facts, tables });
}
