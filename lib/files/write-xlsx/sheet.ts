import type { SheetCell, SheetColumn, WorkbookLimits, WorkbookReport } from './model';
import { MAIN, RELATIONS, STYLE, XML, type NoteAt } from './parts';
import { MOST_CHARACTERS, columnLetters, shortened, xmlText } from './text';

/** Rows of one table, on which several sheets draw in turn. */
export interface RowsLeft {
  next(): Promise<readonly SheetCell[] | undefined>;
  close(): Promise<void>;
}

export function rowsLeft(
  rows: AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>,
): RowsLeft {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  return {
    async next() {
      const step = await iterator.next();
      return step.done === true ? undefined : step.value;
    },
    async close() {
      await iterator.return?.();
    },
  };
}

/** Characters of XML that travel to the compressor at once. */
const PIECE = 65_536;
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const widthOf = ({ title, width }: SheetColumn) => Math.min(255, width ?? Math.max(10, title.length + 2));

/** One sheet being written: header frozen and bold, then rows until they end or the sheet is full. */
export class SheetWriting {
  readonly notes: NoteAt[] = [];
  readonly #letters: readonly string[];
  #row = 0;

  constructor(
    readonly columns: readonly SheetColumn[],
    readonly report: WorkbookReport,
    readonly limits: WorkbookLimits,
    /** Notes that former sheets of the file have used up. */
    readonly notesBefore: number,
  ) {
    this.#letters = columns.slice(0, limits.columns).map((_, at) => columnLetters(at));
  }

  /** The part's text. `first` was taken from `rows` before; returns the row that found no place, if there is one. */
  async *text(
    first: readonly SheetCell[] | undefined,
    rows: RowsLeft,
  ): AsyncGenerator<string, readonly SheetCell[] | undefined> {
    const { columns, limits, report } = this;
    const tally = report.sheets.at(-1);
    let total = 0;
    let piece = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
    if (columns.length > 0) {
      const cols = columns
        .slice(0, limits.columns)
        .map(
          (column, at) =>
            `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" style="${STYLE.text}" customWidth="1"/>`,
        );
      piece += `<cols>${cols.join('')}</cols>`;
    }
    piece += `<sheetData>${this.#rowText(
      columns.map(({ title }) => title),
      STYLE.head,
    )}`;
    let row = first;
    while (row !== undefined && this.#row < limits.rows && total < limits.characters) {
      piece += this.#rowText(row, STYLE.text);
      if (tally) tally.rows += 1;
      if (piece.length > PIECE) {
        total += piece.length;
        yield piece;
        piece = '';
      }
      row = await rows.next();
    }
    piece += '</sheetData>';
    if (this.notes.length > 0) piece += '<legacyDrawing r:id="rId1"/>';
    yield `${piece}</worksheet>`;
    return row;
  }

  #rowText(cells: readonly SheetCell[], style: number): string {
    const row = this.#row++;
    let text = `<row r="${row + 1}">`;
    for (const [column, cell] of cells.entries()) {
      if (column >= this.limits.columns) {
        this.report.lostCells += cells.length - column;
        break;
      }
      text += this.#cellText(cell, row, column, style);
    }
    return `${text}</row>`;
  }

  #cellText(cell: SheetCell, row: number, column: number, style: number): string {
    const { text, note, number } = typeof cell === 'string' ? { text: cell } : cell;
    const fits = shortened(text, MOST_CHARACTERS);
    if (fits.length < text.length) this.report.cutCells += 1;
    const said = [
      ...(fits.length < text.length
        ? [
            `Cut at ${MOST_CHARACTERS} characters, the most a cell can hold; the whole text has ${text.length}.`,
          ]
        : []),
      ...(note === undefined ? [] : [note]),
    ].join('\n');
    if (said !== '') this.#note({ row, column, text: said });
    if (fits === '') return '';
    const place = `${this.#letters[column] ?? columnLetters(column)}${row + 1}`;
    if (number === true && DECIMAL.test(fits)) return `<c r="${place}" s="${STYLE.plain}"><v>${fits}</v></c>`;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fits)}</t></is></c>`;
  }

  #note(note: NoteAt): void {
    if (this.notesBefore + this.notes.length < this.limits.notes) this.notes.push(note);
    else this.report.notesLeftOut += 1;
  }
}
