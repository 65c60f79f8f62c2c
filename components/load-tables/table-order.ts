import type { TableSpec } from '@/lib/peak/model';

/** Tables of the same solution that a table refers to, itself left out. */
export const parentsOf = (table: TableSpec, tables: readonly TableSpec[]): string[] => [
  ...new Set(
    table.foreignKeys
      .map((key) => key.table)
      .filter((name) => name !== table.name && tables.some((other) => other.name === name)),
  ),
];

/**
 * Parents before children by foreign keys, otherwise the schema's own order. Tables that refer to each other in a
 * circle come in the schema's order too: no order serves them all.
 */
export function loadOrder(tables: readonly TableSpec[]): TableSpec[] {
  const order: TableSpec[] = [];
  const placed = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter((table) => parentsOf(table, tables).every((parent) => placed.has(parent)));
    const next = free.length > 0 ? free : left.slice(0, 1);
    for (const table of next) {
      order.push(table);
      placed.add(table.name);
    }
    left = left.filter((table) => !placed.has(table.name));
  }
  return order;
}
