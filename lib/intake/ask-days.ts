import { compileRules } from './compile-rules';
import { daysKnown, hiddenRows, openDays, type KnownDays, type PlainDays } from '../validation/plain-days';
import { unplainDate } from '../validation/days-seen';
import { placeOf, rowAt, type CheckedFile } from './check-file';
import { eachRow } from './each-row';
import { readRowsAt } from './row-index';

type Asked = Pick<CheckedFile, 'source' | 'dialect' | 'index' | 'head' | 'rules' | 'table' | 'ledger'>;

/**
 * Looks at the plain dates of columns where others make one ask about them (a cell reads as year, day, month alone, or all
 * that are not plain are of one order), which hardly any file has: once more over the rows, until enough of them prove the
 * usual order. What `known` tells of a column is not looked at again; gives what is known now. Rejects with the signal's
 * reason, or with `SourceError`.
 */
export async function askDays(file: Asked, signal: AbortSignal, known: KnownDays): Promise<KnownDays> {
  const { ledger, table, head } = file;
  const columns = openDays(ledger, table, known, await textsHidden(file, known));
  const unsettled = columns.filter(({ isSettled }) => !isSettled);
  if (unsettled.length > 0) await look(file, unsettled, signal);
  for (const days of columns) {
    const hidden = [...hiddenRows(table, days.column)].map((row) => placeOf(row, head));
    const first = await readRowsAt(
      file,
      days.take(hidden).map((place) => rowAt(place, head)),
    );
    const position = table.positions[days.column] ?? -1;
    days.tell([...first.values()].map(({ row, cells }) => ({ row, value: cells[position] ?? '' })));
  }
  return daysKnown(table, known, columns);
}

/** Edited and skipped rows that are fetched to see what they hold; for more of them it is looked at all rows. */
const MOST_FETCHED = 50;

/** How many dates that are not plain edits and skips hide in a column; undefined where nobody knows or has to know. */
async function textsHidden(file: Asked, known: KnownDays): Promise<((column: number) => number) | undefined> {
  const { table } = file;
  const { skipped, edits } = table.repairs;
  const rows = new Set([...skipped, ...edits.keys()]);
  const isKnown = table.columns.every(({ spec }) => known.has(spec.name));
  if (isKnown || rows.size === 0 || rows.size > MOST_FETCHED) return undefined;
  const inputs = await readRowsAt(file, [...rows]);
  return (column) =>
    [...hiddenRows(table, column)].filter(
      (row) => unplainDate(inputs.get(row)?.cells[table.positions[column] ?? -1] ?? '') !== undefined,
    ).length;
}

async function look(file: Asked, columns: readonly PlainDays[], signal: AbortSignal): Promise<void> {
  const { table, rules, head } = file;
  const ofColumns = { ...rules, repairs: rules.repairs.filter(({ kind }) => kind === 'column') };
  const own = table.repairs.edits.size === 0 ? table : compileRules(ofColumns, file);
  const enough = new AbortController();
  try {
    await eachRow(
      file,
      AbortSignal.any([signal, enough.signal]),
      (input) => {
        if (enough.signal.aborted) return;
        for (const days of columns) days.note(placeOf(input.row, head), own, input);
        if (columns.every(({ isSettled }) => isSettled)) enough.abort();
      },
      undefined,
      async () => enough.signal.throwIfAborted(),
    );
    for (const { seen } of columns) seen.isWhole = true;
  } catch (cause) {
    if (!enough.signal.aborted || signal.aborted) throw cause;
  }
}
