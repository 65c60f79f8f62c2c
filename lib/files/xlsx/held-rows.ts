import { damaged } from '../inflate';
import { SourceError } from '../source';
import type { SheetRow } from './sheet-row';

/** Sheets whose rows are out of order are small: what wrote them had no million rows. */
const MOST_BYTES = 64 * 2 ** 20;

/** Rows kept until all are there, to be given in the order of their numbers. */
export class HeldRows {
  private rows: SheetRow[] = [];
  private bytes = 0;

  /** Throws `sheet-rows-astray` beyond 64 MB. */
  hold(row: SheetRow): void {
    if (row.filled === 0) return;
    this.bytes += row.bytes.length + 64;
    if (this.bytes > MOST_BYTES) throw new SourceError('sheet-rows-astray');
    this.rows.push(row.copy());
  }

  /** Tells whether they were out of order. Throws `file-damaged` when a row is there twice. */
  give(take: (row: SheetRow) => void): boolean {
    const sorted = this.rows.toSorted((a, b) => a.number - b.number);
    const unordered = sorted.some((row, at) => row !== this.rows[at]);
    if (sorted.some((row, at) => row.number === sorted[at - 1]?.number)) throw damaged();
    this.rows = [];
    for (const row of sorted) take(row);
    return unordered;
  }
}
