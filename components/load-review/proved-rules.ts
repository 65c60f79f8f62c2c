import { compileRule } from '@/lib/repair/apply-rule';
import type { ColumnRule } from '@/lib/repair/model';
import type { FindingGroup } from '@/lib/validation/model';

/** A rule that a column's own cells prove to fit, with the cells it is offered for. */
export interface ProvedRule {
  readonly column: string;
  readonly rule: ColumnRule;
  readonly cells: number;
  readonly severity: 'error' | 'warning';
  readonly sample: { readonly before: string; readonly after: string } | null;
}

/** Cells show that a rule fits; that `n/a` means nothing is only likely. */
export const isProof = ({ rule }: ColumnRule): boolean => rule !== 'empty-words';

/** What all columns prove: each rule of a column once, errors first. */
export function provedRules(groups: readonly FindingGroup[]): ProvedRule[] {
  const found = new Map<string, ProvedRule>();
  for (const { column, offer, severity, count, examples } of groups) {
    if (column === null || offer === undefined || severity === 'info') continue;
    const key = JSON.stringify([column, offer]);
    const before = found.get(key);
    const mend = compileRule(offer);
    const changed = examples.map(({ value, now = value }) => now).find((text) => mend(text) !== text);
    const sample = changed === undefined ? null : { before: changed, after: mend(changed) };
    found.set(key, {
      column,
      rule: offer,
      cells: (before?.cells ?? 0) + count,
      severity: before?.severity === 'error' ? 'error' : severity,
      sample: before?.sample ?? sample,
    });
  }
  return [...found.values()].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || b.cells - a.cells,
  );
}
