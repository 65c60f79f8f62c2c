import type { OperationType } from '@/lib/peak/model';
import { counted, formatWhen } from './format';

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

/** Asked before a file leaves by APPEND of which another load sent `rows`; that one was planned at `at`, ms since the epoch. */
export const againNote = (rows: number, at: number): string =>
  `${counted(rows, 'row')} of this very file were sent into this table by the load planned at ${formatWhen(at, Date.now())}; APPEND adds all of them once more.`;
