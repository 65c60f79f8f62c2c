import { addAttributeRequest } from '../peak/contract/add-attribute';
import type { ColumnDefinition } from '../peak/contract/table-definition';
import type { Call } from './call';
import { readBody } from './call';
import { columnProblems } from './check-definition';
import { formatOf, rulesOf, sqlType } from './column-check';
import { answer, refuse } from './refusals';
import type { LiveSolution } from './tenant';

/** The samples of §3.5 give no format for dates, so the column gets the format that every sample value has. */
function withFormat(column: ColumnDefinition): ColumnDefinition {
  const format = formatOf(column);
  if (format === undefined || rulesOf(column).timestampFormat) return column;
  const known = format === 'YYYY-MM-DD' ? format : ('YYYY-MM-DD HH:MI:SS' as const);
  return { ...column, validations: [...column.validations, { type: 'timestampFormat', format: known }] };
}

/** By base name, exactly (§3.1); the full table name is understood as well. */
function findTable(solution: LiveSolution, name: string | undefined) {
  return [...solution.tables.values()].find(
    ({ definition, stored }) => definition.objectName === name || stored.name === name,
  );
}

/** `POST /api/v2/schema/{objectName}/add-attribute` (§3.5). Rows already stored hold null in the new column. */
export async function addAttribute(call: Call): Promise<Response> {
  const body = readBody(call, addAttributeRequest);
  if (!body.ok) return body.error;
  const { solutionName, ...asked } = body.value;
  const solution = call.tenant.solutions.get(solutionName);
  if (!solution) return refuse(404, 'not-found', `solution ${solutionName} does not exist`);
  const table = findTable(solution, call.table);
  if (!table) return refuse(404, 'not-found', `${call.table ?? ''} is no table of ${solutionName}`);
  const column = withFormat(asked);
  const problems = columnProblems(column);
  if (problems.length > 0) return refuse(400, 'definition-refused', problems.join('; '));
  const taken = table.definition.columns.some(
    ({ columnName }) => columnName.toUpperCase() === column.columnName,
  );
  if (taken)
    return refuse(
      409,
      'exists-already',
      `column ${column.columnName} already exists in ${table.stored.name}`,
    );
  await call.warehouse.addColumn(table.stored, { name: column.columnName, sqlType: sqlType(column) });
  await call.tenant.saveSolution({
    ...solution.record,
    tables: solution.record.tables.map((definition) =>
      definition === table.definition
        ? { ...definition, columns: [...definition.columns, column] }
        : definition,
    ),
  });
  return answer(201, { objectName: table.definition.objectName, columnName: column.columnName });
}
