import { err, ok, type Result } from '../../base/result';
import type { FileRefusal, SheetChoice, SheetInfo } from '../model';
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

/** The row of a further sheet that says the headings of the first; else the one that looks like headings. */
function headerOf(sheet: SeenSheet, first: readonly string[]): { row: number; cells: readonly string[] } {
  const same = sheet.peek.rows.find(({ cells }) => sameColumns(cells, first));
  const row = same?.row ?? sheet.info.headerRow;
  return { row, cells: cellsAt(sheet, row) };
}

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
  const turns = chosen.map(({ part }) => ({ part, fromRow: 1, places: undefined }));
  return ok({ choice: { ...choice, byName: false }, headerRow: 0, turns, width, header: undefined });
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
  const heads = others.map((sheet) => ({ sheet, ...headerOf(sheet, header) }));
  const alike = heads.every(({ cells }) => sameColumns(cells, header));
  const turn = (part: SheetPart, fromRow: number, places?: readonly number[]): SheetTurn => ({
    part,
    fromRow,
    places,
  });
  if (alike) {
    return ok({
      choice: { ...choice, byName: false },
      headerRow: row,
      turns: [turn(first.part, 1), ...heads.map(({ sheet, row: at }) => turn(sheet.part, at + 1))],
      width: Math.max(...chosen.map(({ peek }) => peek.width)),
      header: undefined,
    });
  }
  if (!choice.byName) return err('sheets-differ');
  const all = padded(header, first.peek.width);
  const keys = columnKeys(all);
  const turns = heads.map(({ sheet, row: at, cells }) => {
    const own = padded(cells, sheet.peek.width);
    const places = columnKeys(own).map((key, column) => {
      const known = keys.indexOf(key);
      if (known >= 0) return known + 1;
      all.push(own[column] ?? '');
      return keys.push(key);
    });
    return turn(sheet.part, at + 1, places);
  });
  return ok({
    choice,
    headerRow: row,
    turns: [turn(first.part, 1), ...turns],
    width: all.length,
    header: { row, cells: csvLine(all) },
  });
}
