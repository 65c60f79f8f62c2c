import type { Clock } from '../base/clock';
import type { RowsAnswer } from '../gateway/contract';
import type { OperationType } from '../peak/model';
import type { Batch, BatchEntry, Plan } from './model';
import type { Sha256 } from './sha256';

/** One request for rows. Rejects only by our own fault; whatever the network does is a value. */
export interface Transport {
  send(request: {
    readonly connectionId: string;
    readonly solutionName: string;
    readonly table: string;
    readonly operation: OperationType;
    readonly dryRun: boolean;
    readonly batchId: string;
    /** Encoded JSON array of rows. */
    readonly body: Uint8Array<ArrayBuffer>;
    readonly signal: AbortSignal;
  }): Promise<TransportAnswer>;
}

export type TransportAnswer =
  | RowsAnswer
  /** Our own server refused before anything reached Peak; nothing was stored. */
  | { readonly kind: 'refused'; readonly code: string; readonly retryAfterMs?: number };

/**
 * Intent before the request, outcome after the answer, nothing deleted first. Each method resolves only when the
 * record is durable; `journal-suite.ts` holds every implementation to that.
 */
export interface Journal {
  freeze(plan: Plan, batches: readonly Batch[]): Promise<void>;
  plan(loadId: string): Promise<Plan | undefined>;
  batches(loadId: string): Promise<readonly Batch[]>;
  /** Records the intent to send; refuses (throws) when the batch is already accepted, partly or rejected. */
  intend(loadId: string, index: number, rows: number, at: number): Promise<BatchEntry>;
  settle(entry: BatchEntry): Promise<void>;
  entries(loadId: string): Promise<readonly BatchEntry[]>;
  /** Whatever was `sending` when the process died is in doubt; returns those. */
  recover(loadId: string): Promise<readonly BatchEntry[]>;
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
  readonly sha256: Sha256;
  /** A number from 0 to below 1, for jitter. */
  readonly random: () => number;
}
