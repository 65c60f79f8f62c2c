import type { SheetCell, SheetToWrite } from '../files/write-xlsx/model';
import { workbookBlob, writeWorkbook } from '../files/write-xlsx/write-workbook';
import { placeColumns } from '../files/sheet-place';
import { readRows } from '../files/read-rows';
import { editOf } from '../repair/index-repairs';
import { stateOf } from '../validation/ledger';
import { placeOf, type CheckedFile } from './check-file';
import type { CallGive } from './protocol';
import { findingsAt } from './row-window';
import { ROW_ID, rowId } from './row-id';

/** Rows of the file that go into an export, with the cells as they stand now and what was found. */
export async function* chosenRows(file: CheckedFile, which: 'found' | 'held', signal: AbortSignal) {
  const { head, dialect, ledger, table } = file;
  const names = head.header.map((_, position) => table.columns[table.positions.indexOf(position)]?.spec.name);
  for await (const block of readRows(file.source, dialect, { signal })) {
    for (const [at, cells] of block.rows.entries()) {
      const row = block.firstRow + at;
      const place = placeOf(row, head);
      if (place < 0) continue;
      const isHeld = stateOf(ledger.flags.get(place)) === 'held';
      if (which === 'held' && !isHeld) continue;
      const findings = findingsAt(file, place);
      if (findings.length === 0) continue;
      const edits = table.repairs.edits.get(row);
      const now = names.map((name, position) => editOf(edits, name, position) ?? cells[position] ?? '');
      yield { row, id: rowId(row, cells), cells: now, names, findings };
    }
  }
}

/**
 * Rows with findings as an XLSX file in the user's own columns and order, a note on every cell at fault, the row's id
 * last. `words` says what a finding means, by its code. The writer goes on in a second sheet where Excel's 1,048,576
 * rows end, and leaves notes out beyond 20,000; how many is told.
 */
export async function exportWorkbook(
  file: CheckedFile,
  which: 'found' | 'held',
  words: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Pick<CallGive<'export'>, 'file' | 'notesLeftOut'>> {
  const place = placeColumns(file.head.sections);
  async function* rows(): AsyncGenerator<SheetCell[]> {
    for await (const { row, id, cells, names, findings } of chosenRows(file, which, signal)) {
      const said = (column: string | null) =>
        findings
          .filter((finding) => finding.column === column)
          .map(({ code }) => words[code] ?? code)
          .join('\n');
      const noted = cells.map((text, at): SheetCell => {
        const name = names[at];
        const note = name === undefined ? '' : said(name);
        return note === '' ? text : { text, note };
      });
      const whole = said(null);
      yield [...noted, ...place.cells(row), whole === '' ? id : { text: id, note: whole }];
    }
  }
  const sheet: SheetToWrite = {
    name: which === 'held' ? 'Rows that need work' : 'Findings',
    columns: [...file.head.header, ...place.titles, ROW_ID].map((title) => ({ title })),
    rows: rows(),
  };
  const { pieces, report } = writeWorkbook([sheet]);
  return { file: await workbookBlob(pieces), notesLeftOut: report.notesLeftOut };
}
