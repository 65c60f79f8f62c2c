import { saidElsewhere } from '@/components/load-frame/load-state';
import { headingOf } from '@/components/messages/files';
import { repairWords, ruleWords } from '@/components/messages/repair';
import type { CallGive } from '@/lib/intake/protocol';
import { editsIn } from '@/lib/repair/model';
import { receiptAccount, type Receipt } from '@/lib/submission/receipt';
import type { Load, Workspace } from '@/lib/workspace/model';

/** Rules that hold values of cells are told without them. */
function ruleLine(repair: Load['repairs'][number]): string[] {
  if (repair.kind === 'skip-found') return [repairWords(repair, String)];
  if (repair.kind !== 'column') return [];
  const { column, rule } = repair;
  if (rule.rule === 'map-values') return [`${column}: map ${rule.values.length} values to others`];
  return [`${column}: ${ruleWords(rule)}`];
}

/** The receipt of a load; null while nothing proves where it was sent. `madeAt`: milliseconds since the epoch. */
export function makeReceipt(
  workspace: Workspace,
  load: Load,
  { account, late, parts }: CallGive<'receipt'>,
  madeAt: number,
): Receipt | null {
  const { connection, solution } = workspace;
  const { source, plan } = load;
  if (connection === null || solution === null || source === null || plan === null) return null;
  return {
    kind: 'peak-onramp-receipt',
    version: 1,
    madeAt,
    connection: { id: plan.connectionId, name: connection.name, host: connection.host },
    solution: plan.solutionName,
    table: plan.table,
    operation: plan.operation,
    file: { name: source.name, bytes: source.sizeBytes, fingerprint: plan.sourceFingerprint },
    columns: load.mapping.map(({ column, source: from }) => ({
      column,
      heading: from.kind === 'file' ? headingOf(source.header, from.position) : null,
      source: from.kind,
    })),
    repairs: {
      rules: load.repairs.flatMap(ruleLine),
      cells: load.repairs.flatMap(editsIn).length,
      rowsSkipped: load.repairs.filter(({ kind }) => kind === 'skip').length,
      totalsLeftOut: source.dialect.totals !== undefined,
    },
    duplicates: load.duplicates,
    account: receiptAccount(account),
    late: [...late],
    ...(saidElsewhere(load) === 0 ? {} : { heldElsewhere: load.heldElsewhere }),
    ...(load.controlSum === undefined ? {} : { controlSum: load.controlSum }),
    parts: [...parts],
  };
}
