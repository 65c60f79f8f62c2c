import type { BatchEntry, RejectedRow } from '../submission/model';
import { trouble } from './errors';
import { csvFile, csvLine } from './export-rows';
import type { CallGive, CallTake } from './protocol';
import type { SendingPorts } from './sending-ports';

/** Rows whose cells are fetched at once. */
const PAGE = 2_000;

const rejectedOf = (entries: readonly BatchEntry[]): readonly RejectedRow[] =>
  entries.flatMap((entry) => entry.rejected).sort((a, b) => a.row - b.row);

/** A window of the rows that Peak refused, in file order, with the user's own cells. */
export async function rejectedRows(
  ports: SendingPorts,
  take: CallTake<'rejectedRows'>,
): Promise<CallGive<'rejectedRows'>> {
  const all = rejectedOf(await ports.journal.entries(take.loadId));
  const page = all.slice(take.from, take.from + take.count);
  if (page.length === 0) return { total: all.length, rows: [] };
  const source = await ports.source(take.loadId);
  const cells = await source.cells(page.map(({ row }) => row));
  return {
    total: all.length,
    rows: page.map(({ row, errors }) => ({ row, cells: [...(cells.get(row) ?? [])], errors })),
  };
}

/**
 * The refused rows as CSV: the user's own columns and order, then Peak's codes and messages and the row's number in
 * the source. Several errors of one row stand in one cell, `; ` between. Rejects with IntakeError no-plan.
 */
export async function exportRejected(ports: SendingPorts, loadId: string): Promise<CallGive<'export'>> {
  const plan = await ports.journal.plan(loadId);
  if (!plan) throw trouble('no-plan');
  const all = rejectedOf(await ports.journal.entries(loadId));
  const source = await ports.source(loadId);
  const csv = csvFile();
  csv.add(csvLine([...source.header, 'peak_code', 'peak_message', 'source_row'], ','));
  for (let from = 0; from < all.length; from += PAGE) {
    const page = all.slice(from, from + PAGE);
    const cells = await source.cells(page.map(({ row }) => row));
    for (const { row, errors } of page) {
      const own = source.header.map((_, position) => cells.get(row)?.[position] ?? '');
      const said = [
        errors.map(({ code }) => code).join('; '),
        errors.map(({ message }) => message).join('; '),
      ];
      csv.add(csvLine([...own, ...said, String(row)], ','));
    }
  }
  return { file: csv.blob(), name: `${plan.table}-rejected-rows.csv` };
}
