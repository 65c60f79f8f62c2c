import type { OperationType } from '@/lib/peak/model';
import type { DuplicatePolicy } from '@/lib/repair/model';
import type { CheckSummary } from '@/lib/validation/model';
import type { Load } from '@/lib/workspace/model';

/** The policy a new operation type starts with: APPEND may send a key twice, UPSERT never does (design.md §5). */
export const usualDuplicates = (operation: OperationType): DuplicatePolicy =>
  operation === 'APPEND' ? 'keep-all' : 'keep-last';

/** APPEND keeps all whatever was said for UPSERT, which comes back with it. */
export function duplicatesOf(operation: OperationType, { duplicatesSaid: said }: Load): DuplicatePolicy {
  const usual = usualDuplicates(operation);
  return operation === 'APPEND' || said === 'keep-all' ? usual : (said ?? usual);
}

/** Only APPEND can keep all: it becomes the operation type, and UPSERT comes back when the answer does not need it any more. */
export function operationOf(
  duplicates: DuplicatePolicy,
  { operation, appendToKeepAll }: Load,
): Pick<Load, 'operation' | 'appendToKeepAll'> {
  if (duplicates === 'keep-all')
    return operation === 'APPEND'
      ? { operation, appendToKeepAll }
      : { operation: 'APPEND', appendToKeepAll: true };
  return { operation: appendToKeepAll ? 'UPSERT' : operation, appendToKeepAll: undefined };
}

/**
 * Rows that would give way to another row of their key that says something else, while nobody has said which of them is
 * sent. Copies that are alike need no word.
 */
export const keysUndecided = (
  { duplicates, duplicatesSaid }: Pick<Load, 'duplicates' | 'duplicatesSaid'>,
  summary: CheckSummary | null,
): number =>
  duplicates === 'keep-last' && duplicatesSaid !== 'keep-last' ? (summary?.duplicates.conflicting ?? 0) : 0;

/** What was said of copies in one file is no word on those of another. */
export function unsaid({ operation, duplicates, appendToKeepAll }: Load): Partial<Load> {
  const former = appendToKeepAll ? 'UPSERT' : operation;
  return {
    operation: former,
    appendToKeepAll: undefined,
    duplicates: former === 'UPSERT' ? usualDuplicates(former) : duplicates,
    duplicatesSaid: undefined,
  };
}

export const saidOfCopies = (load: Load): Partial<Load> => ({
  operation: load.operation,
  appendToKeepAll: load.appendToKeepAll,
  duplicates: load.duplicates,
  duplicatesSaid: load.duplicatesSaid,
});
