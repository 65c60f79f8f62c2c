import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import type { StoredColumn, StoredTable } from './sql';
import {
  FAILED_COLUMNS,
  STAGE,
  createStage,
  createTables,
  full,
  fullFailed,
  insertFromStage,
  mergeFromStage,
  quoted,
} from './sql';

type Cells = readonly (string | null)[];

/** What one accepted request has to write. Cells are text; the warehouse casts them. */
export interface Write {
  readonly table: StoredTable;
  readonly operation: 'UPSERT' | 'APPEND';
  readonly rows: readonly Cells[];
  /** In the order of FAILED_COLUMNS. */
  readonly failed: readonly Cells[];
}

/** DuckDB's vector size: the most rows a chunk can carry. */
const CHUNK_ROWS = 2_048;
/** Rows of one transaction; beyond it the wait of the first request grows without gain. */
const COMMIT_ROWS = 20_000;

interface Waiting extends Write {
  readonly done: () => void;
  readonly failedWith: (error: unknown) => void;
}

/** Unambiguous: the length of each part stands before it. */
function keyText(places: readonly number[], row: Cells): string {
  let text = '';
  for (const place of places) {
    const part = row[place] ?? '';
    text += `${part.length}:${part}`;
  }
  return text;
}

/** The last of each key, at the place of the last. Equal keys have equal text (column-check). */
function lastOfEachKey(table: StoredTable, rows: readonly Cells[]): readonly Cells[] {
  const places = table.primaryKey.map((name) => table.columns.findIndex((column) => column.name === name));
  const last = new Map<string, Cells>();
  for (const row of rows) last.set(keyText(places, row), row);
  return last.size === rows.length ? rows : [...last.values()];
}

/** Neighbours of one table and operation travel together; the order of requests is kept. */
function groups(writes: readonly Waiting[]): Write[] {
  const grouped: { table: StoredTable; operation: Write['operation']; rows: Cells[]; failed: Cells[] }[] = [];
  for (const { table, operation, rows, failed } of writes) {
    const last = grouped.at(-1);
    if (last?.table === table && last.operation === operation) {
      for (const row of rows) last.rows.push(row);
      for (const row of failed) last.failed.push(row);
    } else grouped.push({ table, operation, rows: [...rows], failed: [...failed] });
  }
  return grouped;
}

/**
 * One DuckDB file. Everything runs one after the other on one connection; requests that wait meanwhile are committed
 * together, which is where the speed comes from (measured in README.md).
 */
export class Warehouse {
  #tail: Promise<unknown> = Promise.resolve();
  #waiting: Waiting[] = [];

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  /** `path` of the file, or `:memory:`. Rejects when another process holds the file. */
  static async open(path: string): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(path);
    return new Warehouse(instance, await instance.connect());
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.connection.run('BEGIN');
    try {
      await work();
      await this.connection.run('COMMIT');
    } catch (error) {
      await this.connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** Runs statements as one transaction: all of them or none. */
  change(statements: readonly string[], values: Record<string, string> = {}): Promise<void> {
    return this.#exclusive(() =>
      this.#transaction(async () => {
        for (const statement of statements) {
          const used = Object.entries(values).filter(([name]) => statement.includes(`$${name}`));
          await this.connection.run(statement, Object.fromEntries(used));
        }
      }),
    );
  }

  /** Rows of a query as text, column by name. */
  read(statement: string, values: Record<string, string> = {}): Promise<Record<string, string | null>[]> {
    return this.#exclusive(async () => {
      const reader = await this.connection.runAndReadAll(statement, values);
      const names = reader.columnNames();
      return reader
        .getRows()
        .map((row) =>
          Object.fromEntries(
            row.map((cell, place) => [names[place] ?? '', cell === null ? null : String(cell)]),
          ),
        );
    });
  }

  createTable(table: StoredTable): Promise<void> {
    return this.change(createTables(table));
  }

  addColumn(table: StoredTable, column: StoredColumn): Promise<void> {
    return this.change([`ALTER TABLE ${full(table)} ADD COLUMN ${quoted(column.name)} ${column.sqlType}`]);
  }

  dropTable(table: StoredTable): Promise<void> {
    return this.change([`DROP TABLE IF EXISTS ${full(table)}`, `DROP TABLE IF EXISTS ${fullFailed(table)}`]);
  }

  /** Resolves once the rows are committed. */
  write(write: Write): Promise<void> {
    return new Promise((done, failedWith) => {
      this.#waiting.push({ ...write, done, failedWith });
      if (this.#waiting.length === 1) void this.#exclusive(() => this.#commitWaiting());
    });
  }

  async #commitWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      let rows = 0;
      const end = this.#waiting.findIndex((write) => (rows += write.rows.length) > COMMIT_ROWS);
      const taken = this.#waiting.slice(0, end < 0 ? undefined : Math.max(end, 1));
      try {
        await this.#transaction(async () => {
          for (const group of groups(taken)) await this.#store(group);
        });
        taken.forEach((write) => write.done());
      } catch (error) {
        taken.forEach((write) => write.failedWith(error));
      }
      this.#waiting = this.#waiting.slice(taken.length);
    }
  }

  async #store({ table, operation, rows, failed }: Write): Promise<void> {
    if (rows.length > 0) {
      await this.#stage(table.columns.length, operation === 'UPSERT' ? lastOfEachKey(table, rows) : rows);
      await this.connection.run(
        operation === 'UPSERT' ? mergeFromStage(table) : insertFromStage(full(table), table.columns),
      );
    }
    if (failed.length > 0) {
      await this.#stage(FAILED_COLUMNS.length, failed);
      await this.connection.run(insertFromStage(fullFailed(table), FAILED_COLUMNS));
    }
  }

  async #stage(columns: number, rows: readonly Cells[]): Promise<void> {
    await this.connection.run(createStage(columns));
    const types = Array.from({ length: columns }, () => VARCHAR);
    const appender = await this.connection.createAppender(STAGE);
    for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setRows(rows.slice(from, from + CHUNK_ROWS));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  /** Waits for what was begun, then lets go of the file. */
  async close(): Promise<void> {
    await this.#exclusive(async () => undefined);
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
