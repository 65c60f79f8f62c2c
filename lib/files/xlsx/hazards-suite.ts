import { readWorkbook } from './read-workbook';
import { bytesSource, SourceError } from '../source';
import { readHead } from '../read-head';
import { readRows } from '../read-rows';
import type { FileNote, SheetChoice, SheetSection } from '../model';
import { MADE_DIALECT } from './read-workbook';
import { makeWorkbook, type MadeSheet, type MadeWorkbook } from '../../../e2e/files/make-workbook';

export interface ReadBack {
  /** Rows of the text by number from 1; blank ones as `[]`. */
  readonly rows: string[][];
  /** The text itself, in which an empty text differs from a cell without a value. */
  readonly text: string;
  readonly notes: readonly FileNote[];
  readonly sections: readonly SheetSection[];
  readonly sheets: Awaited<ReturnType<typeof readWorkbook>>['sheets'];
  readonly choice: SheetChoice;
  readonly headerRow: number;
}

/** Also for texts of one row, which a head would refuse. */
async function madeDialect() {
  const head = await readHead(bytesSource(new TextEncoder().encode('a\n1\n')), MADE_DIALECT);
  if (!head.ok) throw new Error(head.error);
  return head.value.dialect;
}

/** A workbook read the whole road: unpacked to text, and that cut into rows as for any file; or why it was refused. */
export async function readBytes(
  bytes: Uint8Array<ArrayBuffer>,
  choice?: SheetChoice,
  headerRow?: number,
): Promise<ReadBack | string> {
  try {
    const { signal } = new AbortController();
    const made = await readWorkbook(bytesSource(bytes), { choice, headerRow }, signal);
    let pieces: Uint8Array[] = [];
    for await (const piece of made.decoding.pieces) {
      if (piece.restart) pieces = [];
      pieces.push(piece.bytes);
    }
    const text = new Uint8Array(Buffer.concat(pieces));
    const rows: string[][] = [];
    for await (const block of readRows(bytesSource(text), {
      ...(await madeDialect()),
      workbook: made.choice,
    })) {
      if (block.broken.size > 0 || block.damaged) return 'broken text';
      rows.push(...block.rows.map((cells) => (cells.every((cell) => cell === '') ? [] : cells)));
    }
    const { decoding, sheets, headerRow: found } = made;
    return {
      rows,
      text: new TextDecoder().decode(text),
      notes: decoding.notes(),
      sections: decoding.sections,
      sheets,
      choice: made.choice,
      headerRow: found,
    };
  } catch (cause) {
    if (cause instanceof SourceError) return cause.code;
    throw cause;
  }
}

export const read = (made: MadeWorkbook, choice?: SheetChoice, headerRow?: number) =>
  readBytes(makeWorkbook(made), choice, headerRow);

/** One sheet named S with these parts. */
export const sheet = (part: Omit<MadeSheet, 'name'>, more: Omit<MadeWorkbook, 'sheets'> = {}) =>
  read({ sheets: [{ name: 'S', ...part }], ...more });
