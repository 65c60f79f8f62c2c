import { z } from 'zod';
import type { Result } from '../base/result';
import { err, ok } from '../base/result';
import { dialect } from '../files/model';
import { hostChoice } from '../gateway/contract';
import { mapping } from '../mapping/model';
import { operationType } from '../peak/model';
import { duplicatePolicy, repair, type DuplicatePolicy } from '../repair/model';
import type { Load } from '../workspace/model';

/**
 * How a file becomes rows of a table, for the command line: no token and no rows. Edits of single rows are bound to the
 * very file they were made in (`madeFor`); the rest serves next month's file with the same header as well.
 */
export const planFile = z.object({
  kind: z.literal('peak-onramp-plan'),
  /** 2 where `newestBy` counts: a program that does not know it would send other rows. */
  version: z.union([z.literal(1), z.literal(2)]),
  host: hostChoice,
  solutionName: z.string().min(1),
  /** Full warehouse name. */
  table: z.string().min(1),
  schemaFingerprint: z.string(),
  operation: operationType,
  duplicates: duplicatePolicy,
  /** The column that tells the newest row of a key, under `keep-newest`; plans older than this field lack it. */
  newestBy: z.string().optional(),
  rowsPerBatch: z.number().int().min(1).max(2_000),
  /** Header by position: the mapping goes by position, so another header is another plan. */
  header: z.array(z.string()),
  dialect: dialect.partial(),
  mapping,
  repairs: z.array(repair),
  madeFor: z.object({ name: z.string(), fingerprint: z.string() }).optional(),
});
export type PlanFile = z.infer<typeof planFile>;

export type PlanFileRefusal = 'plan-not-json' | 'plan-other-kind' | 'plan-newer' | 'plan-malformed';

const known = z.object({ kind: z.literal('peak-onramp-plan'), version: z.number() });

/** A file somebody gave us; nothing in it is believed before it has the agreed shape. `detail` names the first flaw. */
export function parsePlanFile(
  text: string,
): Result<PlanFile, { readonly code: PlanFileRefusal; readonly detail?: string }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ code: 'plan-not-json' });
  }
  const said = known.safeParse(value);
  if (!said.success) return err({ code: 'plan-other-kind' });
  if (said.data.version > 2) return err({ code: 'plan-newer' });
  const parsed = planFile.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({ code: 'plan-malformed', detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}

/** The part of a plan file that says what same keys mean; `newestBy` is left out where it means nothing. */
export function duplicatesPart(
  duplicates: DuplicatePolicy,
  newestBy: string | undefined,
): Pick<PlanFile, 'version' | 'duplicates' | 'newestBy'> {
  return duplicates === 'keep-newest' && newestBy !== undefined
    ? { version: 2, duplicates, newestBy }
    : { version: 1, duplicates };
}

/** Whether a repair means certain rows of one file. */
export const isRowBound = ({ kind }: PlanFile['repairs'][number]): boolean =>
  kind !== 'column' && kind !== 'skip-found';

/** The plan of a load as it stands in this browser; undefined while it has no file. */
export function planFileOf(
  load: Load,
  to: Pick<PlanFile, 'host' | 'solutionName' | 'schemaFingerprint'>,
): PlanFile | undefined {
  const { source } = load;
  if (source === null) return undefined;
  return {
    kind: 'peak-onramp-plan',
    ...duplicatesPart(load.duplicates, load.newestBy),
    ...to,
    table: load.table,
    operation: load.operation,
    rowsPerBatch: load.rowsPerBatch,
    header: source.header,
    dialect: source.dialect,
    mapping: load.mapping,
    repairs: load.repairs,
    ...(source.fingerprint === undefined
      ? {}
      : { madeFor: { name: source.name, fingerprint: source.fingerprint } }),
  };
}

/** Where a file's header differs from the plan's: positions (0-based) and both names, the first few. */
export function headerChanges(
  plan: readonly string[],
  file: readonly string[],
): readonly { readonly position: number; readonly plan: string; readonly file: string }[] {
  return Array.from({ length: Math.max(plan.length, file.length) }, (_, position) => ({
    position,
    plan: plan[position] ?? '',
    file: file[position] ?? '',
  })).filter((pair) => pair.plan !== pair.file);
}
