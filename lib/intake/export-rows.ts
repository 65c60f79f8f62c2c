import { readRows } from '../files/read-rows';
import { stateOf } from '../validation/ledger';
import { placeOf, type CheckedFile } from './check-file';
import { findingsAt } from './row-window';

/** A number may begin with a sign; anything else that begins like this a spreadsheet would run as a formula. */
const RUNS = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a spreadsheet would run the cell; in a CSV such cells become text by a leading apostrophe. */
export const needsGuard = (text: string): boolean => RUNS.test(text) && !NUMBER.test(text);

/** One cell of a CSV that may be opened in a spreadsheet. */
export function csvCell(text: string, delimiter: string): string {
  const safe = needsGuard(text) ? `'${text}` : text;
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
 * `findings`: one line for each finding (row, column, severity, code, the user's cell). `held-rows`: every row that
 * is held back, in the user's own columns and order, plus its row number and the reasons. Reads the file once.
 */
export async function exportRows(
  file: CheckedFile,
  what: 'findings' | 'held-rows',
  signal: AbortSignal,
): Promise<Blob> {
  const { head, dialect, table, ledger } = file;
  const csv = csvFile();
  const add = (cells: readonly string[]) => csv.add(csvLine(cells, dialect.delimiter));
  const position = new Map(table.columns.map(({ spec }, at) => [spec.name, table.positions[at] ?? -1]));
  add(
    what === 'findings'
      ? ['onramp_row', 'column', 'severity', 'finding', 'value']
      : [...head.header, 'onramp_row', 'onramp_reasons'],
  );
  for await (const block of readRows(file.source, dialect, { signal })) {
    for (const [at, cells] of block.rows.entries()) {
      const row = block.firstRow + at;
      if (row <= dialect.headerRow) continue;
      const place = placeOf(row, head);
      const held = stateOf(ledger.flags.get(place)) === 'held';
      if (what === 'held-rows' && !held) continue;
      const findings = findingsAt(file, place);
      if (what === 'findings') {
        for (const finding of findings) {
          const value = finding.column === null ? '' : (cells[position.get(finding.column) ?? -1] ?? '');
          add([String(row), finding.column ?? '', finding.severity, finding.code, value]);
        }
      } else {
        const padded = head.header.map((_, column) => cells[column] ?? '');
        const reasons = findings
          .filter((finding) => finding.severity === 'error')
          .map((finding) => (finding.column === null ? finding.code : `${finding.column}: ${finding.code}`));
        add([...padded, String(row), reasons.join('; ')]);
      }
    }
  }
  return csv.blob();
}
