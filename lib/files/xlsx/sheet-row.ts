import { damaged } from '../inflate';
import { ByteSink, isEmptyText } from './byte-sink';

const COMMA = 44;
/** As Excel has them. */
export const LAST_COLUMN = 16_384;
/** Bytes of a row of CSV. A cell of Excel has at most 32,767 characters: this is over 600 full ones, and one piece in memory. */
const MOST_ROW = 64 * 2 ** 20;

/**
 * One row of a sheet on its way: cells as CSV in `bytes`, by column from 1, empty ones absent. Commas stand between them as
 * long as they come in order, so that all of `bytes` is the beginning of a line (`isLine`).
 */
export class SheetRow {
  number = 0;
  hidden = false;
  /** Cells that are there, and those of them with more in them than an empty text. */
  count = 0;
  filled = 0;
  /** Column of the cell read last, whether it holds a value or not. */
  at = 0;
  isLine = true;
  readonly bytes: ByteSink;
  columns = new Int32Array(64);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  private ordered = true;

  constructor(size = 16_384) {
    this.bytes = new ByteSink(size);
  }

  begin(number: number, hidden: boolean): void {
    this.number = number;
    this.hidden = hidden;
    this.count = 0;
    this.filled = 0;
    this.at = 0;
    this.bytes.length = 0;
    this.ordered = true;
    this.isLine = true;
  }

  /** Column of the last cell; 1 where there is none. */
  get last(): number {
    return this.count === 0 ? 1 : (this.columns[this.count - 1] ?? 1);
  }

  /** Makes room for the cell of `column`; gives where its bytes begin, for `leave`. */
  enter(column: number): number {
    const { bytes } = this;
    for (let commas = column - this.last; commas > 0; commas--) bytes.push(COMMA);
    return bytes.length;
  }

  /** The bytes from `from` to the end are the cell of `column`; none at all are no cell. Throws `file-damaged` beyond 64 MB. */
  leave(column: number, from: number): void {
    const { bytes, count, last } = this;
    if (bytes.length > MOST_ROW) throw damaged();
    if (bytes.length === from) {
      bytes.length -= Math.max(0, column - last);
      return;
    }
    if (count === this.columns.length) {
      this.columns = wider(this.columns);
      this.starts = wider(this.starts);
      this.ends = wider(this.ends);
    }
    if (count > 0 && column <= last) this.ordered = false;
    if (!isEmptyText(bytes.bytes, from, bytes.length)) this.filled += 1;
    this.columns[count] = column;
    this.starts[count] = from;
    this.ends[count] = this.bytes.length;
    this.count = count + 1;
  }

  /** Leaves out empty texts at the end that stand beyond a table of `width` columns. */
  trim(width: number): void {
    this.sort();
    const { bytes } = this;
    while (
      this.last > width &&
      isEmptyText(bytes.bytes, this.startOf(this.count - 1), this.endOf(this.count - 1))
    ) {
      this.count -= 1;
      // A line goes on no further than its last cell.
      if (this.isLine) bytes.length = this.endOf(this.count - 1);
    }
  }

  private startOf(at: number): number {
    return this.starts[at] ?? 0;
  }

  private endOf(at: number): number {
    return this.ends[at] ?? 0;
  }

  /** Brings the cells into the order of columns. Throws `file-damaged` when one of them is there twice. */
  sort(): void {
    if (this.ordered) return;
    this.isLine = false;
    const places = Array.from({ length: this.count }, (_, at) => at);
    places.sort((a, b) => (this.columns[a] ?? 0) - (this.columns[b] ?? 0));
    const pick = (from: Int32Array) => Int32Array.from(places, (at) => from[at] ?? 0);
    const [columns, starts, ends] = [pick(this.columns), pick(this.starts), pick(this.ends)];
    if (columns.some((column, at) => at > 0 && column === columns[at - 1])) throw damaged();
    this.columns = columns;
    this.starts = starts;
    this.ends = ends;
    this.ordered = true;
  }

  /** Puts each cell of column n to column `places[n - 1]`; those beyond go behind the table of `width` columns. */
  move(places: readonly number[], width: number): void {
    for (let at = 0; at < this.count; at++) {
      const column = this.columns[at] ?? 0;
      this.columns[at] = places[column - 1] ?? width + column - places.length;
    }
    this.ordered = false;
    this.isLine = false;
    this.sort();
  }

  copy(): SheetRow {
    const row = new SheetRow(this.bytes.length);
    row.begin(this.number, this.hidden);
    row.bytes.copy(this.bytes.bytes, 0, this.bytes.length);
    row.columns = this.columns.slice(0, this.count);
    row.starts = this.starts.slice(0, this.count);
    row.ends = this.ends.slice(0, this.count);
    row.count = this.count;
    row.filled = this.filled;
    row.ordered = this.ordered;
    row.isLine = this.isLine;
    return row;
  }

  /** Cells as texts, by position from 0, up to the last with anything in it. */
  cells(): string[] {
    this.sort();
    const cells: string[] = [];
    const decoder = new TextDecoder();
    for (let at = 0; at < this.count; at++) {
      const text = decoder.decode(this.bytes.bytes.subarray(this.starts[at], this.ends[at]));
      const column = (this.columns[at] ?? 1) - 1;
      while (cells.length < column) cells.push('');
      cells.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    }
    while (cells.at(-1) === '') cells.pop();
    return cells;
  }
}

function wider(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const array = new Int32Array(old.length * 2);
  array.set(old);
  return array;
}
