import type { CellEdit, ColumnRule, Repair, SkipFound } from './model';

/** Repairs laid out for a pass over rows. Of two edits of one cell the later in the list counts. */
export interface RepairIndex {
  readonly rules: ReadonlyMap<string, readonly ColumnRule[]>;
  /** Row number → column, or `placeKey` of a file column → the new text, in the order of the list. */
  readonly edits: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** Row number → those of its edits that are quotes around nothing. */
  readonly quoted: ReadonlyMap<number, ReadonlySet<string>>;
  readonly skipped: ReadonlySet<number>;
  /** Findings whose rows are left out. */
  readonly skippedFor: readonly SkipFound[];
}

/** No name of a column begins like this. */
const BY_PLACE = '\u0000';

/** Under which the edit of a file column's cell stands beside those of table columns. */
export const placeKey = (position: number): string => `${BY_PLACE}${position}`;

export const placeOfKey = (key: string): number | undefined =>
  key.startsWith(BY_PLACE) ? Number(key.slice(BY_PLACE.length)) : undefined;

/** The user's text of a cell, by the column that takes it or by its place in the file. */
export function editOf(
  edits: ReadonlyMap<string, string> | undefined,
  column: string | undefined,
  position: number,
): string | undefined {
  const key = keyOfEdit(edits, column, position);
  return key === undefined ? undefined : edits?.get(key);
}

function keyOfEdit(
  edits: ReadonlyMap<string, string> | undefined,
  column: string | undefined,
  position: number,
): string | undefined {
  if (edits === undefined) return undefined;
  const place = placeKey(position);
  let found: string | undefined;
  for (const key of edits.keys()) if (key === column || key === place) found = key;
  return found;
}

/** Whether the edit of a cell that counts is quotes around nothing. */
export function isQuotedEdit(
  { edits, quoted }: RepairIndex,
  row: number,
  column: string | undefined,
  position: number,
): boolean {
  const own = quoted.get(row);
  const key = own && keyOfEdit(edits.get(row), column, position);
  return key !== undefined && own?.has(key) === true;
}

/** File columns that rules read beside the cell they change. */
export const placesRead = ({ rules }: RepairIndex): ReadonlySet<number> =>
  new Set([...rules.values()].flat().flatMap((rule) => ('positions' in rule ? rule.positions : [])));

export function indexRepairs(repairs: readonly Repair[]): RepairIndex {
  const rules = new Map<string, ColumnRule[]>();
  const edits = new Map<number, Map<string, string>>();
  const quoted = new Map<number, Set<string>>();
  const skipped = new Set<number>();
  const skippedFor: SkipFound[] = [];
  const edit = ({ row, column, position, text, quoted: isQuoted }: CellEdit) => {
    const cells = edits.get(row) ?? new Map<string, string>();
    const key = position === undefined ? column : placeKey(position);
    // Set anew: one cell may be edited by its column and by its place, and the later counts.
    cells.delete(key);
    edits.set(row, cells.set(key, text));
    quoted.get(row)?.delete(key);
    if (isQuoted === true && text === '') quoted.set(row, (quoted.get(row) ?? new Set()).add(key));
  };
  for (const repair of repairs) {
    switch (repair.kind) {
      case 'skip':
        skipped.add(repair.row);
        break;
      case 'skip-found':
        skippedFor.push(repair);
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
  return { rules, edits, quoted, skipped, skippedFor };
}
