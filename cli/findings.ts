import { counted, formatCount } from '@/components/messages/format';
import { findingAdvice, SEVERITY_WORDS } from '@/components/messages/findings';
import { tiedKeys } from '@/components/messages/repair';
import { rowName } from '@/components/messages/sheets';
import type { CheckedFile } from '@/lib/intake/check-file';
import type { Rules } from '@/lib/intake/protocol';
import type { Say } from './say';

/** Kinds of findings that are spelled out; the rest is counted. */
const GROUPS = 20;

/** The outcome of a check, largest groups that keep rows back first. */
export function tellFindings(
  say: Say,
  { summary, head }: Pick<CheckedFile, 'summary' | 'head'>,
  { table, newestBy }: Pick<Rules, 'table' | 'newestBy'>,
): void {
  const { rows, ready, held, skipped, superseded } = summary;
  say.event('checked', {
    rows,
    ready,
    held,
    skipped,
    superseded,
    errors: summary.errors,
    warnings: summary.warnings,
    ms: summary.ms,
    groups: summary.groups.map(({ code, severity, column, count }) => ({ code, severity, column, count })),
  });
  const aside = [
    `${formatCount(held)} held back`,
    `${formatCount(superseded)} superseded`,
    `${formatCount(skipped)} skipped`,
  ];
  say.line(`Checked ${counted(rows, 'row')}: ${formatCount(ready)} ready, ${aside.join(', ')}.`);
  const { tied, keys } = summary.duplicates;
  if (tied !== undefined && newestBy !== undefined) say.line(`  ${tiedKeys(tied, keys, newestBy)}`);
  for (const group of summary.groups.slice(0, GROUPS)) {
    const column = table.columns.find(({ name }) => name === group.column);
    const { what, todo } = findingAdvice(group.code, column);
    const where = group.column === null ? '' : ` in ${group.column}`;
    const example = group.examples[0];
    const seen = example
      ? `, first in row ${rowName(example.row, head.sections)}: “${example.now ?? example.value}”`
      : '';
    const effect = group.leftOut ? 'rows left out by the plan' : SEVERITY_WORDS[group.severity];
    say.line(`  ${formatCount(group.count)} × ${what}${where} (${effect})${seen}`);
    if (group.severity === 'error' && !group.leftOut) say.line(`      ${todo}`);
  }
  if (summary.groups.length > GROUPS) say.line(`  and ${summary.groups.length - GROUPS} more kinds`);
}
