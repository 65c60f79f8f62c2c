import type { TableSpec } from '@/lib/peak/model';

export interface Relatives {
  /** Tables whose rows this one refers to. */
  readonly parents: readonly string[];
  /** Tables whose rows refer to this one. */
  readonly children: readonly string[];
}

/** Names of foreign keys as the tables themselves spell theirs; the schema need not agree with itself on case. */
export function relativesOf(tables: readonly TableSpec[]): ReadonlyMap<string, Relatives> {
  const spelling = new Map(tables.map((table) => [table.name.toUpperCase(), table.name]));
  const parents = new Map(
    tables.map((table) => [
      table.name,
      [
        ...new Set(
          table.foreignKeys.flatMap((key) => {
            const name = spelling.get(key.table.toUpperCase());
            return name === undefined || name === table.name ? [] : [name];
          }),
        ),
      ],
    ]),
  );
  return new Map(
    tables.map(({ name }) => [
      name,
      {
        parents: parents.get(name) ?? [],
        children: tables
          .filter((other) => parents.get(other.name)?.includes(name))
          .map((other) => other.name),
      },
    ]),
  );
}
