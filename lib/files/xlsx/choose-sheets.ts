import { err, ok, type Result } from '../../base/result';
import type { FileNote, FileRefusal, SheetChoice, SheetInfo } from '../model';
import { addCsvCell, ByteSink } from './byte-sink';
import type { SheetPeek } from './peek';
import type { SheetTurn } from './sheet-text';
import type { SheetPart } from './workbook';

/** A sheet with its first rows and what is said of it. */
export interface SeenSheet {
  readonly part: SheetPart;
  readonly peek: SheetPeek;
  readonly info: SheetInfo;
}

/** How the chosen sheets become one text. */
export interface SheetPlan {
  readonly choice: SheetChoice;
  readonly headerRow: number;
  readonly turns: readonly SheetTurn[];
  readonly width: number;
  readonly header: { readonly row: number; readonly cells: Uint8Array } | undefined;
  /** What was decided about rows above the headings of further sheets. */
  readonly notes: readonly FileNote[];
}

const bare = (heading: string) => heading.trim().toLowerCase();

/** One name per column: the second "Price" is another column than the first. */
function columnKeys(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((heading) => {
    const name = bare(heading);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${count} ${name}`;
  });
}

/** Whether two headers say the same columns in the same order. */
export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, at) => bare(heading) === bare(b[at] ?? ''));
}

function cellsAt(sheet: SeenSheet, row: number): readonly string[] {
  return sheet.peek.rows.find((seen) => seen.row === row)?.cells ?? [];
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;

/** Whether a row says headings in another order, with some more or some fewer; one alone may be a value. */
function saysSome(cells: readonly string[], headings: readonly string[]): boolean {
  const names = new Set(headings.map(bare).filter((name) => name !== ''));
  const own = new Set(cells.map(bare).filter((name) => name !== ''));
  const shared = [...own].filter((name) => names.has(name)).length;
  return shared > 1 && shared === Math.min(names.size, own.size);
}

interface Headed {
  readonly sheet: SeenSheet;
  readonly cells: readonly string[];
  readonly turn: SheetTurn;
  readonly notes: readonly FileNote[];
}

/**
 * A further sheet with the row that says the headings of the first, else the one that looks like headings. A row above
 * it that is as full as it is no title but data, whose headings were repeated where a page broke: then all is read.
 */
function headed(sheet: SeenSheet, first: readonly string[]): Headed {
  const { part, peek, info } = sheet;
  const said =
    peek.rows.find((seen) => sameColumns(seen.cells, first)) ??
    peek.rows.find((seen) => saysSome(seen.cells, first));
  const row = said?.row ?? info.headerRow;
  const cells = cellsAt(sheet, row);
  const above = peek.rows.filter((seen) => seen.row < row);
  const isData = above.some((seen) => filled(seen.cells) >= filled(cells));
  const tell = (code: FileNote['code'], at: number): FileNote => ({
    code,
    params: { sheet: part.name, count: above.length, row: at },
  });
  const top = above[0];
  if (top === undefined) return { sheet, cells, turn: turnOf(sheet, row + 1, row), notes: [] };
  return isData
    ? {
        sheet,
        cells,
        turn: { ...turnOf(sheet, 1, row), leftOut: row },
        notes: [tell('sheet-headings-within', row)],
      }
    : { sheet, cells, turn: turnOf(sheet, row + 1, row), notes: [tell('sheet-rows-above', top.row)] };
}

const turnOf = ({ part, peek }: SeenSheet, fromRow: number, headings: number): SheetTurn => ({
  part,
  fromRow,
  places: undefined,
  seen: {
    // Headings that the user chose may stand far below what was looked at.
    before: Math.min(headings, peek.rows.at(-1)?.row ?? 0),
    rows: new Set(peek.rows.flatMap(({ row }) => (row < headings ? [row] : []))),
  },
});

const padded = (header: readonly string[], width: number) =>
  Array.from({ length: Math.max(width, header.length) }, (_, at) => header[at] ?? '');

function csvLine(cells: readonly string[]): Uint8Array {
  const sink = new ByteSink();
  cells.forEach((cell, at) => {
    if (at > 0) sink.push(44);
    const bytes = new TextEncoder().encode(cell);
    addCsvCell(sink, bytes, 0, bytes.length);
  });
  return sink.take();
}

/** The sheet that is read unless the user says otherwise: the first with values, visible ones before hidden ones. */
function firstChoice(sheets: readonly SeenSheet[]): SheetChoice | undefined {
  const filled = sheets.filter(({ peek }) => peek.rows.length > 0);
  const first = filled.find(({ info }) => !info.hidden) ?? filled[0];
  return first === undefined ? undefined : { sheets: [first.info.name], byName: false };
}

/** Sheets of data alone: nothing but their width says that their columns are the same. */
function withoutHeadings(choice: SheetChoice, chosen: readonly SeenSheet[]): Result<SheetPlan, FileRefusal> {
  const width = Math.max(...chosen.map(({ peek }) => peek.width));
  if (chosen.some(({ peek }) => peek.width !== width)) return err('sheets-differ');
  const turns = chosen.map((sheet) => turnOf(sheet, 1, 0));
  return ok({
    choice: { ...choice, byName: false },
    headerRow: 0,
    turns,
    width,
    header: undefined,
    notes: [],
  });
}

/** Settles which sheets are read and how their columns come together. */
export function planSheets(
  sheets: readonly SeenSheet[],
  wanted: SheetChoice | undefined,
  headerRow: number | undefined,
): Result<SheetPlan, FileRefusal> {
  const choice = wanted ?? firstChoice(sheets);
  if (choice === undefined) return err('workbook-without-rows');
  const chosen: SeenSheet[] = [];
  for (const name of new Set(choice.sheets)) {
    const sheet = sheets.find(({ info }) => info.name === name);
    if (sheet === undefined) return err('sheet-gone');
    chosen.push(sheet);
  }
  const [first, ...others] = chosen;
  if (first === undefined) return err('workbook-without-rows');
  if (chosen.every(({ peek }) => peek.rows.length === 0)) return err('workbook-without-rows');
  const row = headerRow ?? first.info.headerRow;
  if (row === 0) return withoutHeadings(choice, chosen);
  const header = cellsAt(first, row);
  const heads = others.map((sheet) => headed(sheet, header));
  const notes = heads.flatMap((head) => head.notes);
  const alike = heads.every(({ cells }) => sameColumns(cells, header));
  if (alike) {
    return ok({
      choice: { ...choice, byName: false },
      headerRow: row,
      turns: [turnOf(first, 1, row), ...heads.map(({ turn }) => turn)],
      width: Math.max(...chosen.map(({ peek }) => peek.width)),
      header: undefined,
      notes,
    });
  }
  if (!choice.byName) return err('sheets-differ');
  const all = padded(header, first.peek.width);
  const keys = columnKeys(all);
  const turns = heads.map(({ sheet, turn, cells }) => {
    const own = padded(cells, sheet.peek.width);
    const places = columnKeys(own).map((key, column) => {
      const known = keys.indexOf(key);
      if (known >= 0) return known + 1;
      all.push(own[column] ?? '');
      return keys.push(key);
    });
    return { ...turn, places };
  });
  return ok({
    choice,
    headerRow: row,
    turns: [turnOf(first, 1, row), ...turns],
    width: all.length,
    header: { row, cells: csvLine(all) },
    notes,
  });
}
