import type { ColumnRule, Repair } from './model';

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
  for (const repair of repairs) {
    if (repair.kind === 'skip') skipped.add(repair.row);
    else if (repair.kind === 'column') {
      rules.set(repair.column, [...(rules.get(repair.column) ?? []), repair.rule]);
    } else {
      const row = edits.get(repair.row) ?? new Map<string, string>();
      row.set(repair.column, repair.text);
      edits.set(repair.row, row);
    }
  }
  return { rules, edits, skipped };
}
