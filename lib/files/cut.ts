import Papa from 'papaparse';
import { placeCutter } from './fixed-places';
import type { Dialect } from './model';
import { scanRows, type Scanning } from './scan';

export type Cutting = Pick<
  Dialect,
  'delimiter' | 'newline' | 'quote' | 'escape' | 'padded' | 'places' | 'workbook'
>;

export interface CutRows {
  readonly rows: string[][];
  /** Positions in `rows` whose quotes are broken. */
  readonly broken: ReadonlySet<number>;
  /** Positions of rows with quotes or line ends inside cells that are not quoted: read as they stand, and said. */
  readonly stray: ReadonlySet<number>;
  readonly quotedTexts: QuotedTexts;
  /** Characters of the text that the rows took. */
  readonly used: number;
}

/**
 * Cells by the position of their row: a pair of quotes with nothing in between, which some writers tell from nothing; and
 * in the text of a workbook the texts that would read as numbers with a point, days or times, since those are never quoted.
 */
export type QuotedTexts = ReadonlyMap<number, readonly number[]>;

const NONE: ReadonlySet<number> = new Set();
export const NO_TEXTS: QuotedTexts = new Map();
const ENDS = { '\n': 'lf', '\r\n': 'crlf', '\r': 'cr', mixed: 'any' } as const;

export function scanningOf({ delimiter, newline, quote, escape, padded, workbook }: Cutting): Scanning {
  return {
    delimiter,
    ends: ENDS[newline],
    quote: quote === 'none' ? '' : quote,
    backslash: escape === 'backslash',
    isPadded: padded === true,
    tellsNumbers: workbook !== undefined,
  };
}

/** Whether every line end in `text` is of this kind, also those inside quotes. */
function isOfOneEnd(text: string, newline: Cutting['newline']): boolean {
  if (newline === '\n') return !text.includes('\r');
  if (newline === '\r') return !text.includes('\n');
  let pairs = 0;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    // The last one may be half of a pair; Papa Parse leaves such a row for later.
    if (text.charCodeAt(at + 1) === 10) pairs += 1;
    else if (at + 1 < text.length) return false;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) pairs -= 1;
  return pairs === 0;
}

/**
 * Cuts text into rows of cells by position. With `final` false the last row is left for the next text, because
 * nobody can know yet whether it is whole; it is not among `rows` and not in `used`. Text without quotes goes to Papa
 * Parse; everything else to the scanner, which is up to three times as fast there, tells `""` from nothing and says what
 * departs from RFC 4180.
 */
export function cutter(cutting: Cutting): (text: string, final: boolean) => CutRows {
  const { delimiter, newline, quote, places } = cutting;
  if (places !== undefined) return placeCutter(places, newline);
  const scanning = scanningOf(cutting);
  if (newline === 'mixed' || quote === 'none' || scanning.backslash) {
    return (text, final) => scanRows(text, scanning, final);
  }
  const parser = new Papa.Parser({ delimiter, newline, quoteChar: quote });
  return (text, final) => {
    if (text.includes(quote) || !isOfOneEnd(text, newline)) return scanRows(text, scanning, final);
    const parsed = parser.parse(text, 0, !final) as Papa.ParseResult<string[]>;
    return { rows: parsed.data, broken: NONE, stray: NONE, quotedTexts: NO_TEXTS, used: parsed.meta.cursor };
  };
}

/** Characters of the first row, its line end included; infinite when it is not finished. */
export function cutFirstRow(text: string, cutting: Cutting): number {
  const { rows, used } = scanRows(text, scanningOf(cutting), false, 1);
  return rows.length === 0 ? Infinity : used;
}

const LINE_END = { '\n': /\r?\n/, '\r\n': /\r\n/, '\r': /\r/, mixed: /\r\n|\n|\r/ } as const;

/**
 * The first line of a text as one broken row, quotes taken as ordinary characters; at most `cap` characters. Where the
 * dialect ends no line within the cap but others would, all those lines are broken rows: no line is hidden in another.
 */
export function cutFirstLine(text: string, cutting: Cutting, cap: number): CutRows {
  const found = LINE_END[cutting.newline].exec(text);
  const isLine = found !== null && found.index <= cap;
  const end = isLine ? found.index : Math.min(cap, text.length);
  const chunk = text.slice(0, end);
  const last = isLine ? -1 : Math.max(chunk.lastIndexOf('\n'), chunk.lastIndexOf('\r'));
  const lines = last === -1 ? [chunk] : chunk.slice(0, last).split(/\r\n|\n|\r/);
  return {
    rows: lines.map((line) => line.split(cutting.delimiter)),
    broken: new Set(lines.keys()),
    stray: NONE,
    quotedTexts: NO_TEXTS,
    used: isLine ? end + found[0].length : last === -1 ? end : last + 1,
  };
}
