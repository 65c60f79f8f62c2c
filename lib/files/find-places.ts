import { beginOf, cellsAt } from './fixed-places';
import { fewestCells } from './header-row';
import type { ColumnPlace, Dialect, FileHead } from './model';
import { isRuling, looksLikeTotal } from './total-row';

/** Lines looked at, and characters of each: enough to see columns that are seldom filled. */
const LINES = 2000;
const CHARACTERS = 2000;
/** Share of lines that may be titles, footers or remarks, across all columns. */
const OTHERS = 0.1;
/** Share of lines in which two blanks or more hold values apart; texts of words have none. */
const PADDED = 0.5;
const FEWEST = 3;

/** Lines drawn under headings, one stroke for each column, as SQL*Plus, sqlcmd and PowerShell draw them. */
const STROKES = /^ *(?:-+|=+|_+)(?: +(?:-+|=+|_+))+ *$/;

/** Stretches of blanks between two characters that are none, given where some line has such a character. */
function gutters(isFilled: readonly boolean[]): ColumnPlace[] {
  const places: ColumnPlace[] = [];
  let from = isFilled.indexOf(true) + 1;
  for (let at = from; at < isFilled.length; at++) {
    if (isFilled[at] !== true) continue;
    if (at > from) places.push({ from, to: at });
    from = at + 1;
  }
  return places;
}

/** For each place of a line, in how many lines something stands there. */
function counts(lines: readonly string[]): number[] {
  const found: number[] = [];
  for (const line of lines)
    for (let at = 0; at < line.length; at++) found[at] = (found[at] ?? 0) + (line.charAt(at) === ' ' ? 0 : 1);
  return found;
}

/**
 * Whether a line belongs to the table: it fills most columns and crosses few. A heading may well cross what its values
 * leave blank (`Sold at` over `2024-05-01 10:00`), which is no place between two columns then.
 */
function isOfTable(line: string, places: readonly ColumnPlace[]): boolean {
  // What stands in it by itself is a column that is seldom filled.
  const isAlone = ({ from, to }: ColumnPlace) => line[from] === ' ' && line[to - 1] === ' ';
  const crossed = places.filter(
    (place, at) => beginOf(line, places, at) === undefined && !isAlone(place),
  ).length;
  const begins = [0, ...places.map(({ to }) => to)];
  const filled = begins.filter((begin, at) => line.slice(begin, begins[at + 1]).trim() !== '').length;
  return crossed * 2 <= places.length && filled * 2 > begins.length;
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/, LINES)
    .map((line) => line.slice(0, CHARACTERS))
    .filter((line) => line.trim() !== '');

/** Lines that need not fit: one in ten, and one of five. */
const othersAmong = (lines: readonly string[]): number =>
  Math.max(lines.length > 4 ? 1 : 0, Math.floor(lines.length * OTHERS));

const fitting = (lines: readonly string[], places: readonly ColumnPlace[]): string[] =>
  lines.filter((line) => cellsAt(line, places) !== undefined);

/**
 * Where the columns of a text begin that are held apart by blanks alone: by the strokes under its headings, or by the
 * stretches that are blank in nearly all of its lines. Undefined where nothing shows that it is such a text.
 */
export function findPlaces(text: string): ColumnPlace[] | undefined {
  const all = linesOf(text);
  const strokes = all.find((line) => STROKES.test(line));
  const lines = all.filter((line) => !isRuling([line]));
  if (lines.length < FEWEST || lines.some((line) => line.includes('\t'))) return undefined;
  const padded = lines.filter((line) => /\S {2,}\S/.test(line)).length;
  if (strokes === undefined && padded < lines.length * PADDED) return undefined;
  const others = othersAmong(lines);
  const ruled = strokes === undefined ? [] : gutters([...strokes].map((sign) => sign !== ' '));
  if (ruled.length > 0 && fitting(lines, ruled).length >= lines.length - Math.max(others, 2)) return ruled;
  const usual = gutters(counts(lines).map((count) => count > others));
  const table = lines.filter((line) => isOfTable(line, usual));
  if (usual.length === 0 || table.length < lines.length - others || table.length < FEWEST) return undefined;
  // Once more without titles and footers: what is filled in few rows is a column, too.
  const places = gutters(counts(table).map((count) => count > 0));
  return places.length === 0 ? undefined : places;
}

const WORDS = /\S \S/;

/** The character that nearly all of these cells fill, of those that hold anything: their first, else their last. */
function markOf(cells: readonly string[], begin: number): number | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const isUsual = (count: number) => filled.length >= FEWEST && count >= filled.length * (1 - OTHERS);
  if (isUsual(filled.filter((cell) => !cell.startsWith(' ')).length)) return begin;
  const ends = filled.map((cell) => cell.trimEnd().length).sort((a, b) => a - b);
  const end = ends[ends.length >> 1] ?? 0;
  return isUsual(ends.filter((one) => one === end).length) ? begin + end - 1 : undefined;
}

/** The places, each with what the columns beside it hold, and where, in the lines that leave all of them blank. */
function withWords(places: readonly ColumnPlace[], lines: readonly string[]): ColumnPlace[] {
  const whole = lines.filter((line) => places.every(({ from, to }) => line.slice(from, to).trim() === ''));
  const rows = whole.map((line) => cellsAt(line, places) ?? []);
  const hasWords = [0, ...places].map((_, column) => rows.some((cells) => WORDS.test(cells[column] ?? '')));
  return places.map((place, at) => {
    const [left, right] = [hasWords[at] === true, hasWords[at + 1] === true];
    const cells = whole.map((line) => line.slice(place.to, places[at + 1]?.to));
    const mark = markOf(cells, place.to);
    return {
      ...place,
      ...(left || right ? { words: left && right ? 'both' : left ? 'left' : 'right' } : {}),
      ...(mark === undefined ? {} : { mark }),
    };
  });
}

/**
 * Places as chosen, each with the blanks before it that stand in nearly all lines: what crosses them later is told. Where
 * columns touch there are none, and nothing can be told.
 */
export function widened(places: readonly ColumnPlace[], text: string): ColumnPlace[] {
  const lines = linesOf(text).filter((line) => !isRuling([line]));
  const found = counts(lines);
  const others = othersAmong(lines);
  const byPlace = new Map(places.map((place) => [place.to, place] as const));
  const sorted = [...byPlace.values()].filter(({ to }) => to > 0).sort((a, b) => a.to - b.to);
  const wide = sorted.map(({ from, to }, at) => {
    const least = sorted[at - 1]?.to ?? 0;
    let begin = Math.max(least, Math.min(from, to));
    if (begin === to) while (begin > least && (found[begin - 1] ?? 0) <= others) begin -= 1;
    return { from: begin, to };
  });
  return withWords(wide, lines);
}

/** Places to offer for a text that is not cut by them, where no separator cuts its first rows as its headings. */
export function offeredPlaces(
  text: string,
  { dialect, header, rows }: { dialect: Dialect } & Pick<FileHead, 'header' | 'rows'>,
): ColumnPlace[] | undefined {
  const { delimiter: by } = dialect.decidedBy;
  if (dialect.places !== undefined || by === 'user' || by === 'sep-line') return undefined;
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== '') && !looksLikeTotal(cells));
  const fewest = fewestCells(header);
  const fits = (count: number) => count >= fewest && count <= header.length;
  const alike = filled.filter(({ cells }) => fits(cells.length)).length;
  return header.length > 1 && alike * 2 >= filled.length ? undefined : findPlaces(text);
}
