import { isErrorCode } from '../validation/codes';
import { type CheckedFile } from './check-file';
import { compileRules } from './compile-rules';
import { eachRow } from './each-row';
import type { CallGive } from './protocol';

/** Different texts that are counted; a column with more of them is not one to map by a table. */
const MOST = 5000;
const SHOWN = 300;
/** A longer text is no word of a list. */
const LONGEST = 200;

/** The different texts of a column under the present rules with how often each stands there, the most frequent first. */
export async function distinctValues(
  file: CheckedFile,
  column: string,
  onlyErrors: boolean,
  signal: AbortSignal,
): Promise<CallGive<'distinct'>> {
  const table = compileRules(file.rules, file);
  const at = table.columns.findIndex(({ spec }) => spec.name === column);
  const counts = new Map<string, number>();
  let others = 0;
  const { skipped } = table.repairs;
  await eachRow(file, signal, (input) => {
    if (skipped.has(input.row)) return;
    if (onlyErrors) {
      table.checkColumn(at, input);
      if (!table.faults.codes.some(isErrorCode)) return;
    }
    const text = table.textOf(at, input);
    const count = counts.get(text);
    if (count !== undefined) counts.set(text, count + 1);
    else if (counts.size < MOST && text.length <= LONGEST) counts.set(text, 1);
    else others += 1;
  });
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  const hidden = all.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0);
  return {
    values: all.slice(0, SHOWN).map(([text, count]) => ({ text, count })),
    otherCells: others + hidden,
  };
}
