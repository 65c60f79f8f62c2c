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
 * The text of a workbook's chosen sheets, to be read like any CSV: UTF-8, comma, LF, line n being row n of the first
 * sheet. Shared strings and the first rows of every sheet are read at once. Strings put aside are let go when the pieces
 * have ended or are returned. Rejects with `SourceError`.
 */
export async function readWorkbook(
  source: ByteSource,
  wanted: { readonly choice: SheetChoice | undefined; readonly headerRow: number | undefined },
  signal: AbortSignal,
  openSpill?: OpenSpill,
): Promise<WorkbookText> {
  const book = await openWorkbook(source, signal, openSpill);
  try {
    return await textOf(book, wanted, signal);
  } catch (cause) {
    book.strings.bytes.close();
    throw cause;
  }
}

async function textOf(
  book: Workbook,
  wanted: Parameters<typeof readWorkbook>[1],
  signal: AbortSignal,
): Promise<WorkbookText> {
  const seen: SeenSheet[] = [];
  for (const part of book.sheets) {
    if (part.entry !== undefined) seen.push(await see(book, part));
    signal.throwIfAborted();
  }
  const plan = planSheets(seen, wanted.choice, wanted.headerRow);
  if (!plan.ok) throw new SourceError(plan.error);
  const { choice, headerRow, turns, width, header } = plan.value;
  return {
    decoding: sheetsText(book, turns, { width, header }, signal),
    choice,
    headerRow,
    sheets: seen.map(({ info }) => info),
  };
}
