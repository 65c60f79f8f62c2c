import type { Decoding } from '../decoding';
import { readHead, type DialectChoice } from '../read-head';
import type { SheetChoice, SheetInfo } from '../model';
import type { OpenSpill } from '../ports';
import { bytesSource, SourceError, type ByteSource } from '../source';
import { addCsvCell, ByteSink } from './byte-sink';
import { planSheets, type SeenSheet } from './choose-sheets';
import { peekSheet, type SheetPeek } from './peek';
import { sheetsText } from './sheet-text';
import { openWorkbook, type SheetPart, type Workbook } from './workbook';

/** How the text is cut that we make of a workbook; nothing of it is a guess. */
export const MADE_DIALECT = {
  encoding: 'utf-8',
  delimiter: ',',
  newline: '\n',
  quote: '"',
  escape: 'doubled',
} as const satisfies DialectChoice;

export interface WorkbookText {
  readonly workbook: SeenWorkbook;
  readonly decoding: Decoding;
  readonly choice: SheetChoice;
  readonly headerRow: number;
  readonly sheets: readonly SheetInfo[];
}

/** The first rows as text, by the same rules as the whole: line n is row n. */
function peekText(peek: SheetPeek): Uint8Array<ArrayBuffer> {
  const sink = new ByteSink();
  let line = 1;
  for (const { row, cells } of peek.rows) {
    for (; line < row; line++) sink.push(10);
    for (let at = 0; at < peek.width; at++) {
      if (at > 0) sink.push(44);
      const bytes = new TextEncoder().encode(cells[at] ?? '');
      addCsvCell(sink, bytes, 0, bytes.length);
    }
    sink.push(10);
    line += 1;
  }
  return sink.take();
}

async function see(book: Workbook, part: SheetPart): Promise<SeenSheet> {
  const peek = await peekSheet(book, part);
  const head = await readHead(bytesSource(peekText(peek)), MADE_DIALECT, true);
  const headerRow = head.ok ? head.value.dialect.headerRow : (peek.rows[0]?.row ?? 1);
  const header = peek.rows.find(({ row }) => row === headerRow)?.cells ?? [];
  const rows = peek.whole ? peek.rows.length : peek.declaredRows;
  return {
    part,
    peek,
    info: {
      name: part.name,
      hidden: part.hidden,
      ...(rows === undefined ? {} : { rows }),
      counted: peek.whole,
      header: [...header],
      headerRow,
    },
  };
}

/**
 * A workbook with the first rows of its sheets. Several texts may be made of it, also at a time; what it has put aside is
 * let go of with the last of them.
 */
export class SeenWorkbook {
  private texts = 0;

  constructor(
    readonly book: Workbook,
    readonly sheets: readonly SeenSheet[],
  ) {}

  /** Whether another text can be made: its strings are still there. */
  get isOpen(): boolean {
    return this.texts > 0;
  }

  begin(): void {
    this.texts += 1;
  }

  end(): void {
    this.texts -= 1;
    if (this.texts === 0) this.book.strings.letGo();
  }
}

async function seeWorkbook(source: ByteSource, signal: AbortSignal, openSpill?: OpenSpill) {
  const book = await openWorkbook(source, signal, openSpill);
  try {
    const seen: SeenSheet[] = [];
    for (const part of book.sheets) {
      if (part.entry !== undefined) seen.push(await see(book, part));
      signal.throwIfAborted();
    }
    return new SeenWorkbook(book, seen);
  } catch (cause) {
    book.strings.letGo();
    throw cause;
  }
}

/**
 * The text of a workbook's chosen sheets, to be read like any CSV: UTF-8, comma, LF, line n being row n of the first
 * sheet. Shared strings and the first rows of every sheet are read at once, or taken from `former`, the same workbook of
 * which a text is still being made. Strings put aside are let go when the pieces of all of them have ended or are
 * returned. Rejects with `SourceError`.
 */
export async function readWorkbook(
  source: ByteSource,
  wanted: { readonly choice: SheetChoice | undefined; readonly headerRow: number | undefined },
  signal: AbortSignal,
  openSpill?: OpenSpill,
  former?: SeenWorkbook,
): Promise<WorkbookText> {
  const workbook = former?.isOpen === true ? former : await seeWorkbook(source, signal, openSpill);
  workbook.begin();
  const plan = planSheets(workbook.sheets, wanted.choice, wanted.headerRow);
  if (!plan.ok) {
    workbook.end();
    throw new SourceError(plan.error);
  }
  const { choice, headerRow, turns, width, header, notes } = plan.value;
  const decoding = sheetsText(workbook.book, turns, { width, header }, signal, () => workbook.end());
  return {
    workbook,
    decoding: { ...decoding, notes: () => [...notes, ...decoding.notes()] },
    choice,
    headerRow,
    sheets: workbook.sheets.map(({ info }) => info),
  };
}
