import type { TableSpec } from '@/lib/peak/model';

/** The live schema does not say which tables the solution needs and what columns mean; the published model may. */
export function withRequired(live: readonly TableSpec[], planned: readonly TableSpec[]): TableSpec[] {
  const published = new Map(planned.map((table) => [table.objectName.toUpperCase(), table]));
  return live.map((table) => {
    const known = published.get(table.objectName.toUpperCase());
    if (known === undefined) return table;
    const words = new Map(known.columns.map((column) => [column.name.toUpperCase(), column.description]));
    return {
      ...table,
      ...(table.requiredBySolution === undefined && known.requiredBySolution !== undefined
        ? { requiredBySolution: known.requiredBySolution }
        : {}),
      columns: table.columns.map((column) => {
        const description = column.description ?? words.get(column.name.toUpperCase());
        return description === undefined ? column : { ...column, description };
      }),
    };
  });
}
