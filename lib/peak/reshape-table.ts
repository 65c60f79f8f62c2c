import type { TableSpec } from './model';
import { fullTableName } from './model';
import { reshapeColumn, saysPrimaryKey } from './reshape-column';
import type { WireRecord } from './wire';
import { field, isList, isRecord, textField, textOf } from './wire';

export interface NameParts {
  readonly prefix: string;
  readonly suffix: string;
}

/** A table's full name from whatever name an answer uses: full already, or without prefix and suffix (§4.1). */
export function fullName(name: string, parts: NameParts): string {
  return isFull(name, parts) || isFailedRows(name) ? name : fullTableName(parts, name);
}

/** One of the tables Peak keeps beside each table for rows that failed (§3.3); it is named after the full name. */
export function isFailedRows(name: string): boolean {
  return /_failed_rows$/i.test(name);
}

function isFull(name: string, { prefix, suffix }: NameParts): boolean {
  const low = name.toLowerCase();
  const longEnough = name.length > prefix.length + suffix.length;
  return longEnough && low.startsWith(prefix.toLowerCase()) && low.endsWith(suffix.toLowerCase());
}

function bareName(name: string, parts: NameParts): string {
  return isFull(name, parts) ? name.slice(parts.prefix.length, name.length - parts.suffix.length) : name;
}

function namesOf(table: WireRecord, parts: NameParts): { name: string; objectName: string } | undefined {
  const names = ['fulltablename', 'warehousetablename', 'tablename', 'table', 'name', 'objectname', 'object']
    .map((key) => textField(table, key))
    .filter((name): name is string => name !== undefined && name !== '');
  const [first] = names;
  if (first === undefined) return undefined;
  const name = names.find((candidate) => isFull(candidate, parts)) ?? fullName(first, parts);
  return { name, objectName: bareName(name, parts) };
}

/** Column names as a list, a comma text, or a list of objects that name a column. */
function columnNames(value: unknown): string[] {
  if (typeof value === 'string') return value.split(',').flatMap((name) => name.trim() || []);
  if (!isList(value)) return [];
  return value.flatMap((item) =>
    isRecord(item) ? (textField(item, 'columnname', 'name', 'column') ?? []) : (textOf(item) ?? []),
  );
}

/** Lists of records, also when they come as an object whose keys are the names. */
export function recordsOf(value: unknown, nameKey: string): readonly WireRecord[] {
  if (isList(value)) return value.filter(isRecord);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    isRecord(item) ? [{ [nameKey]: name, ...item }] : [],
  );
}

function keyLists(value: unknown): string[][] {
  if (isRecord(value))
    return Object.values(value)
      .map(columnNames)
      .filter((names) => names.length > 0);
  if (!isList(value)) return [columnNames(value)].filter((names) => names.length > 0);
  const nested = value.some(
    (item) => isList(item) || (isRecord(item) && field(item, 'columns') !== undefined),
  );
  const lists = nested
    ? value.map((item) => columnNames(isRecord(item) ? field(item, 'columns') : item))
    : [columnNames(value)];
  return lists.filter((names) => names.length > 0);
}

function foreignKeysOf(value: unknown): TableSpec['foreignKeys'] {
  return recordsOf(value, 'name').flatMap((key) => {
    const target = field(key, 'references', 'reference', 'references to', 'foreign');
    const inner: WireRecord = isRecord(target) ? target : {};
    const table =
      textField(
        key,
        'referencetable',
        'referencedtable',
        'referencestable',
        'reftable',
        'foreigntable',
        'parenttable',
      ) ??
      textField(inner, 'table', 'tablename', 'objectname', 'object', 'name') ??
      textField(key, 'referenceobject', 'referencedobject', 'table', 'tablename') ??
      textOf(target);
    const columns = columnNames(
      field(key, 'columns', 'columnnames', 'columnname', 'column', 'foreignkeycolumns'),
    );
    const told = columnNames(
      field(
        key,
        'referencecolumns',
        'referencedcolumns',
        'referencescolumns',
        'refcolumns',
        'referencecolumn',
        'referencedcolumn',
      ) ?? field(inner, 'columns', 'columnnames', 'columnname', 'column'),
    );
    if (table === undefined || columns.length === 0) return [];
    return [{ columns, table, references: told.length > 0 ? told : columns }];
  });
}

/** Takes the spelling of the columns themselves, so that names can be compared as they are. */
function spelt(names: readonly string[], columns: TableSpec['columns']): string[] {
  return names.map(
    (name) => columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.name ?? name,
  );
}

/** One table of a schema (§3.2, 3.7); undefined when it has no name or no column we can read. */
export function reshapeTable(table: WireRecord, parts: NameParts): TableSpec | undefined {
  const names = namesOf(table, parts);
  if (!names) return undefined;
  const records = recordsOf(
    field(table, 'columns', 'columndefinitions', 'fields', 'attributes'),
    'columnName',
  );
  const told = columnNames(field(table, 'primarykey', 'primarykeys', 'pk', 'primarykeycolumns'));
  const named = (record: WireRecord) =>
    textField(record, 'columnname', 'name', 'column', 'attributename', 'field') ?? '';
  const key = told.length > 0 ? told : records.filter(saysPrimaryKey).map(named);
  const inKey = new Set(key.map((name) => name.toLowerCase()));
  const columns = records.flatMap(
    (record) => reshapeColumn(record, inKey.has(named(record).toLowerCase())) ?? [],
  );
  if (columns.length === 0) return undefined;
  return {
    ...names,
    columns,
    primaryKey: spelt(key, columns),
    uniqueKeys: keyLists(field(table, 'uniquekeys', 'uniquekey', 'unique')).map((list) =>
      spelt(list, columns),
    ),
    foreignKeys: foreignKeysOf(field(table, 'foreignkeys', 'foreignkey')).map((foreign) => ({
      ...foreign,
      columns: spelt(foreign.columns, columns),
      table: fullName(foreign.table, parts),
    })),
  };
}
