/**
 * Where the headings of a file stand once more, and whether in another order or among others: from there on every row's cells belong to
 * other columns. Kept for the file, not in the checker, because rows are also looked at singly.
 */
export class ColumnOrder {
  readonly #rows: number[] = [];
  readonly #turned: boolean[] = [];

  /** The last of the rows told at or before `row`, or -1. */
  #at(row: number): number {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] ?? 0) <= row) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  /** Headings stand in this row, `isTurned` not where the first ones stood. A row may be told again. */
  note(row: number, isTurned: boolean): void {
    const at = this.#at(row);
    if (this.#rows[at] === row) this.#turned[at] = isTurned;
    else {
      this.#rows.splice(at + 1, 0, row);
      this.#turned.splice(at + 1, 0, isTurned);
    }
  }

  /** Whether the headings that count for this row stand in another order than the first ones. */
  isTurned(row: number): boolean {
    return this.#rows.length > 0 && this.#turned[this.#at(row)] === true;
  }

  /** What was noted, in the order of the rows. */
  noted(): (readonly [row: number, isTurned: boolean])[] {
    return this.#rows.map((row, at) => [row, this.#turned[at] === true]);
  }
}
