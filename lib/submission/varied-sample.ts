import { z } from 'zod';

/** A row as it would be sent. */
export interface SampleRow {
  readonly row: number;
  readonly json: string;
}

/** Kinds of values told apart in one column; a column of free text has no end of them. */
const KINDS = 12;

/** The form of a text: digits as 9, letters as a, runs shortened, so that `3 May 2024` and `2024-05-03` differ. */
const formOf = (text: string): string =>
  text
    .slice(0, 60)
    .replace(/\p{L}+/gu, 'a')
    .replace(/\p{N}+/gu, (digits) => (digits.length > 4 ? '9+' : '9'.repeat(digits.length)));

const fields = z.record(z.string(), z.unknown());

/** What is known of one column: the row of each kind of value, of each extreme. */
class ColumnVariety {
  readonly kinds = new Map<string, SampleRow>();
  #values = new Set<string>();
  #least: [number, SampleRow] | undefined;
  #most: [number, SampleRow] | undefined;

  note(value: unknown, row: SampleRow): void {
    if (value === undefined || value === null) return this.#kind('empty', row);
    if (typeof value === 'string') {
      this.#extremes(value.length, row);
      // Few different texts are a list of allowed values: each is worth a row. Many are told apart by their form.
      if (this.#values.size < KINDS) this.#values.add(value);
      this.#kind(this.#values.has(value) ? `text ${value}` : `form ${formOf(value)}`, row);
      if (value !== value.trim()) this.#kind('blanks', row);
      // Letters with accents and signs are where lengths and encodings differ.
      if (/[^\x20-\x7e]/.test(value)) this.#kind('beyond ascii', row);
      return;
    }
    if (typeof value === 'number') {
      this.#extremes(value, row);
      return this.#kind(
        value < 0 ? 'negative' : value === 0 ? 'zero' : Number.isInteger(value) ? 'whole' : 'broken',
        row,
      );
    }
    this.#kind(typeof value === 'boolean' ? String(value) : 'structure', row);
  }

  #kind(kind: string, row: SampleRow): void {
    if (!this.kinds.has(kind) && this.kinds.size < KINDS * 2) this.kinds.set(kind, row);
  }

  #extremes(size: number, row: SampleRow): void {
    if (this.#least === undefined || size < this.#least[0]) this.#least = [size, row];
    if (this.#most === undefined || size > this.#most[0]) this.#most = [size, row];
  }

  extremes(): SampleRow[] {
    return [this.#most, this.#least].flatMap((found) => (found === undefined ? [] : [found[1]]));
  }
}

/** Rows spread over everything seen, however much that is: every n-th, n doubling as they grow too many. */
class Spread {
  rows: SampleRow[] = [];
  #step = 1;
  #seen = 0;
  constructor(readonly most: number) {}
  note(row: SampleRow): void {
    if (this.#seen++ % this.#step === 0) this.rows.push(row);
    if (this.rows.length <= this.most * 2) return;
    this.rows = this.rows.filter((_, at) => at % 2 === 0);
    this.#step *= 2;
  }
}

/**
 * Chooses rows that show as much of the columns' variety as `count` rows can: smallest and largest, longest and
 * shortest, empty, each of few values, each form of many; what is left is spread over the file. The same rows give the
 * same choice. Numbers are compared as floats here: nothing of that is sent.
 */
export class VariedSample {
  readonly #columns = new Map<string, ColumnVariety>();
  readonly #spread: Spread;

  constructor(readonly count: number) {
    this.#spread = new Spread(count);
  }

  note(row: SampleRow): void {
    this.#spread.note(row);
    const values = fields.parse(JSON.parse(row.json));
    for (const name of this.#columns.keys())
      if (!(name in values)) this.#columns.get(name)?.note(undefined, row);
    for (const [name, value] of Object.entries(values)) {
      const column = this.#columns.get(name) ?? new ColumnVariety();
      this.#columns.set(name, column);
      column.note(value, row);
    }
  }

  /** At most `count` rows, in file order. */
  chosen(): SampleRow[] {
    const columns = [...this.#columns.values()];
    const wanted = [
      ...columns.flatMap((column) => column.extremes()),
      // The first kind of every column before the second of any.
      ...Array.from({ length: KINDS * 2 }, (_, at) =>
        columns.flatMap((column) => [...column.kinds.values()][at] ?? []),
      ).flat(),
    ];
    const picked = new Map<number, SampleRow>();
    const pick = (row: SampleRow | undefined) => {
      if (row !== undefined && picked.size < this.count) picked.set(row.row, row);
    };
    wanted.forEach(pick);
    const { rows } = this.#spread;
    const left = this.count - picked.size;
    for (let n = 0; n < left; n++) pick(rows[Math.floor((n * rows.length) / left)]);
    rows.forEach(pick);
    return [...picked.values()].sort((a, b) => a.row - b.row);
  }
}
