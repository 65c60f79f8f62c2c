import type { CompiledTable, RowInput } from '../validation/compiled-table';
import { CODE } from '../validation/codes';
import { judge } from '../validation/judge';
import { Ledger } from '../validation/ledger';
import { hiddenRows } from '../validation/plain-days';
import { summarise } from '../validation/summarise';
import { mayBeTurned } from '../validation/turned-days';
import type { ColumnRule } from '../repair/model';
import { placeOf, type CheckedFile } from './check-file';

/**
 * What the column at this place would be offered once a rule is applied, proved by what its cells are then: amounts with
 * a unit may turn out to have thousands, and both can be settled in one look. Of what is found today already nothing is
 * said. `note` is to be called for each row right after `after.checkColumn`.
 */
export function nextOffer({ head, ledger }: CheckedFile, after: CompiledTable, at: number) {
  const trial = new Ledger(after.columns.length);
  const alone: CompiledTable = { ...after, key: [] };
  const before = (code: number) => ledger.findings.group(at, code)?.rows.size ?? 0;
  return {
    note(input: RowInput): void {
      trial.note(placeOf(input.row, head), input.row, alone);
    },
    /** With the rows of the first cells it is about. */
    offer(): { readonly rule: ColumnRule; readonly cells: number; readonly rows: number[] } | undefined {
      const { groups } = summarise(trial, alone, judge(trial, 'keep-all'), 'keep-all', new Map(), 0);
      const name = after.columns[at]?.spec.name;
      // Whether its plain dates are days and months exchanged is asked first; no look at them was taken here.
      const isQuestion = (rule: ColumnRule | undefined) =>
        rule?.rule === 'date-order' && mayBeTurned(trial, at, hiddenRows(after, at).size);
      const next = groups.find(
        ({ code, column, count, offer, severity }) =>
          column === name &&
          offer !== undefined &&
          severity === 'error' &&
          count > before(CODE[code]) &&
          !isQuestion(offer),
      );
      return (
        next?.offer && { rule: next.offer, cells: next.count, rows: next.examples.map(({ row }) => row) }
      );
    },
  };
}
