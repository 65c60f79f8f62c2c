import type { SheetCell } from '../files/write-xlsx/model';
import { workbookBlob, writeWorkbook } from '../files/write-xlsx/write-workbook';
import { rejectionKind } from '../submission/rejection-kind';
import type { OpenRow } from '../submission/join-attempts';
import { placeColumns } from '../files/sheet-place';
import { csvFile, csvLine } from './export-rows';
import { inOne, notesOf } from './failed-notes';
import type { CallGive, CallTake } from './protocol';
import { openRows } from './sending-joined';
import type { SendingPorts } from './sending-ports';

/** Says which row of the load's own file a row stands for; whoever repairs the file leaves this column alone. */
export const SOURCE_ROW = 'source_row';
/** Rows whose cells are fetched at once. */
const PAGE = 2_000;
/** Most rows of one attempt: each has its number written into the plan. What is over goes into the next. */
export const ATTEMPT_ROWS = 50_000;

type Edits = CallTake<'failedFile'>['edits'];

/** The user's own cells of some rows, as repaired by hand in this load, padded to the header. */
async function* ownCells(ports: SendingPorts, loadId: string, rows: readonly OpenRow[], edits: Edits) {
  const source = await ports.source(loadId);
  const edited = new Map(edits.map(({ row, position, text }) => [`${row}:${position}`, text]));
  for (let from = 0; from < rows.length; from += PAGE) {
    const page = rows.slice(from, from + PAGE);
    const cells = await source.cells(page.map(({ row }) => row));
    const numbers = await source.numbers?.(page.map(({ row }) => row));
    const emptyTexts = await source.emptyTexts?.(page.map(({ row }) => row));
    for (const failed of page) {
      const own = source.header.map(
        (_, at) => edited.get(`${failed.row}:${at}`) ?? cells.get(failed.row)?.[at] ?? '',
      );
      const isNumber = (at: number) =>
        numbers?.get(failed.row)?.includes(at) === true && !edited.has(`${failed.row}:${at}`);
      const asSheet = own.map((text, at): SheetCell => (isNumber(at) ? { text, number: true } : text));
      const isEmptyText = (at: number) =>
        emptyTexts?.get(failed.row)?.includes(at) === true && !edited.has(`${failed.row}:${at}`);
      yield { failed, own, asSheet, isEmptyText };
    }
  }
}

const withNote = (cell: SheetCell, note: string | undefined): SheetCell => {
  if (note === undefined || note === '') return cell;
  return typeof cell === 'string' ? { text: cell, note } : { ...cell, note };
};

/**
 * The failed rows for a person: own columns and order, Peak's codes and messages, what that means, and the row's
 * number. Several errors of one row stand in one cell, `; ` between. Rejects with IntakeError no-plan.
 */
export async function exportFailed(
  ports: SendingPorts,
  { loadId, format, words, places, edits, name }: CallTake<'exportFailed'>,
): Promise<CallGive<'exportFailed'>> {
  const rows = [...(await openRows(ports.journal, loadId)).values()];
  const { header, sections } = await ports.source(loadId);
  const place = placeColumns(sections);
  const titles = [...header, 'peak_code', 'peak_message', 'meaning', ...place.titles, SOURCE_ROW];
  async function* lines() {
    for await (const { failed, own, asSheet } of ownCells(ports, loadId, rows, edits)) {
      const { errors } = failed;
      const meaning = inOne(errors.map((error) => words[rejectionKind(error)] ?? ''));
      const said = [
        inOne(errors.map(({ code }) => code)),
        inOne(errors.map(({ message }) => message)),
        meaning,
        ...place.cells(failed.row),
      ];
      yield { failed, own, asSheet, said, row: String(failed.row) };
    }
  }
  if (format === 'csv') {
    const csv = csvFile();
    csv.add(csvLine(titles, ','));
    for await (const { own, said, row } of lines()) csv.add(csvLine([...own, ...said, row], ','));
    return { file: csv.blob(), name: `${name}-failed-rows.csv`, rows: rows.length, sheets: 1, cutCells: 0 };
  }
  async function* cells(): AsyncGenerator<readonly SheetCell[]> {
    for await (const { failed, asSheet, said, row } of lines()) {
      const notes = notesOf(failed.errors, places);
      const noted = asSheet.map((cell, at) => withNote(cell, notes.cells.get(at)));
      yield [...noted, ...said, withNote({ text: row, number: true }, notes.row)];
    }
  }
  const columns = titles.map((title) => ({ title, ...(title === 'peak_message' ? { width: 50 } : {}) }));
  const { pieces, report } = writeWorkbook([{ name: 'Failed rows', columns, rows: cells() }]);
  const file = await workbookBlob(pieces);
  const { cutCells, sheets } = report;
  return { file, name: `${name}-failed-rows.xlsx`, rows: rows.length, sheets: sheets.length, cutCells };
}

const exactCell = (text: string, isEmptyText: boolean): string =>
  isEmptyText || /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * The failed rows as the file of an attempt that is repaired here: cells exactly as they are, and the rows' numbers. Of a
 * workbook it is one, so that numbers stay numbers; but for cells that no workbook holds whole.
 */
export async function failedFile(
  ports: SendingPorts,
  { loadId, edits, name }: CallTake<'failedFile'>,
): Promise<CallGive<'failedFile'>> {
  const all = [...(await openRows(ports.journal, loadId)).values()];
  const rows = all.slice(0, ATTEMPT_ROWS);
  const { header, numbers } = await ports.source(loadId);
  const titles = [...header, SOURCE_ROW];
  const counts = { rows: rows.length, total: all.length };
  if (numbers !== undefined) {
    async function* cells(): AsyncGenerator<readonly SheetCell[]> {
      for await (const { failed, asSheet } of ownCells(ports, loadId, rows, edits))
        yield [...asSheet, String(failed.row)];
    }
    const columns = titles.map((title) => ({ title }));
    const { pieces, report } = writeWorkbook([{ name: 'Failed rows', columns, rows: cells() }]);
    const file = await workbookBlob(pieces);
    if (report.cutCells + report.lostCells === 0)
      return { file, name: `${name}-failed-rows.xlsx`, ...counts };
  }
  const csv = csvFile();
  const add = (cells: readonly string[], isEmptyText: (at: number) => boolean) =>
    csv.add(`${cells.map((cell, at) => exactCell(cell, isEmptyText(at))).join(',')}\r\n`);
  add(titles, () => false);
  for await (const { failed, own, isEmptyText } of ownCells(ports, loadId, rows, edits))
    add([...own, String(failed.row)], isEmptyText);
  return { file: csv.blob(), name: `${name}-failed-rows.csv`, ...counts };
}
