import type { ColumnSpec, TableSpec } from '../peak/model';

/** One difference between the table a plan was frozen for and the table as it is rolled out now. */
export type SchemaChange =
  | { readonly kind: 'added' | 'removed'; readonly column: string }
  /** `from` and `to` as the schema writes them; empty where there was or is none. */
  | {
      readonly kind: 'changed';
      readonly column: string;
      readonly what: (typeof FACTS)[number];
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'key'; readonly from: readonly string[]; readonly to: readonly string[] };

/** What decides whether a value passes; a description or a word for the same type does not. */
export const FACTS = [
  'type',
  'precision',
  'scale',
  'format',
  'required',
  'nullable',
  'defaultValue',
  'minLength',
  'maxLength',
  'allowed',
  'min',
  'max',
  'pattern',
  'unchecked',
] as const satisfies readonly (keyof ColumnSpec)[];

const textOf = (value: ColumnSpec[(typeof FACTS)[number]]): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);

/** What changed in a table, in the columns' order. Empty: a plan for it still holds. */
export function schemaChanges(before: TableSpec, after: TableSpec): SchemaChange[] {
  const was = new Map(before.columns.map((column) => [column.name, column]));
  const is = new Map(after.columns.map((column) => [column.name, column]));
  const changes: SchemaChange[] = [];
  for (const name of was.keys()) if (!is.has(name)) changes.push({ kind: 'removed', column: name });
  for (const [name, now] of is) {
    const then = was.get(name);
    if (!then) {
      changes.push({ kind: 'added', column: name });
      continue;
    }
    for (const what of FACTS) {
      const [from, to] = [textOf(then[what]), textOf(now[what])];
      if (from !== to) changes.push({ kind: 'changed', column: name, what, from, to });
    }
  }
  if (before.primaryKey.join('\n') !== after.primaryKey.join('\n'))
    changes.push({ kind: 'key', from: before.primaryKey, to: after.primaryKey });
  return changes;
}
