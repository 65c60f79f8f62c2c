import type { ColumnRule } from '../repair/model';
import { CODE } from '../validation/codes';
import { isTold } from '../validation/told';
import { placeOf, type CheckedFile } from './check-file';
import { compileRules } from './compile-rules';
import { eachRow, type PassProgress } from './each-row';
import { readRowsAt } from './row-index';
import type { Value } from '../validation/compiled-table';
import { nextOffer } from './next-offer';
import type { CallGive } from './protocol';

/** What is asked about plain dates. */
const ASKED = [CODE['date-year-day-month'], CODE['date-turned']];
const SAMPLES = 8;
/** Of a sample a person reads the beginning. */
const SHOWN = 200;

/** An empty cell as it is sent: `""`, null, or not at all. */
const valueWords = (value: Value): string => (value === undefined ? '' : value === '' ? '""' : String(value));

/**
 * What a rule would do to the whole file, counted cell by cell and changing nothing: cells it touches, findings of
 * its column that go and come, and samples of old → new (different ones, in file order).
 */
export async function previewRule(
  file: CheckedFile,
  column: string,
  rule: ColumnRule,
  signal: AbortSignal,
  onProgress: (progress: PassProgress) => void,
): Promise<CallGive<'preview'>> {
  const { rules, ledger, head } = file;
  const before = compileRules(rules, file);
  const trial = { id: 'preview', kind: 'column', column, rule } as const;
  const after = compileRules({ ...rules, repairs: [...rules.repairs, trial] }, file);
  const at = before.columns.findIndex(({ spec }) => spec.name === column);
  const asked = ASKED.map((code) => ledger.findings.group(at, code)).find(
    (group) => group !== undefined && group.rows.size > 0 && isTold(ledger, group),
  );
  const following = nextOffer(file, after, at);
  const seen = new Set<string>();
  const samples: CallGive<'preview'>['samples'] = [];
  const left: CallGive<'preview'>['left'] = [];
  let touched = 0;
  let goes = 0;
  let comes = 0;
  let remain = 0;
  const { skipped } = before.repairs;
  async function samplesOfBoth(second: ColumnRule, numbers: readonly number[]) {
    const then = { id: 'next', kind: 'column', column, rule: second } as const;
    const both = compileRules({ ...rules, repairs: [...rules.repairs, trial, then] }, file);
    const inputs = [...(await readRowsAt(file, numbers)).values()];
    return inputs.map((input) => ({
      row: input.row,
      before: before.textOf(at, input).slice(0, SHOWN),
      after: both.textOf(at, input).slice(0, SHOWN),
    }));
  }
  await eachRow(
    file,
    signal,
    (input) => {
      if (skipped.has(input.row)) return;
      const was = before.textOf(at, input);
      const is = after.textOf(at, input);
      const sent = before.checkColumn(at, input);
      const isAsked = asked?.rows.has(placeOf(input.row, head)) === true;
      const found = before.faults.codes[0] ?? (isAsked ? asked.code : -1);
      const sends = after.checkColumn(at, input);
      following.note(input);
      const still = after.faults.codes[0] ?? (isAsked && rule.rule !== 'date-order' ? asked.code : -1);
      if (found >= 0 && found !== still) goes += 1;
      if (still >= 0 && found !== still) comes += 1;
      if (still >= 0) {
        remain += 1;
        if (left.length < 3) left.push({ row: input.row, text: is.slice(0, SHOWN) });
      }
      // What an empty cell is may change without its text.
      const isEmptied = was === '' && is === '' && sent !== sends;
      if (was === is && !isEmptied) return;
      touched += 1;
      const text = isEmptied ? `${valueWords(sent)} ${valueWords(sends)}` : was;
      if (samples.length >= SAMPLES || seen.has(text)) return;
      seen.add(text);
      const shown = isEmptied
        ? [valueWords(sent), valueWords(sends)]
        : [was.slice(0, SHOWN), is.slice(0, SHOWN)];
      samples.push({ row: input.row, before: shown[0] ?? '', after: shown[1] ?? '' });
    },
    onProgress,
  );
  const offered = following.offer();
  const next = offered && {
    rule: offered.rule,
    cells: offered.cells,
    samples: await samplesOfBoth(offered.rule, offered.rows),
  };
  return { touched, goes, comes, remain, samples, left, ...(next && { next }) };
}
