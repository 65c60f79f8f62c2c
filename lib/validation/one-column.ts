import type { ColumnSpec, DataType, TableSpec } from '../peak/model';
import type { ColumnRule } from '../repair/model';
import { compileTable } from './compile-table';
import { judge } from './judge';
import { Ledger } from './ledger';
import type { FindingGroup } from './model';
import { summarise } from './summarise';
import { openDays } from './plain-days';

export const column = (type: DataType, over: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name: 'C',
  type,
  rawType: type,
  required: true,
  nullable: true,
  unchecked: [],
  ...over,
});

/** All groups of a column of these cells; the first is row 2. */
export function groupsOf(
  spec: ColumnSpec,
  cells: readonly string[],
  rules: readonly ColumnRule[] = [],
): FindingGroup[] {
  const table: TableSpec = {
    name: 'T',
    objectName: 'T',
    columns: [spec],
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: [],
  };
  const compiled = compileTable(
    table,
    [{ column: 'C', source: { kind: 'file', position: 0, by: 'user' } }],
    rules.map((rule, at) => ({ id: String(at), kind: 'column', column: 'C', rule })),
    ['c'],
  );
  const ledger = new Ledger(1);
  cells.forEach((cell, at) => {
    compiled.check({ row: at + 2, cells: [cell], broken: false, undecodable: undefined });
    ledger.note(at, at + 2, compiled);
  });
  const days = openDays(ledger, compiled);
  cells.forEach((cell, at) => {
    const input = { row: at + 2, cells: [cell], broken: false, undecodable: undefined };
    for (const each of days) each.note(at, compiled, input);
  });
  for (const each of days) {
    each.seen.isWhole = true;
    each.tell(each.take([]).map((at) => ({ row: at + 2, value: cells[at] ?? '' })));
  }
  return summarise(ledger, compiled, judge(ledger, 'keep-all'), 'keep-all', new Map(), 2).groups;
}
