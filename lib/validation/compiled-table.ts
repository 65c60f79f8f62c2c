import type { ColumnOrder } from './column-order';
import type { RepairIndex } from '../repair/index-repairs';
import type { ClockColumn } from '../repair/time-beside';
import type { CompiledColumn } from './compile-column';

/** A value as it is sent: token or unescaped string, null, or undefined for "leave the key out of this row". */
export type Value = string | null | undefined;

/** What is known of a file beside its rows. */
export interface FileFacts {
  /** The file tells numbers from texts that look like them, as a workbook does. */
  readonly hasNumbers?: boolean;
  /** Whether the letters of a text are UTF-8 that was read as another encoding. */
  readonly isEncodedTwice?: (text: string) => boolean;
  /** The sign that stands beside every separator, as half of one of two signs. */
  readonly besideSeparators?: string | undefined;
  /** Columns that hold times of day alone. */
  readonly clocks?: readonly ClockColumn[];
  /** Where its headings stand once more; filled by whoever checks the rows from the first on. */
  readonly order?: ColumnOrder;
}

/** One row on its way into the checker. */
export interface RowInput {
  readonly row: number;
  /** By file position. */
  readonly cells: readonly string[];
  readonly broken: boolean;
  /** Quotes or line ends inside cells that are not quoted. */
  readonly stray?: boolean;
  /** Begins with the words of a row of sums. */
  readonly total?: boolean;
  /** File positions of cells whose quotes say that they are texts: around nothing, or around what reads as a number. */
  readonly quotedTexts?: readonly number[] | undefined;
  /** Given for rows among unreadable bytes: names the cells that hold some. */
  readonly undecodable: ((cell: string) => boolean) | undefined;
}

/** Findings of the row checked last: column position in the table (-1 for the row), code (see CODE), the cell's text, what repairs made of it. */
export interface RowFaults {
  readonly columns: number[];
  readonly codes: number[];
  readonly texts: string[];
  readonly nows: string[];
  hasError: boolean;
  /** Cells that the file leaves empty without any quotes. */
  bare: number;
}

/** Some columns of one row, by position. A list whose length is set back for every row costs calls into the engine. */
export class Places {
  count = 0;
  private readonly places: Uint16Array;

  constructor(most: number) {
    this.places = new Uint16Array(most);
  }

  add(place: number): void {
    this.places[this.count++] = place;
  }

  at(n: number): number {
    return this.places[n] ?? 0;
  }
}

export interface CompiledTable {
  readonly columns: readonly CompiledColumn[];
  /** Positions (in `columns`) of the primary key, in the key's order; empty when the schema declares none. */
  readonly key: readonly number[];
  readonly repairs: RepairIndex;
  readonly header: readonly string[];
  readonly clocks: readonly ClockColumn[];
  /** File position per column, -1 when it takes none. */
  readonly positions: readonly number[];
  /** What a column that takes nothing from the file is in every row: null, or undefined for left out. */
  readonly fixed: readonly Value[];
  /** Values of the row checked last; the same array each time. */
  readonly values: Value[];
  readonly faults: RowFaults;
  /** Positions of the columns whose text was empty in the row checked last. */
  readonly empty: Places;
  /** Positions of the columns whose number in that row proves the point to be decimal. */
  readonly pointProofs: Places;
  check(input: RowInput): void;
  /** To be told of rows that are not checked, which may hold the headings once more. */
  readonly passBy: (row: number, cells: readonly string[]) => void;
  /** One column of a row alone; gives its value and leaves its findings in `faults`. */
  checkColumn(at: number, input: RowInput): Value;
  /** The text of one column as the checker gets it, after edits and rules. */
  textOf(at: number, input: RowInput): string;
}
