import type { NewestProblem } from '@/lib/validation/rank';

const PROBLEMS: Record<NewestProblem, (column: string) => string> = {
  'newest-unnamed': () =>
    'Of rows of the same key the newest is to stay, but no column is named that tells it.',
  'newest-unknown': (column) =>
    `${column} is to tell the newest row of a key, but the table has no such column.`,
  'newest-unordered': (column) =>
    `${column} is to tell the newest row of a key, but neither is it a number nor are its dates written so that they can be ordered.`,
  'newest-not-in-file': (column) =>
    `${column} is to tell the newest row of a key, but takes nothing from the file.`,
};

/** Why the newest row of a key cannot be told, and which columns could tell it. */
export function newestProblemWords(
  problem: NewestProblem,
  column: string | undefined,
  candidates: readonly string[],
): string {
  const instead =
    candidates.length === 0
      ? 'No column of this file can tell it: keep the last or the first row, or hold them all.'
      : `Columns that can tell it: ${candidates.join(', ')}.`;
  return `${PROBLEMS[problem](column ?? '')} ${instead} In a plan file that is “newestBy” (onramp plan --newest-by).`;
}
