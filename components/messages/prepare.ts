import type { ModelChange } from '@/components/prepare/outline';
import type { OperationReason, OperationType } from '@/lib/peak/model';

export const OPERATION_REASON: Record<OperationReason, string> = {
  'history-key':
    'The key holds UPDATED_AT, so each row is one state in time. APPEND keeps the earlier states; UPSERT could overwrite them.',
  'replaces-by-key':
    'Each key stands for one thing. UPSERT replaces its row when it comes again, so a repeated send doubles nothing.',
  'no-key':
    'The schema names no key, so Peak cannot tell which row to replace: rows can only be added. A repeated send doubles them.',
};

/** What the other operation type than the recommended one does with the rows of such a table. */
const OPERATION_AGAINST: Record<OperationReason, string> = {
  'history-key':
    'The key holds UPDATED_AT, so each row is one state in time. UPSERT replaces a state that comes again; APPEND would keep both.',
  'replaces-by-key':
    'Each key stands for one thing, and APPEND adds its row again even where it is there already: a repeated send doubles rows. UPSERT would replace them.',
  'no-key': 'The schema names no key, so Peak cannot tell which row to replace.',
};

/** What follows from the operation type that is chosen, for a table with this recommendation. */
export const operationSentence = (
  recommended: { readonly operation: OperationType; readonly reason: OperationReason },
  chosen: OperationType,
): string => (recommended.operation === chosen ? OPERATION_REASON : OPERATION_AGAINST)[recommended.reason];

export function changeSentence(change: ModelChange): string {
  switch (change.kind) {
    case 'table-added':
      return `${change.table} is new.`;
    case 'table-gone':
      return `${change.table} is gone.`;
    case 'column-added':
      return `${change.table}.${change.column} is new.`;
    case 'column-gone':
      return `${change.table}.${change.column} is gone.`;
    case 'column-changed':
      return `${change.table}.${change.column} was “${change.before}”, is “${change.after}”.`;
  }
}
