import type { ColumnSpec } from '@/lib/peak/model';

/** What happened, why it matters, what to do: the three things every message owes its reader. */
export interface Advice {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** Sentences for a finding, with the facts of the column it was found in. */
export type Say = (column: ColumnSpec | undefined) => Advice;
