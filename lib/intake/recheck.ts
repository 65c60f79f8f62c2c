import { isTotalLeftOut } from '../files/total-row';
import type { CompiledTable, RowInput } from '../validation/compiled-table';
import { keyParts } from '../validation/ledger';
import { conclude, placeOf, type CheckedFile } from './check-file';
import { compileRules } from './compile-rules';
import { eachRow, type PassProgress } from './each-row';
import type { Rules } from './protocol';
import { isBlank, readRowsAt } from './row-index';
import { settleChanges, settleKeys } from './settle-keys';

/** Rows that are fetched one by one; for more of them one pass over the file is quicker. */
export const MOST_SINGLE_ROWS = 2000;

/** A row that is touched is checked twice, so with more of them than this a whole check is quicker; found out early. */
const MOST_TOUCHED = 0.3;
const TRIED_ROWS = 20_000;

interface Work {
  readonly file: CheckedFile;
  /** Under the new rules. */
  readonly table: CompiledTable;
}

/** What the row contributed under the old rules is taken back, what it contributes under the new ones is added. */
function recheckOne({ file, table }: Work, input: RowInput): void {
  const { ledger, head } = file;
  const { row } = input;
  if (input.total === true && isTotalLeftOut(head.dialect, input.cells)) return;
  const place = placeOf(row, head);
  if (place < 0 || place >= ledger.length || isBlank(input.cells)) return;
  if (!file.table.repairs.skipped.has(row)) {
    file.table.check(input);
    ledger.retract(place, row, file.table);
  }
  if (table.repairs.skipped.has(row)) ledger.noteSkipped(place);
  else {
    table.check(input);
    ledger.note(place, row, table);
  }
}

function finish(
  { file, table }: Work,
  rules: Rules,
  rows: ReadonlySet<number>,
  began: number,
  now: () => number,
  signal: AbortSignal,
  changed: readonly string[] = [],
) {
  // Edits and skips change nothing of what the file's own text says.
  const days = new Map([...file.days].filter(([column]) => !changed.includes(column)));
  const known = new Map(
    [...file.keyTexts].filter(([place]) => !rows.has(place + file.head.dialect.headerRow + 1)),
  );
  return conclude({ ...file, rules, table }, began, now, signal, known, days);
}

/**
 * Counts right again after edits, skips or another policy, without reading the file: only these rows are looked at,
 * and keys are judged anew.
 */
export async function recheckRows(
  file: CheckedFile,
  rules: Rules,
  rows: ReadonlySet<number>,
  now: () => number,
): Promise<CheckedFile> {
  const began = now();
  const work = { file, table: compileRules(rules, file) };
  const inputs = await readRowsAt(file, [...rows]);
  for (const input of inputs.values()) recheckOne(work, input);
  const changed = new Set([...rows].map((row) => placeOf(row, file.head)));
  const { signal } = new AbortController();
  await settleChanges({ ...file, table: work.table }, changed, signal);
  return finish(work, rules, rows, began, now, signal);
}

/** Whether a column gives the same value and findings of this row under both sets of rules. */
function agree(work: Work, at: number, input: RowInput): boolean {
  const old = work.file.table;
  const value = old.checkColumn(at, input);
  return (
    value === work.table.checkColumn(at, input) &&
    old.pointProofs.count === work.table.pointProofs.count &&
    old.faults.codes.length === work.table.faults.codes.length &&
    old.faults.codes.every((code, at) => code === work.table.faults.codes[at]) &&
    // Examples say what was made of a cell.
    old.faults.nows.every((now, at) => now === work.table.faults.nows[at])
  );
}

/**
 * Counts right again after a change of column rules. The file is read once, but only the changed columns and the key are
 * checked; a row is looked at as a whole when one of the changed columns says something else than before. Keys are
 * written down anew. Hazard: ended early, it leaves the ledger between both sets of rules, and what was checked must be
 * given up; so it must when the outcome is undefined, because that many rows are quicker checked as if for the first time.
 */
export async function recheckColumns(
  file: CheckedFile,
  rules: Rules,
  changed: { readonly rows: ReadonlySet<number>; readonly columns: readonly string[] },
  options: { signal: AbortSignal; now: () => number; onProgress: (progress: PassProgress) => void },
): Promise<CheckedFile | undefined> {
  const began = options.now();
  const { ledger, head } = file;
  const work = { file, table: compileRules(rules, file) };
  const { table } = work;
  const columns = file.table.columns.flatMap(({ spec }, at) =>
    changed.columns.includes(spec.name) ? [at] : [],
  );
  const [old, now] = [file.table.repairs, table.repairs];
  const { onProgress, signal } = options;
  const outrun = new AbortController();
  let seen = 0;
  let touched = 0;
  ledger.forgetKeys();
  try {
    await eachRow(
      file,
      AbortSignal.any([signal, outrun.signal]),
      (input) => {
        const { row } = input;
        seen += 1;
        if (old.skipped.has(row) && now.skipped.has(row)) return;
        if (changed.rows.has(row) || columns.some((at) => !agree(work, at, input))) {
          touched += 1;
          recheckOne(work, input);
        } else noteKeyAgain(work, input);
      },
      onProgress,
      async () => {
        if (seen >= TRIED_ROWS && seen < 2 * TRIED_ROWS && touched > seen * MOST_TOUCHED) outrun.abort();
        await ledger.keys.relieve();
      },
    );
  } catch (cause) {
    if (outrun.signal.aborted && !signal.aborted) return undefined;
    throw cause;
  }
  await settleKeys({ ...file, table }, signal);
  // Keys to show may be written otherwise now; they are few and read again.
  const all = new Set([...file.keyTexts.keys()].map((place) => place + head.dialect.headerRow + 1));
  return finish(work, rules, all, began, options.now, signal, changed.columns);
}

/** The key of a row about which nothing changed. */
function noteKeyAgain({ file, table }: Work, input: RowInput): void {
  const { ledger, head } = file;
  const place = placeOf(input.row, head);
  if (table.key.length === 0 || !ledger.competes(place)) return;
  for (const at of table.key) table.values[at] = table.checkColumn(at, input);
  ledger.putKey(place, keyParts(table));
}
