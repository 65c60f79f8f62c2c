import type { BatchEntry } from './model';

/** Names one attempt at one batch, for our server's log and ledger. */
export const attemptId = ({ loadId, index, attempts }: BatchEntry): string =>
  `${loadId}.${index}.${attempts}`;
