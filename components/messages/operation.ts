import type { OperationType } from '@/lib/peak/model';

/** What each operation type does to the table (§4.1), and what follows from it when something goes wrong. */
export const OPERATION_WORDS: Record<OperationType, { readonly title: string; readonly text: string }> = {
  UPSERT: {
    title: 'UPSERT: add or replace',
    text: 'A row whose key is in the table replaces the one there; others are added. Sending the same rows again changes nothing.',
  },
  APPEND: {
    title: 'APPEND: only add',
    text: 'Every row is added, whatever is there. Sending the same rows again doubles them, so a lost answer is never repeated without you.',
  },
};
