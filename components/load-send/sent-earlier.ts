import type { Plan } from '@/lib/submission/model';
import type { Load } from '@/lib/workspace/model';

/** Other sheets of a workbook are other rows. */
function mayShareRows(one: Load, other: Load): boolean {
  const [here, there] = [one, other].map(({ source }) => source?.dialect.workbook?.sheets);
  return here === undefined || there === undefined || here.some((sheet) => there.includes(sheet));
}

/** Rows of a load that are in the table, or may be. */
const rowsThere = ({ account }: Load): number => (account?.accepted ?? 0) + (account?.inDoubt ?? 0);

/**
 * The other load of the onboarding that brought most rows of the very same file into the same table, for a plan of which
 * nothing was sent: by APPEND it would add them once more.
 */
export function sentEarlier(
  loads: readonly Load[],
  load: Load,
  { operation, sourceFingerprint, table, solutionName }: Plan,
): { readonly rows: number; readonly at: number } | undefined {
  if (operation !== 'APPEND' || load.followUp !== undefined) return undefined;
  const [most] = loads
    .filter(({ id, plan }) => id !== load.id && plan?.table === table && plan.solutionName === solutionName)
    .filter(({ plan }) => plan?.sourceFingerprint === sourceFingerprint)
    .filter((other) => mayShareRows(load, other) && rowsThere(other) > 0)
    .sort((a, b) => rowsThere(b) - rowsThere(a));
  return most && { rows: rowsThere(most), at: most.plan?.createdAt ?? most.createdAt };
}
