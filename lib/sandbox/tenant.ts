import { z } from 'zod';
import { tableDefinition } from '../peak/contract/table-definition';
import type { TableDefinition } from '../peak/contract/table-definition';
import type { CheckedRow } from './check-row';
import { compileRow } from './check-row';
import { sqlType } from './column-check';
import type { StoredTable } from './sql';
import { schemaFor } from './sql';
import type { Warehouse } from './warehouse';

export const TENANTS = ['a', 'b'] as const;
export type TenantName = (typeof TENANTS)[number];

const solutionRecord = z.object({
  solutionName: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  appName: z.string(),
  appVersion: z.string(),
  targetSchemaName: z.string(),
  tables: z.array(tableDefinition),
});
export type SolutionRecord = z.infer<typeof solutionRecord>;

/** A rolled-out table with its compiled checks. */
export interface LiveTable {
  readonly definition: TableDefinition;
  readonly stored: StoredTable;
  readonly check: (row: unknown) => CheckedRow;
}

export interface LiveSolution {
  readonly record: SolutionRecord;
  /** By full name, prefix and suffix included. */
  readonly tables: ReadonlyMap<string, LiveTable>;
}

const RECORDS = 'onramp_records';

const fullName = (record: Pick<SolutionRecord, 'prefix' | 'suffix'>, objectName: string) =>
  `${record.prefix}${objectName}${record.suffix}`;

/** What a table of a solution becomes in the warehouse (§3.3, 4.1). */
export function storedTable(
  tenant: TenantName,
  record: Omit<SolutionRecord, 'tables'>,
  definition: TableDefinition,
): StoredTable {
  return {
    schema: schemaFor(tenant, record.targetSchemaName),
    name: fullName(record, definition.objectName),
    columns: definition.columns.map((column) => ({ name: column.columnName, sqlType: sqlType(column) })),
    primaryKey: definition.primaryKey.map(
      (name) =>
        definition.columns.find(({ columnName }) => columnName.toUpperCase() === name.toUpperCase())
          ?.columnName ?? name,
    ),
  };
}

/** One tenant's schemas and solutions, kept in the warehouse so that they outlive the process. */
export class Tenant {
  readonly schemas = new Map<string, TableDefinition[]>();
  readonly solutions = new Map<string, LiveSolution>();

  private constructor(
    readonly name: TenantName,
    private readonly warehouse: Warehouse,
  ) {}

  static async load(name: TenantName, warehouse: Warehouse): Promise<Tenant> {
    const tenant = new Tenant(name, warehouse);
    await warehouse.change([
      `CREATE TABLE IF NOT EXISTS ${RECORDS} (tenant VARCHAR, kind VARCHAR, name VARCHAR, body VARCHAR)`,
    ]);
    const rows = await warehouse.read(`SELECT kind, name, body FROM ${RECORDS} WHERE tenant = $tenant`, {
      tenant: name,
    });
    for (const row of rows) {
      const body: unknown = JSON.parse(row.body ?? 'null');
      if (row.kind === 'schema') tenant.schemas.set(row.name ?? '', z.array(tableDefinition).parse(body));
      else tenant.#goLive(solutionRecord.parse(body));
    }
    return tenant;
  }

  #goLive(record: SolutionRecord): void {
    const tables = record.tables.map((definition): [string, LiveTable] => {
      const stored = storedTable(this.name, record, definition);
      return [stored.name, { definition, stored, check: compileRow(definition) }];
    });
    this.solutions.set(record.solutionName, { record, tables: new Map(tables) });
  }

  #save(kind: string, name: string, body: unknown): Promise<void> {
    return this.warehouse.change(
      [
        `DELETE FROM ${RECORDS} WHERE tenant = $tenant AND kind = $kind AND name = $name`,
        `INSERT INTO ${RECORDS} VALUES ($tenant, $kind, $name, $body)`,
      ],
      { tenant: this.name, kind, name, body: JSON.stringify(body) },
    );
  }

  static schemaKey(appName: string, appVersion: string): string {
    return `${appName}@${appVersion}`;
  }

  async saveSchema(key: string, tables: TableDefinition[]): Promise<void> {
    await this.#save('schema', key, tables);
    this.schemas.set(key, tables);
  }

  async saveSolution(record: SolutionRecord): Promise<void> {
    await this.#save('solution', record.solutionName, record);
    this.#goLive(record);
  }

  /** Back to a tenant that nothing was ever saved or rolled out for. */
  async reset(): Promise<void> {
    for (const { tables } of this.solutions.values())
      for (const { stored } of tables.values()) await this.warehouse.dropTable(stored);
    await this.warehouse.change([`DELETE FROM ${RECORDS} WHERE tenant = $tenant`], { tenant: this.name });
    this.schemas.clear();
    this.solutions.clear();
  }
}
