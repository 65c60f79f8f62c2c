import type { RolloutAnswer } from '@/lib/gateway/contract';
import { failedRowsTable } from '@/lib/peak/model';

/**
 * - created: named under successfulObjects · failed: named under failedObjects · missing: expected, named nowhere
 * - unexpected: created though nothing we know of asked for it
 */
export type TableOutcome = 'created' | 'failed' | 'missing' | 'unexpected';

export interface RolloutLine {
  readonly table: string;
  readonly outcome: TableOutcome;
  readonly message?: string;
  /** Whether the answer named the failed-rows table too; the documentation does not say that it does (§3.3). */
  readonly failedRowsNamed: boolean;
}

export interface Expected {
  readonly name: string;
  readonly objectName: string;
}

const fold = (name: string) => name.toUpperCase();

/**
 * Holds the two lists of a rollout against what was expected. The elements may be full or base names in any
 * case (§10.6), so both are recognised; a table named in both lists counts as failed.
 */
export function holdAgainst(
  expected: readonly Expected[],
  answer: Pick<RolloutAnswer, 'successful' | 'failed'>,
): RolloutLine[] {
  const good = new Map(answer.successful.map((name) => [fold(name), name]));
  const bad = new Map(answer.failed.map((entry) => [fold(entry.name), entry]));
  const used = new Set<string>();
  const take = <T>(from: ReadonlyMap<string, T>, names: readonly string[]): T | undefined => {
    for (const name of names.map(fold)) {
      const found = from.get(name);
      if (found === undefined) continue;
      used.add(name);
      return found;
    }
    return undefined;
  };
  const lines = expected.map(({ name, objectName }): RolloutLine => {
    const companions = [failedRowsTable(name), failedRowsTable(objectName)];
    const companionFailed = take(bad, companions);
    const failedRowsNamed = take(good, companions) !== undefined;
    const created = take(good, [name, objectName]);
    const failed = take(bad, [name, objectName]) ?? companionFailed;
    const outcome = failed !== undefined ? 'failed' : created !== undefined ? 'created' : 'missing';
    return {
      table: name,
      outcome,
      failedRowsNamed,
      ...(failed?.message === undefined ? {} : { message: failed.message }),
    };
  });
  const companionsOf = new Set([...good.keys()].map((name) => fold(failedRowsTable(name))));
  for (const [key, name] of good)
    if (!used.has(key) && !companionsOf.has(key))
      lines.push({
        table: name,
        outcome: 'unexpected',
        failedRowsNamed: good.has(fold(failedRowsTable(name))),
      });
  for (const [key, entry] of bad)
    if (!used.has(key))
      lines.push({
        table: entry.name,
        outcome: 'failed',
        failedRowsNamed: false,
        ...(entry.message === undefined ? {} : { message: entry.message }),
      });
  return lines;
}

/**
 * A rollout sent again answers "exists already" for what was made before (§10.6 leaves its form open), so a table
 * that was successful once stays so.
 */
export function addAnswer(
  before: Pick<RolloutAnswer, 'successful' | 'failed'> | undefined,
  answer: Pick<RolloutAnswer, 'successful' | 'failed'>,
): Pick<RolloutAnswer, 'successful' | 'failed'> {
  const successful = new Map(
    [...(before?.successful ?? []), ...answer.successful].map((name) => [fold(name), name]),
  );
  return {
    successful: [...successful.values()],
    failed: answer.failed.filter(({ name }) => !successful.has(fold(name))),
  };
}
