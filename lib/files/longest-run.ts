/** Rows of one width in a row from which on they look like a table: its headings and two more. */
const FEWEST = 3;

/** Rows of one width that follow one another. */
export interface Run {
  /** Index of the first; 0 for none. */
  readonly from: number;
  readonly rows: number;
  readonly width: number;
}

/** Runs of at least three rows of one width, which is at least three cells, in their order. */
export function runsOf(filled: readonly (readonly string[])[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let at = 1; at <= filled.length; at++) {
    const width = filled[from]?.length ?? 0;
    if (filled[at]?.length === width) continue;
    if (width > 2 && at - from >= FEWEST) runs.push({ from, rows: at - from, width });
    from = at;
  }
  return runs;
}

/** The longest of some runs; one of no rows where there is none. */
export const longestOf = (runs: readonly Run[]): Run =>
  runs.reduce((best, run) => (run.rows > best.rows ? run : best), { from: 0, rows: 0, width: 1 });

/**
 * The longest run of at least three rows of one width, which is at least three cells: where most rows of a file are its
 * preamble, this is the table. `rows` is 0 where there is none. Blank rows are for the caller to leave out.
 */
export const longestRun = (filled: readonly (readonly string[])[]): Run => longestOf(runsOf(filled));
