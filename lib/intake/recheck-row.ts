import { canonicalJson } from './fingerprint';
import { compileRules, conclude, placeOf, type CheckedFile } from './check-file';
import type { Rules } from './protocol';
import { isBlank, readRowsAt } from './row-index';

/** Rules without the repairs that concern one row alone. */
function besidesRow(rules: Rules, row: number): string {
  const repairs = rules.repairs
    .filter((repair) => repair.kind === 'column' || repair.row !== row)
    .map(({ id: _id, ...repair }) => repair);
  return canonicalJson({ ...rules, repairs });
}

/** Whether two sets of rules differ in nothing but the edits and skips of one row. */
export function differsOnlyIn(a: Rules, b: Rules, row: number): boolean {
  return besidesRow(a, row) === besidesRow(b, row);
}

/** Whether two sets of rules find the same and differ at most in what is done with duplicates. */
export function differsOnlyInPolicy(a: Rules, b: Rules): boolean {
  const plain = (rules: Rules) => besidesRow({ ...rules, duplicates: 'keep-all', operation: 'APPEND' }, NaN);
  return plain(a) === plain(b);
}

/**
 * Counts right again after an edit or a skip of one row, without reading the file: what the row contributed under
 * the old rules is taken back, what it contributes under the new ones is added, keys are judged anew.
 */
export async function recheckRow(
  file: CheckedFile,
  rules: Rules,
  row: number,
  now: () => number,
): Promise<CheckedFile> {
  const began = now();
  const { ledger, head } = file;
  const place = placeOf(row, head);
  const table = compileRules(rules, head);
  const input = (await readRowsAt(file, [row])).get(row);
  const isTotal = input?.total === true && head.dialect.totals === 'skip';
  if (input !== undefined && !isTotal && place >= 0 && place < ledger.length && !isBlank(input.cells)) {
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
  const known = new Map([...file.keyTexts].filter(([known]) => known !== place));
  return conclude({ ...file, rules, table }, began, now, known);
}
