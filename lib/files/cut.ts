import Papa from 'papaparse';
import type { Dialect } from './model';

export type Cutting = Pick<Dialect, 'delimiter' | 'newline'>;

export interface CutRows {
  readonly rows: string[][];
  /** Positions in `rows` whose quotes are broken. */
  readonly broken: ReadonlySet<number>;
  /** Characters of the text that the rows took. */
  readonly used: number;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * A line end that is not the file's own and stands outside quotes joins two lines into one row. With several columns
 * that row has too many cells; a row of a single cell would pass unsaid.
 */
function isJoined(cell: string, text: string): boolean {
  return /[\r\n]/.test(cell) && !text.includes(`"${cell.replaceAll('"', '""')}"`);
}

/**
 * Cuts text into rows of cells by position. With `final` false the last row is left for the next text, because
 * nobody can know yet whether it is whole; it is not among `rows` and not in `used`.
 */
export function cutter(cutting: Cutting): (text: string, final: boolean) => CutRows {
  const parser = new Papa.Parser({ delimiter: cutting.delimiter, newline: cutting.newline, quoteChar: '"' });
  return (text, final) => {
    const parsed = parser.parse(text, 0, !final) as Papa.ParseResult<string[]>;
    const rows = parsed.data;
    // A row that was left for later may have left an error behind: its closing quote was only cut off.
    const errors = parsed.errors.filter((error) => (error.row ?? 0) < rows.length);
    const broken = errors.map((error) => error.row ?? 0);
    rows.forEach((cells, at) => {
      if (cells.length === 1 && isJoined(cells[0] ?? '', text)) broken.push(at);
    });
    return {
      rows,
      broken: broken.length === 0 ? NONE : new Set(broken),
      used: parsed.meta.cursor,
    };
  };
}

/** Characters of the first row, its line end included; infinite when it is not finished. */
export function cutFirstRow(text: string, cutting: Cutting): number {
  const parser = new Papa.Parser({ ...cutting, quoteChar: '"', preview: 1 });
  const parsed = parser.parse(text, 0, true) as Papa.ParseResult<string[]>;
  return parsed.data.length === 0 ? Infinity : parsed.meta.cursor;
}

/** The first line of a text as one broken row, quotes taken as ordinary characters; at most `cap` characters. */
export function cutFirstLine(text: string, cutting: Cutting, cap: number): CutRows {
  const lineEnd = text.indexOf(cutting.newline);
  const isLine = lineEnd !== -1 && lineEnd <= cap;
  const end = isLine ? lineEnd : Math.min(cap, text.length);
  return {
    rows: [text.slice(0, end).split(cutting.delimiter)],
    broken: new Set([0]),
    used: isLine ? end + cutting.newline.length : end,
  };
}
