import type { Mapping } from '@/lib/mapping/model';
import { editsIn, type Repair } from '@/lib/repair/model';
import type { Load } from '@/lib/workspace/model';
import { carryRules } from './carry-rules';
import { isBeginOf, placesByHeading } from './same-heading';

type RuleRepair = Extract<Repair, { kind: 'column' }>;

/** What a failed load had and the attempt at its rows has not, until somebody has decided about it there. */
export interface AttemptLosses {
  /** Table columns that took something there, and the heading that the file that came back does not have once. */
  readonly columns: readonly { readonly column: string; readonly heading: string }[];
  /** Rules that read such a heading. */
  readonly rules: readonly RuleRepair[];
  /** Columns without a file column in which cells were written by hand, and which this file feeds: which is meant? */
  readonly edited: readonly string[];
}

/** Compares a failed load with an attempt at its rows, so that nothing that was left behind goes unsaid. */
export function attemptLosses(
  failed: Load,
  attempt: {
    readonly header: readonly string[];
    readonly mapping: Mapping;
    readonly repairs: readonly Repair[];
  },
): AttemptLosses {
  const before = failed.source?.header ?? [];
  const placeOf = isBeginOf(before, attempt.header)
    ? (position: number) => position
    : placesByHeading(before, attempt.header);
  const sources = new Map(attempt.mapping.map(({ column, source }) => [column, source]));
  const isDecided = (column: string) => {
    const source = sources.get(column);
    return source?.kind === 'file' || source?.by !== undefined;
  };
  const columns = failed.mapping.flatMap(({ column, source }) =>
    source.kind !== 'file' || placeOf(source.position) !== undefined || isDecided(column)
      ? []
      : [{ column, heading: before[source.position] ?? '' }],
  );
  const carried = new Set(carryRules(failed.repairs, before, attempt.header).map(({ id }) => id));
  const hasRule = ({ column, rule }: RuleRepair) =>
    attempt.repairs.some(
      (own) => own.kind === 'column' && own.column === column && own.rule.rule === rule.rule,
    );
  const rules = failed.repairs.flatMap((repair) =>
    repair.kind === 'column' && !carried.has(repair.id) && !hasRule(repair) ? [repair] : [],
  );
  const fed = new Set(
    failed.mapping.flatMap(({ column, source }) => (source.kind === 'file' ? [column] : [])),
  );
  const byColumn = (repairs: readonly Repair[]) =>
    repairs.flatMap(editsIn).flatMap(({ column, position }) => (position === undefined ? [column] : []));
  const written = new Set(byColumn(attempt.repairs));
  const isFedHere = (column: string) => {
    const source = sources.get(column);
    return source?.kind === 'file' && source.by !== 'user';
  };
  const edited = byColumn(failed.repairs).filter(
    (column) => !fed.has(column) && isFedHere(column) && !written.has(column),
  );
  return { columns, rules, edited: [...new Set(edited)] };
}
