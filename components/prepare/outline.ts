import type { TableSpec } from '@/lib/peak/model';
import { formText, typeText } from './templates';

/** Table → column → what was reviewed about it, short enough to keep beside a fingerprint. */
export type Outline = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type ModelChange =
  | { readonly kind: 'table-added' | 'table-gone'; readonly table: string }
  | { readonly kind: 'column-added' | 'column-gone'; readonly table: string; readonly column: string }
  | {
      readonly kind: 'column-changed';
      readonly table: string;
      readonly column: string;
      readonly before: string;
      readonly after: string;
    };

/** What a reader looked at, in words: type, form, null rule and place in the key. */
export function outlineOf(tables: readonly TableSpec[]): Outline {
  return Object.fromEntries(
    tables.map((table) => [
      table.name,
      Object.fromEntries(
        table.columns.map((column) => [
          column.name,
          [
            typeText(column),
            formText(column),
            column.required ? 'required' : 'optional',
            column.nullable ? 'null allowed' : 'not null',
            table.primaryKey.includes(column.name) ? 'in the key' : '',
          ]
            .filter((part) => part !== '')
            .join(', '),
        ]),
      ),
    ]),
  );
}

/** What differs between the model as reviewed and as it is now, in the order of the tables now. */
export function changesSince(before: Outline, after: Outline): ModelChange[] {
  const changes: ModelChange[] = [];
  for (const [table, columns] of Object.entries(after)) {
    const old = before[table];
    if (old === undefined) {
      changes.push({ kind: 'table-added', table });
      continue;
    }
    for (const [column, now] of Object.entries(columns)) {
      const then = old[column];
      if (then === undefined) changes.push({ kind: 'column-added', table, column });
      else if (then !== now)
        changes.push({ kind: 'column-changed', table, column, before: then, after: now });
    }
    for (const column of Object.keys(old))
      if (!(column in columns)) changes.push({ kind: 'column-gone', table, column });
  }
  for (const table of Object.keys(before)) if (!(table in after)) changes.push({ kind: 'table-gone', table });
  return changes;
}
