import { z } from 'zod';
import { assumed, documented } from './mark';

/** `GET /api/v2/schema?solutionName=…` (§3.7). The content is documented, no key of it is. */
const columnRead = z.looseObject({
  columnName: z.string().meta(documented('§3.5')),
  dataType: z.string().meta(documented('§3.5')),
  precision: z.number().optional().meta(documented('§5.1')),
  scale: z.number().optional().meta(documented('§5.1')),
  defaultValue: z.string().optional().meta(documented('§3.5')),
  validations: z
    .array(z.looseObject({ type: z.string().meta(documented('§3.2')) }))
    .optional()
    .meta(documented('§3.2')),
});

export const tableRead = z.looseObject({
  /** Full warehouse name, prefix and suffix included: what the ingestion URL ends in. */
  tableName: z.string().meta(assumed('§3.7')),
  objectName: z.string().optional().meta(assumed('§3.7')),
  columns: z.array(columnRead).meta(assumed('§3.7')),
  primaryKey: z.array(z.string()).optional().meta(assumed('§3.7')),
  uniqueKey: z.array(z.array(z.string())).optional().meta(assumed('§3.7')),
  foreignKeys: z.array(z.unknown()).optional().meta(assumed('§3.7')),
  objectValidations: z.array(z.unknown()).optional().meta(documented('§3.8')),
});

export const solutionSchemaAnswer = z.looseObject({
  solutionName: z.string().optional().meta(assumed('§3.7')),
  prefix: z.string().optional().meta(assumed('§3.7')),
  suffix: z.string().optional().meta(assumed('§3.7')),
  targetSchemaName: z.string().optional().meta(assumed('§3.7')),
  appName: z.string().optional().meta(assumed('§3.7')),
  appVersion: z.string().optional().meta(assumed('§3.7')),
  tables: z.array(tableRead).meta(assumed('§3.7')),
});
