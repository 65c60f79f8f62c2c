import type { BatchAnswer, ClaimAnswer, LedgerAnswer, RowError } from './contract';

/** Where an attempt belongs. Whoever comes with another connection or solution finds nothing. */
export interface LedgerKey {
  readonly connectionId: string;
  readonly solution: string;
  /** Our id of the attempt. */
  readonly batch: string;
}

/** A table as one connection sees it. */
export interface LedgerPlace {
  readonly connectionId: string;
  readonly solution: string;
  readonly table: string;
}

/**
 * What became of each batch, for a browser that never got the answer. Entries hold ids, hashes, outcomes, indexes and
 * codes, never a row. Calls reject when the store cannot be reached; then nothing may be sent, because a batch that is
 * sent unseen would later be taken for one that never came. `batch-ledger-suite.ts` holds every implementation.
 */
export interface BatchLedger {
  /**
   * Before a batch leaves. `known`: this attempt came before (browsers repeat a POST when a kept connection breaks);
   * `given-up`: somebody asked after it, was told "never", and may have sent the rows again. Neither may leave.
   */
  open(key: LedgerKey, hash: string): Promise<'opened' | 'known' | 'given-up'>;
  settle(key: LedgerKey, answer: BatchAnswer): Promise<void>;
  /** With the era of the asking load's last claim, an attempt that is not there is given up and answered `never`. */
  ask(key: LedgerKey, era: string | undefined): Promise<LedgerAnswer>;
  /** The load is being sent into this table. */
  claim(place: LedgerPlace, loadId: string): Promise<ClaimAnswer>;
  release(place: LedgerPlace, loadId: string): Promise<void>;
}

/** Longer than two eras, so that whatever left within an era is remembered until the era counts no more. */
export const KEEP_MS = 25 * 3_600_000;
export const ERA_MS = 12 * 3_600_000;
/**
 * A clock that was ahead by more may have expired batches whose era counts again once it is set back. So such a step ends
 * the ledger's life.
 */
export const STEP_BACK_MS = KEEP_MS - 2 * ERA_MS;
/** A tab that died stops being told of after this time. */
export const LEASE_MS = 30_000;
/** Beyond our patience with Peak (at most ten minutes), nobody is waiting for that answer any more. */
export const LONGEST_UNDER_WAY_MS = 11 * 60_000;

/** An era is a life of the ledger and a half-day of the server's clock; the browser's clock plays no part. */
export const eraOf = (life: string, now: number): string => `${life}.${Math.floor(now / ERA_MS)}`;
export const eraCounts = (era: string | undefined, life: string, now: number): boolean =>
  era !== undefined && (era === eraOf(life, now) || era === eraOf(life, now - ERA_MS));

const bare = ({ code, category }: RowError): RowError => ({
  code,
  ...(category === undefined ? {} : { category }),
  message: '',
});

/** An outcome without anything that may quote a row: no echo, no message, no raw answer. */
export function withoutRows(answer: BatchAnswer): BatchAnswer {
  if (answer.kind !== 'answered') return answer;
  const { error, failed, ...rest } = answer;
  return {
    ...rest,
    failed: failed.map(({ index, errors }) => ({
      ...(index === undefined ? {} : { index }),
      errors: errors.map(bare),
    })),
    ...(error === undefined ? {} : { error: bare(error) }),
    raw: '',
  };
}
