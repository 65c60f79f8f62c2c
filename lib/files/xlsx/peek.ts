import { scanPart } from './package-parts';
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

export async function peekSheet(book: Workbook, sheet: SheetPart): Promise<SheetPeek> {
  const rows: { row: number; cells: string[] }[] = [];
  let width = 0;
  if (sheet.entry === undefined) return { rows, width, whole: true, declaredRows: undefined };
  const scan = new SheetScan(book, sheet.name, (row) => {
    if (row.filled === 0 || rows.length === PEEK_ROWS) return;
    const cells = row.cells();
    width = Math.max(width, cells.length);
    rows.push({ row: row.number, cells });
  });
  let whole = true;
  for await (const _ of scanPart(book.parts, sheet.entry, scan)) {
    if (rows.length < PEEK_ROWS) continue;
    whole = false;
    break;
  }
  const declared = /(\d+)$/.exec(scan.facts.dimension ?? '')?.[1];
  return { rows, width, whole, declaredRows: declared === undefined ? undefined : Number(declared) };
}
