import { z } from 'zod';
import { assumed, documented } from './mark';

/** Tables, columns and validations as a schema definition spells them (§3.2, 5). Strict: what we send. */

/** §5.1, with `datetime`, the older word for `timestamp` that the add-column call still lists. */
export const WIRE_TYPES = [
  'string',
  'integer',
  'boolean',
  'float',
  'numeric',
  'json',
  'date',
  'timestamp',
  'datetime',
] as const;
export const wireType = z.enum(WIRE_TYPES);

/** The only formats the documentation offers (§5.1). */
export const DATE_FORMAT = 'YYYY-MM-DD';
export const TIMESTAMP_FORMAT = 'YYYY-MM-DD HH:MI:SS';
export const TIMESTAMP_ZONE_FORMAT = 'YYYY-MM-DD HH:MI:SS ±hh:mm';

const plain = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type).meta(documented('§5.2')) });
const length = <Type extends string>(type: Type) =>
  z.strictObject({
    type: z.literal(type).meta(documented('§5.2')),
    value: z.number().int().min(0).meta(assumed('§5.2')),
  });
const bound = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]);

export const validation = z.discriminatedUnion('type', [
  plain('required'),
  plain('optional'),
  plain('nonNull'),
  length('minLength'),
  length('maxLength'),
  z.strictObject({
    type: z.literal('timestampFormat').meta(documented('§5.2')),
    format: z.enum([DATE_FORMAT, TIMESTAMP_FORMAT, TIMESTAMP_ZONE_FORMAT]).meta(documented('§5.1')),
  }),
  z.strictObject({
    type: z.literal('enum').meta(assumed('§5.2')),
    values: z.array(z.string()).min(1).meta(assumed('§5.2')),
  }),
  z.strictObject({
    type: z.literal('regex').meta(assumed('§5.2')),
    pattern: z.string().min(1).meta(assumed('§5.2')),
  }),
  z.strictObject({
    type: z.literal('range').meta(assumed('§5.2')),
    min: bound.optional().meta(assumed('§5.2')),
    max: bound.optional().meta(assumed('§5.2')),
  }),
]);
export type Validation = z.infer<typeof validation>;

/** A name that every warehouse takes unquoted; the length is Redshift's. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]{0,126}$/;
export const identifier = z
  .string()
  .regex(IDENTIFIER, 'must start with a letter or _ and hold letters, digits and _');

export const columnDefinition = z.strictObject({
  columnName: identifier.meta(documented('§3.5')),
  dataType: wireType.meta(documented('§3.5')),
  precision: z.number().int().min(1).max(38).optional().meta(documented('§5.1')),
  scale: z.number().int().min(0).max(37).optional().meta(documented('§5.1')),
  defaultValue: z.string().optional().meta(documented('§3.5')),
  validations: z.array(validation).meta(documented('§3.2')),
});
export type ColumnDefinition = z.infer<typeof columnDefinition>;

export const foreignKeyDefinition = z.strictObject({
  columns: z.array(identifier).min(1).meta(assumed('§3.2')),
  /** Base object name, without prefix and suffix. */
  referenceTable: identifier.meta(assumed('§3.2')),
  referenceColumns: z.array(identifier).min(1).meta(assumed('§3.2')),
});

export const tableDefinition = z.strictObject({
  objectName: identifier.meta(documented('§3.1')),
  columns: z.array(columnDefinition).min(1).meta(assumed('§3.2')),
  primaryKey: z.array(identifier).default([]).meta(assumed('§3.2')),
  uniqueKey: z.array(z.array(identifier).min(1)).default([]).meta(assumed('§3.2')),
  foreignKeys: z.array(foreignKeyDefinition).default([]).meta(assumed('§3.2')),
});
export type TableDefinition = z.infer<typeof tableDefinition>;

/** What the string `schemaDefinition` of §3.2 holds, once parsed. */
export const schemaDefinition = z.array(tableDefinition).min(1);
