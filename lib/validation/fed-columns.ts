import type { Mapping } from '../mapping/model';
import type { TableSpec } from '../peak/model';
import type { RepairIndex } from '../repair/index-repairs';
import { compileColumn, type CompiledColumn } from './compile-column';
import type { FileFacts, Value } from './compiled-table';

export interface FedColumns {
  /** In the order of the schema, as are the two lists after it. */
  readonly columns: readonly CompiledColumn[];
  /** Place from 0 of the file column that feeds each; -1: none. */
  readonly positions: readonly number[];
  /** What a column without a file column takes in every row. */
  readonly fixed: readonly Value[];
  /** Places from 0 of the columns of the primary key, in its order. */
  readonly key: readonly number[];
}

/** The columns of a table, each compiled with its rules, and what feeds them. */
export function feedColumns(
  table: TableSpec,
  mapping: Mapping,
  index: RepairIndex,
  facts: FileFacts,
): FedColumns {
  const sources = new Map(mapping.map((entry) => [entry.column, entry.source]));
  const keyNames = table.primaryKey.map((name) => name.toUpperCase());
  const isKey = ({ name }: { name: string }) => keyNames.includes(name.toUpperCase());
  const columns = table.columns.map((spec) =>
    compileColumn(spec, isKey(spec), index.rules.get(spec.name) ?? [], facts),
  );
  const source = (column: CompiledColumn) => sources.get(column.spec.name) ?? { kind: 'omit' as const };
  const positions = columns.map((column) => {
    const from = source(column);
    return from.kind === 'file' ? from.position : -1;
  });
  const fixed = columns.map((column): Value => (source(column).kind === 'null' ? null : undefined));
  const key = keyNames.map((name) => columns.findIndex((column) => column.spec.name.toUpperCase() === name));
  return { columns, positions, fixed, key };
}
