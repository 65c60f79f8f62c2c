import type { ColumnSpec, DataType, TableSpec } from './model';

/** For tests: a column that must come and may be empty. */
export const sampleColumn = (
  name: string,
  type: DataType = 'string',
  over: Partial<ColumnSpec> = {},
): ColumnSpec => ({
  name,
  type,
  rawType: type,
  required: true,
  nullable: true,
  unchecked: [],
  ...over,
});

/** For tests: a table of these columns, whose key is the first one. */
export const sampleTable = (columns: ColumnSpec[], over: Partial<TableSpec> = {}): TableSpec => ({
  name: 'T',
  objectName: 'T',
  columns,
  primaryKey: columns.slice(0, 1).map(({ name }) => name),
  uniqueKeys: [],
  foreignKeys: [],
  ...over,
});
