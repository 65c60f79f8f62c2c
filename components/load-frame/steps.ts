import { ENCODING_OPEN } from '@/components/messages/files';
import { mappingProblem } from '@/components/messages/mapping';
import type { LoadStep } from '@/components/road/addresses';
import { counted } from '@/components/messages/format';
import { undecidedKeys } from '@/components/messages/repair';
import { mappingProblems } from '@/lib/mapping/problems';
import { recommendedOperation, type TableSpec } from '@/lib/peak/model';
import type { CheckSummary } from '@/lib/validation/model';
import type { Load } from '@/lib/workspace/model';
import { keysUndecided } from './said-of-copies';

export const STEP_WORDS: Record<LoadStep, string> = {
  file: 'File',
  columns: 'Columns',
  review: 'Review',
  send: 'Send',
};

/** What a step stands on and lacks: where to go back to, and why. */
export interface Barrier {
  readonly back: LoadStep;
  readonly reason: string;
  /** UPSERT alone asks for it: with APPEND, which the load had or its table would have, the step is open. */
  readonly fallsWithAppend?: true;
}

/** Table columns whose match was only guessed; a person must have looked at each before rows are read by it. */
export const unseenGuesses = (load: Load): string[] =>
  load.mapping.flatMap(({ column, source }) =>
    source.kind === 'file' && source.by === 'guess' ? [column] : [],
  );

/**
 * Every column of the file has the name of the table column it feeds, and nothing else is open: there is nothing to
 * look at on the columns screen, and it is passed by.
 */
export function isMatchedByName({ mapping, source }: Load, table: TableSpec): boolean {
  const header = source?.header ?? [];
  const fed = mapping.flatMap(({ source: from }) => (from.kind === 'file' ? [from] : []));
  const used = new Set(fed.map(({ position }) => position));
  return (
    fed.length > 0 &&
    fed.every(({ by }) => by === 'exact') &&
    header.every((_, position) => used.has(position)) &&
    mappingProblems(table, mapping, header).length === 0
  );
}

function columnsBarrier(load: Load, table: TableSpec): Barrier | null {
  const [problem] = mappingProblems(table, load.mapping, load.source?.header ?? []);
  if (problem !== undefined) return { back: 'columns', reason: mappingProblem(problem) };
  const guesses = unseenGuesses(load);
  if (guesses.length > 0)
    return {
      back: 'columns',
      reason: `${counted(guesses.length, 'guessed column')} still to be confirmed: ${guesses.join(', ')}.`,
    };
  return null;
}

/** `summary` may be one of the former rules: how many rows of a key differ does not hang on the operation type. */
export function keysBarrier(load: Load, table: TableSpec, summary: CheckSummary | null): Barrier | null {
  const undecided = keysUndecided(load, summary);
  if (undecided === 0) return null;
  const hadAppend = load.duplicatesSaid === 'keep-all' || recommendedOperation(table).operation === 'APPEND';
  return {
    back: 'review',
    reason: undecidedKeys(undecided),
    ...(load.operation === 'UPSERT' && hadAppend ? { fallsWithAppend: true } : {}),
  };
}

/** Null when the step may be entered. A load that sent something keeps every step open, for looking. */
export function barrier(step: LoadStep, load: Load, table: TableSpec): Barrier | null {
  if (step === 'file') return null;
  if (load.source === null) return { back: 'file', reason: 'No file has been chosen for this load yet.' };
  if (load.plan === null && load.source.dialect.decidedBy.encoding === 'undecided')
    return {
      back: 'file',
      reason: ENCODING_OPEN,
    };
  if (step === 'columns' || load.plan !== null) return null;
  const columns = columnsBarrier(load, table);
  if (columns !== null || step === 'review') return columns;
  // Whoever was at Send before finds it there again: it checks anew by itself when a rule changed.
  if (load.summary === null && load.stage === 'send') return null;
  if (load.summary === null)
    return { back: 'review', reason: 'The whole file has not been checked under the present rules yet.' };
  const keys = keysBarrier(load, table, load.summary);
  if (keys !== null) return keys;
  return load.summary.ready > 0
    ? null
    : {
        back: 'review',
        reason: 'No row is ready to be sent: every row is held back, skipped or superseded.',
      };
}
