import { longestOf, runsOf, type Run } from './longest-run';
import { isRuling, looksLikeTotal } from './total-row';

/** Cells that no one would choose as a column's name: numbers and dates. A header of these is likely a data row. */
export const NUMBER_LIKE = /^[+-]?[\d.,\s:/-]*\d[\d.,\s:/-]*$/;

/** Rows looked at for the header; a longer preamble is the user's to point at. */
const ROWS = 60;

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;

/**
 * Columns of a row that years in their order stand over, as names (`Country, 1960, 1961`); below them other values do,
 * which in a row of data would be years as well.
 */
function yearColumns(cells: readonly string[], below: readonly (readonly string[])[]): number[] {
  const columns = cells.flatMap((cell, at) => (YEAR.test(cell.trim()) ? [at] : []));
  const years = columns.map((at) => Number(cells[at]));
  const steps = years.slice(1).map((year, at) => Math.sign(year - (years[at] ?? 0)));
  const isInOrder = steps.length > 0 && steps[0] !== 0 && steps.every((step) => step === steps[0]);
  const isOver = columns.every((at) => below.some((row) => row[at]?.trim() && !YEAR.test(row[at].trim())));
  return isInOrder && isOver ? columns : [];
}

/**
 * Whether the record at `at` is a header below a preamble: nothing above it holds more than one cell, or one of its
 * names stands over numbers. Without either, a header with many empty names would lose to the first row of text.
 */
function isProved(records: readonly (readonly string[])[], first: number, at: number): boolean {
  if (records.slice(first, at).every((cells) => filled(cells) <= 1)) return true;
  const below = records.slice(at + 1, at + 1 + ROWS);
  if (yearColumns(records[at] ?? [], below).length > 0) return true;
  return (records[at] ?? []).some((name, column) => {
    if (name.trim() === '' || NUMBER_LIKE.test(name.trim())) return false;
    const cells = below.flatMap((row) => row[column]?.trim() || []);
    return cells.length > 0 && cells.filter((cell) => NUMBER_LIKE.test(cell)).length >= cells.length * 0.7;
  });
}

