/** SQL text for the warehouse. Names are quoted, values are never part of it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export interface StoredColumn {
  readonly name: string;
  readonly sqlType: string;
}

/** One table as the warehouse knows it. */
export interface StoredTable {
  /** One schema of the database per tenant and target schema, so that tenants cannot meet. */
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly StoredColumn[];
  readonly primaryKey: readonly string[];
}

export const schemaFor = (tenant: string, targetSchemaName: string) => `${tenant}_${targetSchemaName}`;
export const full = (table: StoredTable) => `${quoted(table.schema)}.${quoted(table.name)}`;
/** Beside each table (§3.3). Its columns are not published (§7). */
export const fullFailed = (table: StoredTable) =>
  `${quoted(table.schema)}.${quoted(`${table.name}_failed_rows`)}`;

/** No constraint on the key: APPEND must be able to repeat it. UPSERT merges by it instead. */
export function createTables(table: StoredTable): string[] {
  const columns = table.columns.map(({ name, sqlType }) => `${quoted(name)} ${sqlType}`);
  return [
    `CREATE SCHEMA IF NOT EXISTS ${quoted(table.schema)}`,
    `CREATE TABLE ${full(table)} (${columns.join(', ')})`,
    `CREATE TABLE ${fullFailed(table)} (FAILED_AT TIMESTAMP, OPERATION_TYPE VARCHAR, ROW_INDEX INTEGER, ROW_DATA VARCHAR, ERRORS VARCHAR)`,
  ];
}

export const STAGE = 'onramp_stage';

/** Made anew for each write: a temporary table that is emptied instead keeps its dead rows in memory. */
export function createStage(columns: number): string {
  const texts = Array.from({ length: columns }, (_, place) => `c${place} VARCHAR`);
  return `CREATE OR REPLACE TEMP TABLE ${STAGE} (${texts.join(', ')})`;
}

function casts(columns: readonly StoredColumn[]): string {
  return columns
    .map(({ name, sqlType }, place) => `CAST(c${place} AS ${sqlType}) AS ${quoted(name)}`)
    .join(', ');
}

export function insertFromStage(target: string, columns: readonly StoredColumn[]): string {
  return `INSERT INTO ${target} BY NAME SELECT ${casts(columns)} FROM ${STAGE}`;
}

/** Updates every row that has the key, as a warehouse's MERGE does after an APPEND repeated it. */
export function mergeFromStage(table: StoredTable): string {
  const match = table.primaryKey.map((name) => `t.${quoted(name)} = s.${quoted(name)}`).join(' AND ');
  return (
    `MERGE INTO ${full(table)} AS t USING (SELECT ${casts(table.columns)} FROM ${STAGE}) AS s ON ${match} ` +
    'WHEN MATCHED THEN UPDATE BY NAME WHEN NOT MATCHED THEN INSERT BY NAME'
  );
}

export const FAILED_COLUMNS: readonly StoredColumn[] = [
  { name: 'FAILED_AT', sqlType: 'TIMESTAMP' },
  { name: 'OPERATION_TYPE', sqlType: 'VARCHAR' },
  { name: 'ROW_INDEX', sqlType: 'INTEGER' },
  { name: 'ROW_DATA', sqlType: 'VARCHAR' },
  { name: 'ERRORS', sqlType: 'VARCHAR' },
];
