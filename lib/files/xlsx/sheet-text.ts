import type { DecodedPiece, Decoding } from '../decoding';
import type { FileNote, SheetSection } from '../model';
import { SourceError } from '../source';
import { ByteSink } from './byte-sink';
import { scanPart } from './package-parts';
import { SheetScan } from './sheet-scan';
import { HeldRows } from './held-rows';
import type { SheetRow } from './sheet-row';
import type { SheetPart, Workbook } from './workbook';

/** One sheet on its way into the text of a load. */
export interface SheetTurn {
  readonly part: SheetPart;
  /** First row that is taken; those above (a title, headings said already) are left out. */
  readonly fromRow: number;
  /** Place in the text for each column of the sheet, both from 1; undefined: as they stand. */
  readonly places: readonly number[] | undefined;
  /** Headings between rows of data, said already: a blank line stands for them. */
  readonly leftOut?: number;
  /** The rows with values that were seen before this one, and no others, when its headings were settled. */
  readonly seen: { readonly before: number; readonly rows: ReadonlySet<number> };
}

const PIECE_BYTES = 256 * 1024;
/** A row is filled up to this column, for nothing; beyond it, one stray value would put 16,383 commas into every row. */
const FILLED_UP = 128;
const COMMA = 44;
const LF = 10;

class RowsUnordered extends Error {}

/** Writes rows as CSV text in which line n is row n of the first sheet; the other sheets follow, gaps kept. */
class TextWriter {
  readonly out = new ByteSink(PIECE_BYTES * 2);
  /** Rows of text so far. */
  rows = 0;
  private nextRow = 1;
  /** Columns that a row is filled up to. */
  private filledUp: number;

  constructor(
    private readonly width: number,
    private readonly header: { readonly row: number; readonly cells: Uint8Array } | undefined,
  ) {
    this.filledUp = width;
  }

  beginSheet(fromRow: number): void {
    this.nextRow = fromRow;
  }

  row(row: SheetRow): void {
    if (row.number < this.nextRow) throw new RowsUnordered();
    this.gap(row.number);
    const { out } = this;
    if (this.header?.row === this.rows + 1) out.copy(this.header.cells, 0, this.header.cells.length);
    else this.cells(row);
    out.push(LF);
    // The first row tells how wide the table is.
    this.filledUp = Math.min(this.width, FILLED_UP);
    this.nextRow += 1;
    this.rows += 1;
  }

  private gap(to: number): void {
    const missing = to - this.nextRow;
    for (let n = 0; n < missing; n++) this.out.push(LF);
    this.nextRow += missing;
    this.rows += missing;
  }

  private cells(row: SheetRow): void {
    const { out } = this;
    row.trim(this.width);
    let column = row.last;
    if (row.isLine) out.copy(row.bytes.bytes, 0, row.bytes.length);
    else {
      column = 1;
      for (let at = 0; at < row.count; at++) {
        for (const to = row.columns[at] ?? 1; column < to; column++) out.push(COMMA);
        out.copy(row.bytes.bytes, row.starts[at] ?? 0, row.ends[at] ?? 0);
      }
    }
    // A row without any value is a blank line.
    if (row.count > 0) for (; column < this.filledUp; column++) out.push(COMMA);
  }
}

/**
 * The text of some sheets, one after another. `width`: columns of the table. The first row with values is as wide, the
 * others are where that costs little; cells that are absent are empty ones. `header` replaces a row of the text (where sheets were joined by name). `onEnd` is told
 * when the pieces have ended or are returned.
 */
export function sheetsText(
  book: Workbook,
  turns: readonly SheetTurn[],
  shape: { readonly width: number; readonly header: { row: number; cells: Uint8Array } | undefined },
  signal: AbortSignal,
  onEnd: () => void,
): Decoding {
  const sections: SheetSection[] = [];
  const notes: FileNote[] = [];
  const total = turns.reduce((sum, { part }) => sum + (part.entry?.unpacked ?? 0), 0);

  async function* pass(ordered: boolean): AsyncGenerator<DecodedPiece, void, undefined> {
    sections.length = 0;
    notes.length = 0;
    const writer = new TextWriter(shape.width, shape.header);
    let before = 0;
    for (const { part, fromRow, places, leftOut, seen } of turns) {
      if (part.entry === undefined) continue;
      writer.beginSheet(fromRow);
      sections.push({ sheet: part.name, textRow: writer.rows + 1, sheetRow: fromRow });
      const held = ordered ? new HeldRows() : undefined;
      const write = (row: SheetRow) => {
        if (row.number < seen.before && row.filled > 0 && !seen.rows.has(row.number))
          throw new SourceError('sheet-rows-astray');
        if (row.number < fromRow || row.number === leftOut || row.filled === 0) return;
        if (places !== undefined) row.move(places, shape.width);
        writer.row(row);
      };
      const scan = new SheetScan(book, part.name, held === undefined ? write : (row) => held.hold(row));
      let unordered = false;
      for await (const xml of scanPart(book.parts, part.entry, scan)) {
        signal.throwIfAborted();
        if (writer.out.length < PIECE_BYTES) continue;
        yield { bytes: writer.out.take(), done: before + xml.taken, total, restart: false };
      }
      if (held !== undefined) unordered = held.give(write);
      before += part.entry.unpacked;
      notes.push(...scan.facts.notes(book.recalculates));
      if (unordered) notes.push({ code: 'sheet-rows-unordered', params: { sheet: part.name } });
    }
    yield { bytes: writer.out.take(), done: total, total, restart: false };
  }

  async function* orderedPieces(): AsyncGenerator<DecodedPiece, void, undefined> {
    try {
      yield* pass(false);
      return;
    } catch (cause) {
      if (!(cause instanceof RowsUnordered)) throw cause;
    }
    // Excel never writes such a sheet, so the quick way bets on order; once lost, rows are sorted before they are given.
    // One that now stands above headings settled without it is no title for sure: nobody looked at it.
    let first = true;
    for await (const piece of pass(true)) {
      yield { ...piece, restart: first };
      first = false;
    }
  }

  async function* pieces(): AsyncGenerator<DecodedPiece, void, undefined> {
    try {
      yield* orderedPieces();
    } finally {
      onEnd();
    }
  }
  return { pieces: pieces(), sections, notes: () => [...notes] };
}
