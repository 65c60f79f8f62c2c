import { placeColumns } from '../files/sheet-place';
import type { CheckedFile } from './check-file';
import { chosenRows } from './export-workbook';
import { csvText } from './formula-guard';
import { ROW_ID } from './row-id';

/** One cell of a CSV that may be opened in a spreadsheet. */
export function csvCell(text: string, delimiter: string): string {
  const safe = csvText(text);
  const quote = safe.includes(delimiter) || /["\r\n]/.test(safe) || safe !== safe.trim();
  return quote ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

/** Characters gathered before they are handed over as a part of the Blob, which may then leave memory. */
const PART = 1_000_000;

/** Lines gathered into a CSV file: UTF-8 with a mark, because Excel reads UTF-8 only by its mark. */
export function csvFile(): { add(line: string): void; blob(): Blob } {
  let parts: Blob[] = [new Blob(['\ufeff'])];
  let text = '';
  const flush = () => {
    parts = [...parts, new Blob([text])];
    text = '';
  };
  return {
    add(line) {
      text += line;
      if (text.length > PART) flush();
    },
    blob() {
      flush();
      return new Blob(parts, { type: 'text/csv;charset=utf-8' });
    },
  };
}

/**
 * `findings`: one line for each finding (row, column, severity, code, the user's cell). Where sheets were joined, two
 * columns more say the sheet and the row in it. `held-rows`: every row that
 * is held back, in the user's own columns and order with the edits so far, and its id as the last column, under which it
 * may come back. Reads the file once.
 */
export async function exportRows(
  file: CheckedFile,
  what: 'findings' | 'held-rows',
  signal: AbortSignal,
): Promise<Blob> {
  const { head, dialect } = file;
  const csv = csvFile();
  const add = (cells: readonly string[]) => csv.add(csvLine(cells, dialect.delimiter));
  const place = placeColumns(head.sections);
  add(
    what === 'findings'
      ? [ROW_ID, ...place.titles, 'column', 'severity', 'finding', 'value']
      : [...head.header, ...place.titles, ROW_ID],
  );
  const which = what === 'findings' ? 'found' : 'held';
  for await (const { row, id, cells, names, findings } of chosenRows(file, which, signal)) {
    if (what === 'held-rows') add([...cells, ...place.cells(row), id]);
    else
      for (const { column, severity, code } of findings) {
        const value = column === null ? '' : (cells[names.indexOf(column)] ?? '');
        add([String(row), ...place.cells(row), column ?? '', severity, code, value]);
      }
  }
  return csv.blob();
}
