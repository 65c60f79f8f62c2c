import type { TableSpec } from '../peak/model';
import { literal, name } from './sql-text';

/** What the script says in between, in words of the page's. */
export interface UndoNotes {
  readonly head: readonly string[];
  readonly look: string;
  readonly remove: string;
  readonly before: string;
}

interface Undo {
  readonly schema: string;
  readonly table: Pick<TableSpec, 'name' | 'columns' | 'primaryKey'>;
  /** Names of the columns that were sent. */
  readonly sent: readonly string[];
  /** When the first row left, ms since the epoch; undefined leaves the look back out. */
  readonly firstSentAt: number | undefined;
  readonly notes: UndoNotes;
}

/** Rows of one INSERT: warehouses take 16,384 at most. */
const AT_ONCE = 1_000;
const SENT = 'onramp_sent';

/** A note can name a file, and a line end in that name would end the comment. */
const comment = (text: string): string => `-- ${text.replace(/[\r\n\u2028\u2029\u0085]+/g, ' ')}\n`;

/** By these the rows are found again: the key, or every column sent where there is none. */
export const namedBy = ({ table, sent }: Pick<Undo, 'table' | 'sent'>): readonly string[] =>
  table.primaryKey.length > 0
    ? table.primaryKey
    : table.columns.map((column) => column.name).filter((column) => sent.includes(column));

/** True where rows of the table are those of `onramp_sent`; `stored` is the table's name in the query around it. */
function isSent(columns: readonly string[], keyed: boolean, stored: string): string {
  const same = columns.map((column) => {
    const [theirs, ours] = [`${stored}.${name(column)}`, `sent.${name(column)}`];
    return keyed ? `${theirs} = ${ours}` : `(${theirs} = ${ours} OR (${theirs} IS NULL AND ${ours} IS NULL))`;
  });
  return `EXISTS (\n  SELECT 1 FROM ${SENT} AS sent\n  WHERE ${same.join('\n    AND ')}\n)`;
}

/** Count and sum of one column over the rows that `onramp_sent` names, for a comparison with what was sent. */
export function sumQueries(
  { schema, table, sent }: Pick<Undo, 'schema' | 'table' | 'sent'>,
  column: string,
): { readonly whole: string; readonly ofLoad: string } {
  const from = `SELECT COUNT(*) AS row_count, SUM(CAST(stored.${name(column)} AS DECIMAL(38, 10))) AS control_sum\nFROM ${name(schema)}.${name(table.name)} AS stored`;
  const columns = namedBy({ table, sent });
  return {
    whole: `${from};`,
    ofLoad: `${from}\nWHERE ${isSent(columns, table.primaryKey.length > 0, 'stored')};`,
  };
}

/**
 * SQL that names the rows of a load in a temporary table, counts what the warehouse holds of them, and removes it in a
 * transaction that the reader ends. Read by Snowflake, Redshift and Postgres alike, but for the look back, which is a
 * comment. `rows`: values by column in lower case.
 */
export async function* undoScript(
  undo: Undo,
  rows: AsyncIterable<ReadonlyMap<string, unknown>>,
): AsyncGenerator<string> {
  const { schema, table, firstSentAt, notes } = undo;
  const columns = namedBy(undo);
  const keyed = table.primaryKey.length > 0;
  const full = `${name(schema)}.${name(table.name)}`;
  const list = columns.map(name).join(', ');
  yield `${notes.head.map(comment).join('')}\n`;
  yield `CREATE TEMPORARY TABLE ${SENT} AS SELECT ${list} FROM ${full} WHERE 1 = 0;\n`;
  let inOne = 0;
  for await (const values of rows) {
    const cells = columns.map((column) => literal(values.get(column.toLowerCase())));
    yield inOne === 0 ? `INSERT INTO ${SENT} (${list}) VALUES\n  ` : ',\n  ';
    yield `(${cells.join(', ')})`;
    inOne += 1;
    if (inOne < AT_ONCE) continue;
    yield ';\n';
    inOne = 0;
  }
  if (inOne > 0) yield ';\n';
  yield `\n${comment(notes.look)}SELECT COUNT(*) FROM ${full} AS stored\nWHERE ${isSent(columns, keyed, 'stored')};\n`;
  if (firstSentAt !== undefined) {
    const moment = new Date(firstSentAt).toISOString().slice(0, 19).replace('T', ' ');
    const look = `SELECT * FROM ${full} AT (TIMESTAMP => '${moment} +0000'::TIMESTAMP_TZ) AS stored WHERE ${isSent(columns, keyed, 'stored')};`;
    yield `\n${comment(notes.before)}${look.split('\n').map(comment).join('')}`;
  }
  const where = isSent(columns, keyed, name(table.name));
  yield `\n${comment(notes.remove)}BEGIN;\nDELETE FROM ${full}\nWHERE ${where};\n-- COMMIT;\n-- ROLLBACK;\n`;
}