/** A line that a program wrote about the file, or drew. */
const isRemark = (cells: readonly string[]) =>
  (filled(cells) === 1 && /^(?:#|--\s)/.test(cells[0] ?? '')) || isRuling(cells);

/**
 * The width that most records with anything in them have, the larger where two are as frequent, and how many have it;
 * that of the longest table where all above it is at most half as wide: a preamble may well be longer than its table.
 */
function usualWidth(records: readonly (readonly string[])[]): { width: number; alike: number } {
  const widths = new Map<number, number>();
  for (const cells of records) {
    if (filled(cells) > 0 && !isRuling(cells)) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  const [width = 1, alike = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const rows = records.filter((cells) => filled(cells) > 0 && !isRuling(cells));
  const isBelow = (run: Run) =>
    run.width > width && rows.slice(0, run.from).every((cells) => filled(cells) * 2 <= run.width);
  const run = longestOf(runsOf(rows).filter(isBelow));
  return run.rows > 0 ? { width: run.width, alike: run.rows } : { width, alike };
}

/** Names for the columns of a table that has none of its own. */
export const placeNames = (records: readonly (readonly string[])[]): string[] =>
  Array.from({ length: usualWidth(records).width }, (_, at) => `Column ${at + 1}`);

const shapeOf = (cell: string): string =>
  cell
    .trim()
    .replaceAll(/\p{L}+/gu, 'a')
    .replaceAll(/\d+/g, '9');

/** Years are headings as often as values. */
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Whether the header reads like one more row of data: one of its names is written like every value below it, digits
 * in the same places (`A-017` over `A-018`, `2024-01-01` over dates).
 */
export const readsLikeData = (header: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  header.some((_, column) => isAlike(header, rows, column));

function isAlike(header: readonly string[], rows: readonly (readonly string[])[], column: number): boolean {
  const name = header[column] ?? '';
  const shape = shapeOf(name);
  if (!shape.includes('9') || YEAR.test(name.trim())) return false;
  const cells = rows.flatMap((row) => row[column]?.trim() || []);
  return cells.length > 1 && cells.every((cell) => shapeOf(cell) === shape);
}

/**
 * Whether the first wide record below narrow ones is a row of data, whose names stand above it: its first value goes on
 * below it, or another that is more than a number does (numbers head columns of days, weeks and sizes).
 */
function isData(records: readonly (readonly string[])[], at: number): boolean {
  const cells = records[at] ?? [];
  const below = records.slice(at + 1, at + 1 + ROWS).filter((row) => row.length === cells.length);
  const first = cells.findIndex((cell) => cell.trim() !== '');
  return cells.some(
    (cell, column) => (column === first || shapeOf(cell) !== '9') && isAlike(cells, below, column),
  );
}

/** Whether a row of some names stands directly on the wide record at `at`, and nothing but a title above it. */
function isNamed(records: readonly (readonly string[])[], first: number, at: number): boolean {
  const cells = (records[at - 1] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    cells.length > 1 &&
    cells.every((cell) => !NUMBER_LIKE.test(cell) && !cell.endsWith(':')) &&
    records.slice(first, at - 1).every((row) => filled(row) <= 1)
  );
}

/** Whether the only row that holds anything is one of data, by a number or a date in it: headings alone would be no file. */
export function isLoneRow(records: readonly (readonly string[])[]): boolean {
  const [row, ...others] = records.filter((cells) => filled(cells) > 0);
  const isNumber = (cell: string) => NUMBER_LIKE.test(cell) && !YEAR.test(cell);
  return row !== undefined && others.length === 0 && row.some((cell) => isNumber(cell.trim()));
}

/**
 * The record (1-based) that holds the column names: the first that holds anything, unless it and those below it hold
 * half as many cells as the table is wide, or fewer (titles, dates of export), and a row of names follows. `from`: records
 * to pass over (Excel's `sep=` line).
 */
export function findHeaderRow(
  records: readonly (readonly string[])[],
  from = 0,
): { row: number; found: boolean } {
  const top = records.findIndex((cells, at) => at >= from && filled(cells) > 0);
  if (top === -1) return { row: from + 1, found: false };
  const named = records.findIndex((cells, at) => at >= top && filled(cells) > 0 && !isRemark(cells));
  const first = named === -1 ? top : named;
  const { width, alike } = usualWidth(records.slice(from));
  // Names with a comma each look like two columns below a title; only a blank line tells that it is one.
  const wide = records.findIndex((cells, at) => at >= first && filled(cells) > 1);
  const isTitled = width > 2 || records.slice(first, wide).some((cells) => filled(cells) === 0);
  if (width < 2 || alike < 2 || !isTitled) return { row: first + 1, found: first > top };
  for (let at = first; at < Math.min(records.length, first + ROWS); at++) {
    const cells = records[at] ?? [];
    const count = filled(cells);
    if (count === 0 || count * 2 <= width) continue;
    // The first wide row below narrow ones is the header only if it reads like names.
    const years = yearColumns(cells, records.slice(at + 1, at + 1 + ROWS)).length;
    const numbers = cells.filter((cell) => NUMBER_LIKE.test(cell.trim())).length - years;
    const isNoHeader = numbers * 2 > count || !isProved(records, first, at) || isData(records, at);
    if (at === first || !isNoHeader) return { row: at + 1, found: at > top };
    if (isNamed(records, first, at)) return { row: at, found: at - 1 > top };
    break;
  }
  return { row: first + 1, found: first > top };
}

/** Whether all rows hold digits beside two digits in the same two columns, as where a comma of decimals was cut at. */
function splitsDecimals(rows: readonly (readonly string[])[]): boolean {
  const [first = []] = rows;
  return first.some((_, at) =>
    rows.every((cells) => /^-?\d+$/.test(cells[at] ?? '') && /^\d\d$/.test(cells[at + 1] ?? '')),
  );
}

/**
 * How many cells all first rows have beyond the names of the header. Which columns those are cannot be known: some leave
 * out the name of the first (R, that of its row names), others name the first columns alone.
 */
export function namesMissing(
  header: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
): number {
  const table = rows.flatMap(({ cells }) => (filled(cells) > 0 && !looksLikeTotal(cells) ? [cells] : []));
  const [width = 0, ...others] = new Set(table.map(({ length }) => length));
  // A single name is more often a title, or that of texts with separators in them.
  if (others.length > 0 || width <= header.length || filled(header) < 2) return 0;
  // A separator too many at the end of each row takes nothing from the names.
  if (table.every((cells) => filled(cells.slice(header.length)) === 0)) return 0;
  return splitsDecimals(table) ? 0 : width - header.length;
}

/** Cells that a row has at least where it lacks no named one: writers leave out empty cells below empty names at the end. */
export function fewestCells(header: readonly string[]): number {
  const last = header.findLastIndex((name) => name.trim() !== '');
  return last === -1 ? header.length : last + 1;
}

/** The header with empty names for the columns it lacks. */
export function withUnnamed(header: readonly string[], missing: number, where: 'first' | 'last'): string[] {
  const empty = Array.from({ length: missing }, () => '');
  return where === 'first' ? [...empty, ...header] : [...header, ...empty];
}
