import type { Clock } from '../base/clock';
import type { CheckCounts } from '../submission/model';
import type { Journal, ServerLedger, Transport } from '../submission/ports';
import type { Sha256 } from '../submission/sha256';
import type { FileCells, PreparedRows } from './prepared';
import type { IntakeEvent, Rules } from './protocol';

/** Takes a lock of that name, held until the returned function is called; null when somebody else holds it. */
export type TryLock = (name: string) => Promise<(() => void) | null>;

/** What sending needs of the worker around it. */
export interface SendingPorts {
  readonly journal: Journal;
  readonly transport: Transport;
  /** Our server's memory of batches; absent in tests that need none. */
  readonly ledger?: ServerLedger | undefined;
  readonly clock: Clock;
  readonly lock: TryLock;
  readonly sha256: Sha256;
  /** A number from 0 to below 1, for jitter. */
  readonly random: () => number;
  /** The rows of a load under these rules, checked; rejects when the load is not open or the file is gone. */
  prepared(loadId: string, rules: Rules): Promise<PreparedRows>;
  /** Header and cells of the user's own file, whatever the rules. */
  source(loadId: string): Promise<FileCells>;
  /** What the last check of this load counted; undefined when it was not checked under these rules. */
  checked(loadId: string, rules: Rules): CheckCounts | undefined | Promise<CheckCounts | undefined>;
  /**
   * Keeps the states of the rows (ready, held, …) so that bodies can be made again after a restart; rejects when the
   * last check was under other rules.
   */
  keepStates(loadId: string, rules: Rules): Promise<void>;
  /** Undefined while the file is still being read for it. */
  sourceFingerprint(loadId: string): string | undefined | Promise<string | undefined>;
  emit(event: IntakeEvent): void;
}

/** `navigator.locks` as a TryLock: one holder per name in all tabs of this browser, freed when its tab dies. */
export function webLock(locks: Pick<LockManager, 'request'>): TryLock {
  // Hazard: a lock let go a moment ago is still held for whoever asks at once; our own next request waits for that.
  const releasing = new Map<string, Promise<unknown>>();
  return async (name) => {
    await releasing.get(name);
    return new Promise((resolve, reject) => {
      const over = locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(null);
          return new Promise<void>((letGo) => {
            resolve(() => {
              releasing.set(name, over);
              letGo();
            });
          });
        })
        .then(() => {
          if (releasing.get(name) === over) releasing.delete(name);
        }, reject);
    });
  };
}

/** Held while a load is sent, planned, settled or erased. */
export const senderLock = (loadId: string): string => `onramp-sender-${loadId}`;

/** Held while failed rows of a load are planned to be sent again. */
export const attemptLock = (loadId: string): string => `onramp-attempt-${loadId}`;
