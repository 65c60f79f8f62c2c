import type { TableCount, TableRows } from './control-contract';
import type { StoredTable } from './sql';
import { full, fullFailed, quoted } from './sql';
import type { Warehouse } from './warehouse';

/**
 * Sums are exact: floats are summed as decimals of ten places, since adding doubles gives another result in another
 * order, and a test could not compare.
 */
function sumOf(table: StoredTable, name: string): string {
  const column = table.columns.find((candidate) => candidate.name === name);
  const value = column?.sqlType === 'DOUBLE' ? `CAST(${quoted(name)} AS DECIMAL(38, 10))` : quoted(name);
  return `CAST(SUM(${value}) AS VARCHAR)`;
}

/** What is in a table now, without what still waits. `sums`: names of numeric columns. */
export async function countTable(
  warehouse: Warehouse,
  table: StoredTable,
  sums: readonly string[],
): Promise<Omit<TableCount, 'pending'>> {
  const asked = sums.map((name, place) => `, ${sumOf(table, name)} AS s${place}`).join('');
  const [counts = {}] = await warehouse.read(`SELECT COUNT(*) AS n${asked} FROM ${full(table)}`);
  const [failed = {}] = await warehouse.read(`SELECT COUNT(*) AS n FROM ${fullFailed(table)}`);
  const key = table.primaryKey.map(quoted).join(', ');
  const [distinct = {}] = key
    ? await warehouse.read(`SELECT COUNT(*) AS n FROM (SELECT DISTINCT ${key} FROM ${full(table)})`)
    : [{}];
  return {
    rows: Number(counts.n),
    distinctKeys: key ? Number(distinct.n) : null,
    failedRows: Number(failed.n),
    sums: Object.fromEntries(sums.map((name, place) => [name, counts[`s${place}`] ?? null])),
  };
}

export interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** Rows as text, in the order of the key. */
export function readRows(warehouse: Warehouse, table: StoredTable, window: Window): Promise<TableRows> {
  const columns = table.columns.map(({ name }) => `CAST(${quoted(name)} AS VARCHAR) AS ${quoted(name)}`);
  const order = table.primaryKey.length > 0 ? table.primaryKey.map(quoted).join(', ') : 'rowid';
  return warehouse.read(
    `SELECT ${columns.join(', ')} FROM ${full(table)} ORDER BY ${order} LIMIT ${window.limit} OFFSET ${window.offset}`,
  );
}

/** Rejected rows, oldest first. */
export function readFailedRows(warehouse: Warehouse, table: StoredTable, window: Window): Promise<TableRows> {
  return warehouse.read(
    `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${fullFailed(table)} ORDER BY rowid LIMIT ${window.limit} OFFSET ${window.offset}`,
  );
}
