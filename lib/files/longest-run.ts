/** Rows of one width in a row from which on they look like a table: its headings and two more. */
const FEWEST = 3;

/** Rows of one width that follow one another. */
export interface Run {
  /** Index of the first; 0 for none. */
  readonly from: number;
  readonly rows: number;
  readonly width: number;
}

/**
 * The longest run of at least three rows of one width, which is at least three cells: where most rows of a file are its
 * preamble, this is the table. `rows` is 0 where there is none. Blank rows are for the caller to leave out.
 */
export function longestRun(filled: readonly (readonly string[])[]): Run {
  let best: Run = { from: 0, rows: 0, width: 1 };
  let from = 0;
  for (let at = 1; at <= filled.length; at++) {
    const width = filled[from]?.length ?? 0;
    if (filled[at]?.length === width) continue;
    if (width > 2 && at - from >= FEWEST && at - from > best.rows) best = { from, rows: at - from, width };
    from = at;
  }
  return best;
}
