import { scanPart } from './package-parts';
import type { SheetRow } from './sheet-row';
import { SheetScan } from './sheet-scan';
import type { SheetPart, Workbook } from './workbook';

/** Filled rows looked at before the whole is read: enough for headings and for columns without one. */
const PEEK_ROWS = 100;

/** The first rows of a sheet. */
export interface SheetPeek {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Columns up to the last value in these rows. */
  readonly width: number;
  /** True when these are all rows there are. */
  readonly whole: boolean;
  /** Last row as the sheet declares it; a hint that may be wrong. */
  readonly declaredRows: number | undefined;
}

interface PeekedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The first rows by their numbers. Out of order, they may stand anywhere, so that all of the sheet must be read. */
class FirstRows {
  private rows: PeekedRow[] = [];
  private last = 0;
  /** Rows with values so far; those behind the first ones count only where all are read. */
  seen = 0;
  unordered = false;

  add(row: SheetRow): void {
    if (row.filled === 0) return;
    this.seen += 1;
    if (row.number < this.last) this.unordered = true;
    this.last = row.number;
    if (this.seen > PEEK_ROWS && !this.unordered) return;
    this.rows.push({ row: row.number, cells: row.cells() });
    if (this.rows.length >= PEEK_ROWS * 2) this.rows = this.sorted();
  }

  get isEnough(): boolean {
    return this.seen >= PEEK_ROWS && !this.unordered;
  }

  sorted(): PeekedRow[] {
    return this.rows.toSorted((a, b) => a.row - b.row).slice(0, PEEK_ROWS);
  }
}

export async function peekSheet(book: Workbook, sheet: SheetPart): Promise<SheetPeek> {
  if (sheet.entry === undefined) return { rows: [], width: 0, whole: true, declaredRows: undefined };
  const first = new FirstRows();
  const scan = new SheetScan(book, sheet.name, (row) => first.add(row));
  let whole = true;
  for await (const _ of scanPart(book.parts, sheet.entry, scan)) {
    if (!first.isEnough) continue;
    whole = false;
    break;
  }
  const rows = first.sorted();
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const declared = /(\d+)$/.exec(scan.facts.dimension ?? '')?.[1];
  return {
    rows,
    width,
    whole: whole && first.seen === rows.length,
    declaredRows: declared === undefined ? undefined : Number(declared),
  };
}
