import type { DuplicatePolicy } from '../repair/model';
import { codeAt, severityOf } from './codes';
import type { CompiledTable } from './compiled-table';
import { isLeftOut, isTold } from './told';
import { offersFor } from './offers';
import type { Pair, Verdict } from './judge';
import { rowsOfGroup, type Ledger } from './ledger';
import { groupSeverity, type CheckSummary, type Finding, type FindingGroup } from './model';
import { absentColumns, emptyColumns, uncheckedColumns } from './column-groups';

/** The key of some rows as the user wrote it, by place; for examples of duplicates. */
export type KeyTexts = ReadonlyMap<number, readonly string[]>;

/** What keeps rows back first. */
const SERIOUS = groupSeverity.options;

/** The check's outcome from the ledger, the verdict and a few keys to show. `firstRow` is the row number of place 0. */
export function summarise(
  ledger: Ledger,
  table: CompiledTable,
  verdict: Verdict,
  policy: DuplicatePolicy,
  keyTexts: KeyTexts,
  firstRow: number,
): Omit<CheckSummary, 'ms'> {
  const groups: FindingGroup[] = [
    ...cellGroups(ledger, table, verdict.skipped - verdict.leftOut),
    ...duplicateGroups(verdict, policy, keyTexts, firstRow),
    ...emptyColumns(ledger, table),
    ...uncheckedColumns(table),
    ...absentColumns(table),
  ].sort((a, b) => SERIOUS.indexOf(a.severity) - SERIOUS.indexOf(b.severity) || b.count - a.count);
  const total = (severity: 'error' | 'warning') =>
    groups.reduce((sum, group) => sum + (group.severity === severity ? group.count : 0), 0);
  return {
    rows: ledger.length - ledger.blankRows,
    blankRows: ledger.blankRows,
    ready: verdict.ready,
    held: verdict.held,
    skipped: verdict.skipped,
    superseded: verdict.superseded,
    groups,
    errors: total('error'),
    warnings: total('warning'),
    duplicates: {
      keys: verdict.keys,
      extraRows: verdict.extraRows,
      identical: verdict.identical,
      conflicting: verdict.conflicting,
      ...(verdict.tied > 0 && { tied: verdict.tied }),
      examples: differingKeys(ledger, verdict, keyTexts, firstRow),
    },
  };
}

/** Rows of a key that are named in an example. */
const NAMED_ROWS = 8;

function differingKeys(
  ledger: Ledger,
  { conflictingPairs }: Verdict,
  keyTexts: KeyTexts,
  firstRow: number,
): CheckSummary['duplicates']['examples'] {
  const first = new Map<number, Pair>();
  for (const pair of conflictingPairs) if (!first.has(pair.group)) first.set(pair.group, pair);
  return [...first.values()].map(({ group, gives }) => {
    const places = rowsOfGroup(ledger, group);
    return {
      key: [...(keyTexts.get(gives) ?? [])],
      rows: places.slice(0, NAMED_ROWS).map((at) => at + firstRow),
      copies: places.length,
    };
  });
}

const hasTimeBeside = ({ repairs }: CompiledTable, column: string): boolean =>
  (repairs.rules.get(column) ?? []).some(({ rule }) => rule === 'time-beside');

function cellGroups(ledger: Ledger, table: CompiledTable, skipped: number): FindingGroup[] {
  const seen = ledger.length - ledger.blankRows - skipped;
  return ledger.findings
    .all()
    .filter((group) => isTold(ledger, group))
    .map((group) => {
      const code = codeAt(group.code);
      const column = table.columns[group.column];
      const evidence = ledger.evidence[group.column];
      return {
        code,
        severity: severityOf(code),
        column: column?.spec.name ?? null,
        count: group.rows.size,
        examples: group.examples,
        ...(isLeftOut(table, group) && { leftOut: true }),
        ...(column === undefined || evidence === undefined
          ? {}
          : offersFor(group.code, column.spec, evidence, {
              filled: seen - evidence.empty,
              besideSeparators: column.besideSeparators,
              clocks: hasTimeBeside(table, column.spec.name) ? [] : table.clocks,
            })),
      };
    });
}

function duplicateGroups(
  verdict: Verdict,
  policy: DuplicatePolicy,
  keyTexts: KeyTexts,
  firstRow: number,
): FindingGroup[] {
  const holds = policy === 'hold-all';
  const made = (
    code: 'key-duplicate-identical' | 'key-duplicate-conflicting',
    count: number,
    pairs: readonly Pair[],
  ): FindingGroup[] => {
    const severity = severityOf(code, holds);
    const examples = pairs.map((pair): Finding => ({
      code,
      severity,
      row: pair.gives + firstRow,
      column: null,
      value: (keyTexts.get(pair.gives) ?? []).join(' · ').slice(0, 200),
    }));
    return count === 0 ? [] : [{ code, severity, column: null, count, examples }];
  };
  return [
    ...made('key-duplicate-conflicting', verdict.marked.conflicting, verdict.conflictingPairs),
    ...made('key-duplicate-identical', verdict.marked.identical, verdict.identicalPairs),
  ];
}
