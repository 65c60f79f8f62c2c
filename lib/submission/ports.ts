import type { Clock } from '../base/clock';
import type { BatchAnswer, ClaimAnswer, LedgerAnswer } from '../gateway/contract';
import type { OperationType } from '../peak/model';
import type { LateFailures } from './late-failures';
import type { Batch, BatchEntry, Plan, SentOver } from './model';
import type { Sha256 } from './sha256';

/** One request for rows. Rejects only by our own fault; whatever the network does is a value. */
export interface Transport {
  send(request: {
    readonly connectionId: string;
    readonly solutionName: string;
    readonly table: string;
    readonly operation: OperationType;
    readonly dryRun: boolean;
    /** Of this attempt; see `attemptId`. */
    readonly batchId: string;
    /** Encoded JSON array of rows. */
    readonly body: Uint8Array<ArrayBuffer>;
    readonly signal: AbortSignal;
  }): Promise<TransportAnswer>;
}

/** `refused`: our own server refused before anything reached Peak; nothing was stored. */
export type TransportAnswer = BatchAnswer;

/** What our server remembers of batches whose answer was lost on the way back. Undefined: it could not be asked. */
export interface ServerLedger {
  ask(attempt: {
    readonly connectionId: string;
    readonly solutionName: string;
    readonly batchId: string;
    readonly era?: string | undefined;
  }): Promise<LedgerAnswer | undefined>;
  /** Says that a load is being sent (or is `over`); to be repeated while it is. */
  claim(load: {
    readonly connectionId: string;
    readonly solutionName: string;
    readonly table: string;
    readonly loadId: string;
    readonly over?: boolean;
  }): Promise<ClaimAnswer | undefined>;
}

/**
 * Intent before the request, outcome after the answer, nothing deleted first. Each method resolves only when the
 * record is durable; `journal-suite.ts` holds every implementation to that.
 */
export interface Journal {
  freeze(plan: Plan, batches: readonly Batch[]): Promise<void>;
  plan(loadId: string): Promise<Plan | undefined>;
  batches(loadId: string): Promise<readonly Batch[]>;
  /** Records the intent to send; refuses (throws) when the batch is already accepted, partly or rejected. */
  intend(loadId: string, index: number, rows: number, at: number, over?: SentOver): Promise<BatchEntry>;
  settle(entry: BatchEntry): Promise<void>;
  /**
   * In one step: the batch is split, its parts are batches of the load, and what was in doubt of the whole is so of
   * each part. Resolves with the entry of the whole and those of its parts, if they have any. Refuses what is under way
   * or settled, and a batch whose only attempt is in doubt.
   */
  split(batch: Batch, parts: readonly Batch[], at: number): Promise<readonly BatchEntry[]>;
  entries(loadId: string): Promise<readonly BatchEntry[]>;
  /** Whatever was `sending` when the process died is in doubt; returns those. */
  recover(loadId: string): Promise<readonly BatchEntry[]>;
  /** Plans of repaired rows of this load (`followUp`), oldest first. */
  followUps(of: string): Promise<readonly Plan[]>;
  /** Rows of this load that failed after they were accepted, as they were told, oldest first. */
  late(loadId: string): Promise<readonly LateFailures[]>;
  noteLate(late: LateFailures): Promise<void>;
  takeBackLate(loadId: string, id: string): Promise<void>;
  erase(loadId: string): Promise<void>;
}

/** Payloads are regenerated from the frozen plan, never stored. */
export interface PayloadSource {
  /** Encoded body of one batch and the user's row number of each entry, in order. */
  payload(
    batch: Batch,
  ): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly rows: readonly number[] }>;
}

/** The world as the engine sees it. */
export interface EnginePorts {
  readonly transport: Transport;
  readonly journal: Journal;
  readonly payloads: PayloadSource;
  readonly clock: Clock;
  /** Absent where nobody stands between the sender and Peak. */
  readonly ledger?: ServerLedger | undefined;
  readonly sha256: Sha256;
  /** A number from 0 to below 1, for jitter. */
  readonly random: () => number;
}
