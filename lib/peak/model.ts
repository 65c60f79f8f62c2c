import { z } from 'zod';

/**
 * What we know of a tenant, in our own names. Everything here came through `reshape` (the only crossing from
 * Peak's wire shapes) or from `models/` (the published data models, used before a rollout exists).
 * Section numbers (§) are those of docs/peak-api.md.
 */

export const OPERATION_TYPES = ['UPSERT', 'APPEND'] as const;
export const operationType = z.enum(OPERATION_TYPES);
export type OperationType = z.infer<typeof operationType>;

/** §5.1. `datetime` and `timestamp_tz` are read as `timestamp`, `enum` as `string` with allowed values. */
export const DATA_TYPES = [
  'string',
  'integer',
  'boolean',
  'float',
  'numeric',
  'json',
  'date',
  'timestamp',
] as const;
export const dataType = z.enum(DATA_TYPES);
export type DataType = z.infer<typeof dataType>;

export const columnSpec = z.object({
  /** In the rolled-out schema's own spelling: it is the key that is sent. */
  name: z.string().min(1),
  type: dataType,
  /** The word the schema used, when it was another one (`datetime`, `enum`); shown, never decided on. */
  rawType: z.string(),
  precision: z.number().int().optional(),
  scale: z.number().int().optional(),
  /** Format of a date or timestamp in warehouse notation, e.g. `YYYY-MM-DD HH:MI:SS` (§5.1). */
  format: z.string().optional(),
  /** The key must be present in every row; says nothing of null (§3.2). */
  required: z.boolean(),
  /** A null value is allowed. Independent of `required` (§3.2). */
  nullable: z.boolean(),
  defaultValue: z.string().optional(),
  minLength: z.number().int().optional(),
  maxLength: z.number().int().optional(),
  /** Allowed values of an enum-like column, in the schema's order. */
  allowed: z.array(z.string()).optional(),
  min: z.string().optional(),
  max: z.string().optional(),
  pattern: z.string().optional(),
  /** Validation types of the schema that we do not know; shown as "not checked here" (§5.2). */
  unchecked: z.array(z.string()),
  /** One sentence of the published model, when there is one. */
  description: z.string().optional(),
});
export type ColumnSpec = z.infer<typeof columnSpec>;

export const foreignKey = z.object({
  columns: z.array(z.string()),
  /** Full table name inside the same solution. */
  table: z.string(),
  references: z.array(z.string()),
});

export const tableSpec = z.object({
  /** Full warehouse name, prefix and suffix included: the last part of the ingestion URL. */
  name: z.string().min(1),
  /** Name without prefix and suffix, e.g. `SALE`. */
  objectName: z.string().min(1),
  columns: z.array(columnSpec).min(1),
  /** Column names in the key's order; empty when the schema declares none. */
  primaryKey: z.array(z.string()),
  uniqueKeys: z.array(z.array(z.string())),
  foreignKeys: z.array(foreignKey),
  /** From the published model; undefined when the schema is all we have. */
  requiredBySolution: z.boolean().optional(),
  /** True when the published model's column tail is unknown (§10.15) and the live schema was not read yet. */
  incomplete: z.boolean().optional(),
});
export type TableSpec = z.infer<typeof tableSpec>;

export const solution = z.object({
  solutionName: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  targetSchemaName: z.string(),
  tableCount: z.number().int().optional(),
  appName: z.string().optional(),
  appVersion: z.string().optional(),
});
export type Solution = z.infer<typeof solution>;

export const solutionSchema = z.object({
  solution: solution,
  tables: z.array(tableSpec),
  /** SHA-256 (hex) over the canonical JSON of `tables`; a plan frozen under one fingerprint never runs under another. */
  fingerprint: z.string(),
});
export type SolutionSchema = z.infer<typeof solutionSchema>;

/** Why an operation type is recommended (§6.1: a key holding UPDATED_AT makes a history table). */
export type OperationReason = 'history-key' | 'replaces-by-key' | 'no-key';

/** Which operation type to preselect for a table, and why. Source: the history-table rule of §6.1. */
export function recommendedOperation(table: Pick<TableSpec, 'primaryKey'>): {
  operation: OperationType;
  reason: OperationReason;
} {
  if (table.primaryKey.length === 0) return { operation: 'APPEND', reason: 'no-key' };
  const history = table.primaryKey.some((name) => name.toUpperCase() === 'UPDATED_AT');
  return history
    ? { operation: 'APPEND', reason: 'history-key' }
    : { operation: 'UPSERT', reason: 'replaces-by-key' };
}

/** Full warehouse table name (§4.1); prefix and suffix may be empty (§3.1, generations J and L). */
export function fullTableName(parts: { prefix: string; suffix: string }, objectName: string): string {
  return `${parts.prefix}${objectName.toUpperCase()}${parts.suffix}`;
}

/** The table Peak keeps beside each table for rows that failed (§3.3). */
export function failedRowsTable(tableName: string): string {
  return `${tableName}_failed_rows`;
}
