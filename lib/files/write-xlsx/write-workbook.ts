import {
  EXCEL_LIMITS,
  type SheetCell,
  type SheetToWrite,
  type WorkbookLimits,
  type WorkbookReport,
} from './model';
import {
  blocksOf,
  comments,
  contentTypes,
  drawings,
  packageRelations,
  sheetRelations,
  styles,
  workbook,
  workbookRelations,
} from './parts';
import { SheetWriting, rowsLeft } from './sheet';
import { sheetName } from './text';
import { zipOf, type ZipPart } from './zip';

interface Workbook {
  /** The file's bytes in order; memory holds a piece of it and the notes. Throws ZipTooLargeError beyond 4 GB. */
  readonly pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>;
  readonly report: WorkbookReport;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * An XLSX file made row by row: all cells text unless told, a frozen bold header, notes. A sheet that is full goes on
 * in the next one, with the header again, and `report` says so. The same rows give the same bytes.
 */
export function writeWorkbook(
  sheets: readonly SheetToWrite[],
  limits: WorkbookLimits = EXCEL_LIMITS,
): Workbook {
  const report: WorkbookReport = { sheets: [], cutCells: 0, lostCells: 0, notesLeftOut: 0 };
  return { pieces: zipOf(partsOf(sheets, limits, report)), report };
}

async function* partsOf(
  sheets: readonly SheetToWrite[],
  limits: WorkbookLimits,
  report: WorkbookReport,
): AsyncGenerator<ZipPart> {
  // Some programs know the format by its first entry; the list of contents can only be written last.
  yield { name: '_rels/.rels', text: [packageRelations()] };
  const names = new Set<string>();
  const withNotes: number[] = [];
  let notes = 0;
  let block = 1;
  for (const sheet of sheets) {
    const rows = rowsLeft(sheet.rows);
    try {
      let row = await rows.next();
      do {
        const name = sheetName(sheet.name, names);
        names.add(name.toLowerCase());
        report.sheets.push({ name, rows: 0 });
        const number = report.sheets.length;
        const writing = new SheetWriting(sheet.columns, report, limits, notes);
        let left: readonly SheetCell[] | undefined;
        const first = row;
        const text = async function* () {
          left = yield* writing.text(first, rows);
        };
        yield { name: `xl/worksheets/sheet${number}.xml`, text: text() };
        row = left;
        if (writing.notes.length > 0) {
          yield { name: `xl/comments${number}.xml`, text: comments(writing.notes) };
          yield { name: `xl/drawings/vmlDrawing${number}.vml`, text: drawings(writing.notes, block) };
          yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: [sheetRelations(number)] };
          withNotes.push(number);
          notes += writing.notes.length;
          block += blocksOf(writing.notes);
        }
      } while (row !== undefined);
    } finally {
      await rows.close();
    }
  }
  yield { name: 'xl/styles.xml', text: [styles()] };
  yield { name: 'xl/workbook.xml', text: [workbook(report.sheets.map(({ name }) => name))] };
  yield { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(report.sheets.length)] };
  yield { name: '[Content_Types].xml', text: [contentTypes(report.sheets.length, withNotes)] };
}

/** Whole file as a Blob whose parts may leave memory as they come. */
export async function workbookBlob(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of pieces) {
    gathered.push(piece);
    size += piece.length;
    if (size < 1_000_000) continue;
    parts.push(new Blob(gathered));
    gathered = [];
    size = 0;
  }
  return new Blob([...parts, ...gathered], { type: XLSX_TYPE });
}
