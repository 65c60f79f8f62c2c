import { openDays } from '../validation/plain-days';
import { placeOf, type CheckedFile } from './check-file';
import { eachRow } from './each-row';

/**
 * Looks at the plain dates of columns where others make one ask about them (a cell reads as year, day, month alone, or all
 * that are not plain are of one order), which hardly any file has: once more over the rows, until enough of them prove the
 * usual order. Rejects with the signal's reason, or with `SourceError`.
 */
export async function askDays(
  file: Pick<CheckedFile, 'source' | 'dialect' | 'index' | 'head' | 'table' | 'ledger'>,
  signal: AbortSignal,
): Promise<void> {
  const { ledger, table, head } = file;
  const columns = openDays(ledger, table);
  if (columns.length === 0) return;
  const enough = new AbortController();
  try {
    await eachRow(
      file,
      AbortSignal.any([signal, enough.signal]),
      (input) => {
        if (enough.signal.aborted || table.repairs.skipped.has(input.row)) return;
        for (const days of columns) days.note(placeOf(input.row, head), table, input);
        if (columns.every(({ isSettled }) => isSettled)) enough.abort();
      },
      undefined,
      async () => enough.signal.throwIfAborted(),
    );
  } catch (cause) {
    if (!enough.signal.aborted || signal.aborted) throw cause;
  }
  for (const days of columns) days.take();
}
