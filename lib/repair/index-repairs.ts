import type { CellEdit, ColumnRule, Repair } from './model';

/** Repairs laid out for a pass over rows. Of two edits of one cell the later in the list counts. */
export interface RepairIndex {
  readonly rules: ReadonlyMap<string, readonly ColumnRule[]>;
  /** Row number → column → the new text. */
  readonly edits: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly skipped: ReadonlySet<number>;
}

export function indexRepairs(repairs: readonly Repair[]): RepairIndex {
  const rules = new Map<string, ColumnRule[]>();
  const edits = new Map<number, Map<string, string>>();
  const skipped = new Set<number>();
  const edit = ({ row, column, text }: CellEdit) => {
    const cells = edits.get(row) ?? new Map<string, string>();
    edits.set(row, cells.set(column, text));
  };
  for (const repair of repairs) {
    switch (repair.kind) {
      case 'skip':
        skipped.add(repair.row);
        break;
      case 'column':
        rules.set(repair.column, [...(rules.get(repair.column) ?? []), repair.rule]);
        break;
      case 'cell':
        edit(repair);
        break;
      case 'cells':
        repair.edits.forEach(edit);
    }
  }
  return { rules, edits, skipped };
}
