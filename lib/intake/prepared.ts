import type { SheetSection } from '../files/model';
import type { FindingCode, RowState } from '../validation/model';

/** One data row as the check left it. Blank rows never appear. */
export interface PreparedRow {
  /** The user's own row number. */
  readonly row: number;
  readonly state: Exclude<RowState, 'blank'>;
  /** The row as a JSON object, exact number tokens inside, keys in the schema's spelling; null unless `ready`. */
  readonly json: string | null;
}

/** A row we would not send, as JSON, and why we would not. */
export interface AsItIs {
  readonly json: string;
  readonly ours: readonly { readonly code: FindingCode; readonly column: string | null }[];
}

/**
 * The rows of one load under one set of rules: what reading and checking hand to planning and sending. The same
 * file, rules and states always give the same JSON, byte for byte; plans rely on it.
 */
export interface PreparedRows {
  readonly header: readonly string[];
  /** Where several sheets were joined. */
  readonly sections?: readonly SheetSection[] | undefined;
  /** Data rows in file order, in blocks; a span starts reading near its first row, not at the file's start. */
  walk(
    span: { readonly firstRow?: number; readonly lastRow?: number },
    signal: AbortSignal,
    onProgress?: (bytes: number, totalBytes: number) => void,
  ): AsyncIterable<readonly PreparedRow[]>;
  /** Rows that are held back, for Peak to judge: values that could not be read go as the text they are. */
  asTheyAre(rows: readonly number[]): Promise<ReadonlyMap<number, AsItIs>>;
  /** The user's own cells of some rows, by file position. */
  cells(rows: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>>;
  /** Of a workbook: file positions of the cells that are numbers with a point, which a file that leaves must not make texts. */
  numbers?(rows: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>;
  /** Of a text: file positions of quotes around nothing, which may be a value where nothing without quotes is none. */
  emptyTexts?(rows: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>;
}

/** The user's own file, whatever the rules. */
export type FileCells = Pick<PreparedRows, 'header' | 'sections' | 'cells' | 'numbers' | 'emptyTexts'>;
