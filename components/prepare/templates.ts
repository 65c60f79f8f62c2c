import type { ColumnSpec, TableSpec } from '@/lib/peak/model';

/** A file for the user to keep: its name and its whole text. */
export interface Download {
  readonly name: string;
  readonly text: string;
}

/** Spreadsheets run cells that begin with one of these as formulas (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a byte order mark: without it Excel reads UTF-8 as the computer's own code page. */
const csv = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;

/** The header row of one table and nothing else: column names exactly as the schema spells them. */
export function headerTemplate(table: TableSpec): Download {
  return { name: `${table.name}.csv`, text: csv([table.columns.map((column) => column.name)]) };
}

/** numeric(38,10), string(255): the type as people write it. */
export function typeText(column: ColumnSpec): string {
  if (column.precision !== undefined) return `${column.type}(${column.precision},${column.scale ?? 0})`;
  if (column.maxLength !== undefined) return `${column.type}(${column.maxLength})`;
  return column.type;
}

/** What a value must look like beyond its type: format, allowed values, bounds. */
export function formText(column: ColumnSpec): string {
  const parts = [
    column.format,
    column.allowed === undefined ? undefined : `one of ${column.allowed.join(', ')}`,
    column.min === undefined ? undefined : `at least ${column.min}`,
    column.max === undefined ? undefined : `at most ${column.max}`,
    column.minLength === undefined ? undefined : `${column.minLength} characters or more`,
    column.pattern === undefined ? undefined : `matches ${column.pattern}`,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

const GUIDE_HEAD = [
  'table',
  'column',
  'type',
  'format',
  'required in every row',
  'may be null',
  'part of primary key',
  'refers to',
  'default',
  'description',
];

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

function guideLine(table: TableSpec, column: ColumnSpec): string[] {
  const references = table.foreignKeys.flatMap((key) => {
    const position = key.columns.indexOf(column.name);
    return position < 0 ? [] : [`${key.table}.${key.references[position] ?? column.name}`];
  });
  return [
    table.name,
    column.name,
    typeText(column),
    formText(column),
    yesNo(column.required),
    yesNo(column.nullable),
    yesNo(table.primaryKey.includes(column.name)),
    references.join('; '),
    column.defaultValue ?? '',
    column.description ?? '',
  ];
}

/** One line for each column: what belongs into the template, for whoever fills it in. */
export function fieldGuide(name: string, tables: readonly TableSpec[]): Download {
  return {
    name: `${name} field guide.csv`,
    text: csv([
      GUIDE_HEAD,
      ...tables.flatMap((table) => table.columns.map((column) => guideLine(table, column))),
    ]),
  };
}
