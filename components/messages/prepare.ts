import type { ModelChange } from '@/components/prepare/outline';
import type { OperationReason } from '@/lib/peak/model';

export const OPERATION_REASON: Record<OperationReason, string> = {
  'history-key':
    'The key holds UPDATED_AT, so each row is one state in time. APPEND keeps the earlier states; UPSERT could overwrite them.',
  'replaces-by-key':
    'Each key stands for one thing. UPSERT replaces its row when it comes again, so a repeated send doubles nothing.',
  'no-key':
    'The schema names no key, so Peak cannot tell which row to replace: rows can only be added. A repeated send doubles them.',
};

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
