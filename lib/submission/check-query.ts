import { parse } from 'lossless-json';
import type { TableSpec } from '../peak/model';
import type { PreparedRow } from '../intake/prepared';
import { literal, name } from './sql-text';

/** All of the table in which Peak keeps the rows that failed (§3.3); its columns are not published, so none is named. */
export const failedRowsQuery = (schema: string, table: string): string =>
  `SELECT * FROM ${name(schema)}.${name(`${table}_failed_rows`)};`;

/**
 * Rows that one group joins. Hazard: a parser goes one level deeper with every member of a chain of UNION ALL, and a
 * warehouse refuses a statement beyond some thousands of levels; groups in brackets keep both numbers small.
 */
const GROUP = 500;

/** One SELECT a row: in a chain, and beyond `GROUP` in a chain of bracketed chains. */
function joined(selects: readonly string[]): string {
  if (selects.length <= GROUP) return selects.map((select) => `  ${select}`).join(' UNION ALL\n');
  const groups: string[] = [];
  for (let from = 0; from < selects.length; from += GROUP)
    groups.push(`(\n${joined(selects.slice(from, from + GROUP))}\n)`);
  return groups.join(' UNION ALL ');
}

/**
 * Asks the warehouse which of these rows (by the user's own row number) it does not hold. By primary key, or by all
 * columns where the table has none. `rows` must be `ready`, in file order, at least one.
 */
export function checkQuery(
  schema: string,
  table: Pick<TableSpec, 'name' | 'columns' | 'primaryKey'>,
  rows: readonly Pick<PreparedRow, 'row' | 'json'>[],
): string {
  const keyed = table.primaryKey.length > 0;
  const columns = keyed ? table.primaryKey : table.columns.map((column) => column.name);
  const asked = rows.map(({ row, json }, at) => {
    const values = parse(json ?? '{}');
    const cells = columns.map((column) => {
      const value =
        typeof values === 'object' && values !== null
          ? (values as Readonly<Record<string, unknown>>)[column]
          : undefined;
      return at === 0 ? `${literal(value)} AS ${name(column)}` : literal(value);
    });
    return `SELECT ${[at === 0 ? `${row} AS source_row` : String(row), ...cells].join(', ')}`;
  });
  const same = columns.map((column) => {
    const [theirs, ours] = [`stored.${name(column)}`, `asked.${name(column)}`];
    return keyed ? `${theirs} = ${ours}` : `(${theirs} = ${ours} OR (${theirs} IS NULL AND ${ours} IS NULL))`;
  });
  return [
    'SELECT asked.source_row',
    'FROM (',
    joined(asked),
    ') AS asked',
    'WHERE NOT EXISTS (',
    `  SELECT 1 FROM ${name(schema)}.${name(table.name)} AS stored`,
    `  WHERE ${same.join('\n    AND ')}`,
    ')',
    'ORDER BY asked.source_row;',
  ].join('\n');
}
