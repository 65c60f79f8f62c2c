import type { TableDefinition, Validation } from '../contract/table-definition';
import { DATE_FORMAT, TIMESTAMP_FORMAT } from '../contract/table-definition';
import type { ColumnSpec, TableSpec } from '../model';
import { fullTableName } from '../model';
import { inventoryManagement } from './inventory-management';
import { markdownPromotions } from './markdown-promotions';
import type { StandardColumn, StandardSchema, StandardTable } from './model-parts';
import { quotePricing } from './quote-pricing';
import { rebuyReplenishment } from './rebuy-replenishment';

/** The four published data models (§6): for planning, templates and the sandbox, until a tenant's own schema is read. */
export const standardSchemas: readonly StandardSchema[] = [
  ...quotePricing,
  markdownPromotions,
  inventoryManagement,
  rebuyReplenishment,
];

export function findStandardSchema(appName: string, appVersion: string): StandardSchema | undefined {
  return standardSchemas.find((schema) => schema.appName === appName && schema.appVersion === appVersion);
}

function formatOf(column: StandardColumn): typeof DATE_FORMAT | typeof TIMESTAMP_FORMAT | undefined {
  if (column.type === 'date') return DATE_FORMAT;
  return column.type === 'timestamp' ? TIMESTAMP_FORMAT : undefined;
}

function validationsOf(column: StandardColumn): Validation[] {
  const format = formatOf(column);
  return [
    { type: column.required ? 'required' : 'optional' },
    ...(column.nullable ? [] : [{ type: 'nonNull' as const }]),
    ...(format ? [{ type: 'timestampFormat' as const, format }] : []),
    ...(column.allowed ? [{ type: 'enum' as const, values: [...column.allowed] }] : []),
  ];
}

function definitionOf(table: StandardTable): TableDefinition {
  return {
    objectName: table.objectName,
    columns: table.columns.map((column) => ({
      columnName: column.name,
      dataType: column.type,
      validations: validationsOf(column),
    })),
    primaryKey: [...table.primaryKey],
    uniqueKey: [],
    foreignKeys: table.foreignKeys.map((foreign) => ({
      columns: [...foreign.columns],
      referenceTable: foreign.table,
      referenceColumns: [...foreign.references],
    })),
  };
}

/** The JSON text that `POST /api/v2/schema` takes as `schemaDefinition` (§3.2). */
export function schemaDefinition(schema: StandardSchema): string {
  return JSON.stringify(schema.tables.map(definitionOf));
}

function plannedColumn(column: StandardColumn): ColumnSpec {
  const format = formatOf(column);
  return {
    name: column.name,
    type: column.type,
    rawType: column.type,
    ...(format ? { format } : {}),
    required: column.required,
    nullable: column.nullable,
    ...(column.allowed ? { allowed: [...column.allowed] } : {}),
    unchecked: [],
    ...(column.description === undefined ? {} : { description: column.description }),
  };
}

/** What a rollout would create, in the shape that a schema read has later (§3.3, 4.1). */
export function plannedTables(
  schema: StandardSchema,
  parts: { readonly prefix: string; readonly suffix: string },
): TableSpec[] {
  return schema.tables.map((table) => ({
    name: fullTableName(parts, table.objectName),
    objectName: table.objectName,
    columns: table.columns.map(plannedColumn),
    primaryKey: [...table.primaryKey],
    uniqueKeys: [],
    foreignKeys: table.foreignKeys.map((foreign) => ({
      columns: [...foreign.columns],
      table: fullTableName(parts, foreign.table),
      references: [...foreign.references],
    })),
    ...(table.requiredBySolution === undefined ? {} : { requiredBySolution: table.requiredBySolution }),
    ...(table.incomplete ? { incomplete: true } : {}),
  }));
}
