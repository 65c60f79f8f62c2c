/** A cell: text as it is, or text with more to it. Text stays text, whatever a spreadsheet would make of it. */
export type SheetCell =
  | string
  | {
      readonly text: string;
      /** Shown as a note when the pointer rests on the cell. */
      readonly note?: string;
      /** Write it as a number when it is a plain decimal; spreadsheets keep some 15 digits of those. */
      readonly number?: boolean;
    };

export interface SheetColumn {
  readonly title: string;
  /** Characters; by the title when absent. */
  readonly width?: number;
}

export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Read once, one row at a time. */
  readonly rows: AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>;
}

/** What became of the rows; filled while the file is made, true when it is done. */
export interface WorkbookReport {
  /** In the order of the file. More than were asked for when one was full and went on in the next. */
  readonly sheets: { readonly name: string; rows: number }[];
  /** Cells cut at Excel's 32,767 characters; each has a note that says so while notes are left. */
  cutCells: number;
  /** Cells beyond Excel's 16,384 columns. */
  lostCells: number;
  /** Notes that were not written because there are too many. */
  notesLeftOut: number;
}

/** Limits, to be lowered in tests. Rows and columns: Excel, specifications and limits. */
export interface WorkbookLimits {
  /** Rows of a sheet, its header included. */
  readonly rows: number;
  readonly columns: number;
  /** Notes of the whole file. Ours: each is a drawing, and Excel takes minutes to open some tens of thousands. */
  readonly notes: number;
  /** Characters of a sheet's XML, so that no part comes near the 4 GB of its zip entry. */
  readonly characters: number;
}

export const EXCEL_LIMITS: WorkbookLimits = {
  rows: 1_048_576,
  columns: 16_384,
  notes: 20_000,
  characters: 1_000_000_000,
};
