import { headingOf } from '@/components/messages/files';
import { typeWords } from '@/components/messages/mapping';
import type { WindowRow } from '@/lib/intake/protocol';
import type { Mapping } from '@/lib/mapping/model';
import type { ColumnSpec, TableSpec } from '@/lib/peak/model';
import { editOf, indexRepairs } from '@/lib/repair/index-repairs';
import { holdsCells, type Repair } from '@/lib/repair/model';
import { columnWidth } from './grid-sizes';
import { shownToken } from './shown-value';

export interface GridColumn {
  /** Place in the file's rows. */
  readonly position: number;
  readonly heading: string;
  /** The table column it feeds, with its place in the table; null when it is not sent. */
  readonly target: {
    readonly name: string;
    readonly index: number;
    /** Type, whether it must be filled, whether it is part of the key; as the header says it. */
    readonly about: string;
  } | null;
  /** In pixels. */
  readonly width: number;
}

/** What the widths of columns are taken from. */
interface Seen {
  /** First rows of the file. */
  readonly rows: readonly { readonly cells: readonly string[] }[];
  /** Table columns whose cells a rule reads: both texts stand in a cell then. */
  readonly ruled: readonly string[];
}

/** The user's own columns in their own order; those that are not sent only when asked for. */
export function gridColumns(
  header: readonly string[],
  mapping: Mapping,
  table: TableSpec,
  withUnsent: boolean,
  seen: Seen,
): GridColumn[] {
  const targets = new Map<number, string>();
  for (const { column, source } of mapping) if (source.kind === 'file') targets.set(source.position, column);
  return header.flatMap((_, position): GridColumn[] => {
    const name = targets.get(position);
    if (name === undefined && !withUnsent) return [];
    const index = table.columns.findIndex((column) => column.name === name);
    const target = name === undefined || index < 0 ? null : { name, index, about: aboutColumn(table, index) };
    const heading = headingOf(header, position);
    return [
      { position, heading, target, width: widthOf(position, heading, target, table.columns[index], seen) },
    ];
  });
}

/** Wide enough for the head and for the cells near the top, before and after a rule. */
function widthOf(
  position: number,
  heading: string,
  target: GridColumn['target'],
  spec: ColumnSpec | undefined,
  { rows, ruled }: Seen,
): number {
  const lengths = rows.map(({ cells }) => cells[position]?.length ?? 0).filter((length) => length > 0);
  const longest = Math.max(0, ...lengths);
  const sent = spec?.type === 'timestamp' ? 'YYYY-MM-DD HH:MM:SS'.length : longest;
  const isRead =
    target !== null &&
    (ruled.includes(target.name) ||
      (spec?.type === 'timestamp' && lengths.some((length) => length !== sent)));
  const head = target === null ? 0 : Math.max(target.name.length + 2, target.about.length);
  return columnWidth(Math.max(heading.length, head, isRead ? longest + 3 + sent : longest));
}

function aboutColumn({ columns, primaryKey }: TableSpec, index: number): string {
  const spec = columns[index];
  if (spec === undefined) return '';
  const isKey = primaryKey.some((name) => name.toUpperCase() === spec.name.toUpperCase());
  return [typeWords(spec), isKey ? 'key' : spec.required && !spec.nullable ? 'required' : '']
    .filter(Boolean)
    .join(', ');
}

/** Row → column (or place in the file) → the text the user gave the cell last. */
export const editsOf = (repairs: readonly Repair[]): ReadonlyMap<number, ReadonlyMap<string, string>> =>
  indexRepairs(repairs.filter(holdsCells)).edits;

export interface GridCell {
  /** The file's text, or the user's where they gave another one. */
  readonly text: string;
  readonly edited: boolean;
  /** What will be sent, when it reads differently from the text. */
  readonly sent: string | null;
  readonly severity: 'error' | 'warning' | null;
}

export function gridCell(
  row: WindowRow,
  column: GridColumn,
  edits: ReadonlyMap<string, string> | undefined,
): GridCell {
  const own = row.cells[column.position] ?? '';
  const edit = editOf(edits, column.target?.name, column.position);
  const [text, edited] = [edit ?? own, edit !== undefined];
  if (column.target === null) return { text, edited, sent: null, severity: null };
  const { name, index } = column.target;
  const token = row.tokens[index] ?? null;
  const value = shownToken(token);
  const found = row.findings.filter((finding) => finding.column === name);
  return {
    text,
    edited,
    sent: token === '""' ? token : token === null || value === text ? null : value === '' ? 'null' : value,
    severity: found.some(({ severity }) => severity === 'error')
      ? 'error'
      : found.length > 0
        ? 'warning'
        : null,
  };
}
