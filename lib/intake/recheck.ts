import type { CompiledTable, RowInput } from '../validation/compiled-table';
import { compileRules, conclude, placeOf, type CheckedFile } from './check-file';
import { eachRow, type PassProgress } from './each-row';
import type { Rules } from './protocol';
import { isBlank, readRowsAt } from './row-index';

/** Rows that are fetched one by one; for more of them one pass over the file is quicker. */
export const MOST_SINGLE_ROWS = 2000;

interface Work {
  readonly file: CheckedFile;
  /** Under the new rules. */
  readonly table: CompiledTable;
}

/** What the row contributed under the old rules is taken back, what it contributes under the new ones is added. */
function recheckOne({ file, table }: Work, input: RowInput): void {
  const { ledger, head } = file;
  const { row } = input;
  if (input.total === true && head.dialect.totals === 'skip') return;
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
) {
  const known = new Map(
    [...file.keyTexts].filter(([place]) => !rows.has(place + file.head.dialect.headerRow + 1)),
  );
  return conclude({ ...file, rules, table }, began, now, known);
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
  const work = { file, table: compileRules(rules, file.head) };
  const inputs = await readRowsAt(file, [...rows]);
  for (const input of inputs.values()) recheckOne(work, input);
  return finish(work, rules, rows, began, now);
}

/** Whether a column gives the same value and findings of this row under both sets of rules. */
function agree(work: Work, at: number, input: RowInput): boolean {
  const old = work.file.table;
  const value = old.checkColumn(at, input);
  return (
    value === work.table.checkColumn(at, input) &&
    old.pointProofs.length === work.table.pointProofs.length &&
    old.faults.codes.length === work.table.faults.codes.length &&
    old.faults.codes.every((code, at) => code === work.table.faults.codes[at])
  );
}

/**
 * Counts right again after a change of column rules. The file is read once, but only the changed columns are checked;
 * a row is looked at as a whole when one of them says something else than before. Hazard: ended early, it leaves the
 * ledger between both sets of rules, and what was checked must be given up.
 */
export async function recheckColumns(
  file: CheckedFile,
  rules: Rules,
  changed: { readonly rows: ReadonlySet<number>; readonly columns: readonly string[] },
  options: { signal: AbortSignal; now: () => number; onProgress: (progress: PassProgress) => void },
): Promise<CheckedFile> {
  const began = options.now();
  const work = { file, table: compileRules(rules, file.head) };
  const columns = file.table.columns.flatMap(({ spec }, at) =>
    changed.columns.includes(spec.name) ? [at] : [],
  );
  const [old, now] = [file.table.repairs, work.table.repairs];
  const { onProgress, signal } = options;
  await eachRow(
    file,
    signal,
    (input) => {
      const { row } = input;
      if (old.skipped.has(row) && now.skipped.has(row)) return;
      if (changed.rows.has(row) || columns.some((at) => !agree(work, at, input))) recheckOne(work, input);
    },
    onProgress,
  );
  // Keys to show may be written otherwise now; they are few and read again.
  const all = new Set([...file.keyTexts.keys()].map((place) => place + file.head.dialect.headerRow + 1));
  return finish(work, rules, all, began, options.now);
}
