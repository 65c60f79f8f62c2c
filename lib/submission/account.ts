import type { Answers } from './answers';
import { addTo, imbalanceOf } from './answers';
import type { Account, Batch, BatchEntry, Plan } from './model';

/**
 * The running account of one load: what the checker counted (carried in the plan), what the plan counted while
 * cutting, and what the answers say, batch by batch. Rows; each in exactly one bucket.
 */
export class Ledger {
  readonly #answers: Answers = {
    waiting: 0,
    accepted: 0,
    rejected: 0,
    inDoubt: 0,
    settled: 0,
    doubtful: 0,
    split: 0,
    splitRows: 0,
    broken: 0,
  };
  readonly #entries = new Map<number, BatchEntry>();
  readonly #batches = new Map<number, Batch>();
  readonly #errors = new Map<string, { code: string; message: string; count: number }>();
  #batchRows = 0;
  #nextIndex = 0;
  /** Bytes of the smallest batch that was split because it was too large. */
  #tooLarge = Infinity;
  /** Entries without a batch in the plan: an answer to something that was never planned. */
  #strangers = 0;
  #hasPeakSpoken = false;

  constructor(
    readonly plan: Plan,
    batches: readonly Batch[],
    entries: readonly BatchEntry[],
  ) {
    this.add(batches);
    for (const entry of entries) this.put(entry);
  }

  /** Takes batches in: those of the plan, and later the parts of a batch that is then put as `split`. */
  add(batches: readonly Batch[]): void {
    for (const batch of batches) {
      this.#batches.set(batch.index, batch);
      this.#nextIndex = Math.max(this.#nextIndex, batch.index + 1);
      this.#batchRows += batch.rows;
      addTo(this.#answers, batch, undefined, 1);
    }
  }

  /** The first index that no batch has. */
  get nextIndex(): number {
    return this.#nextIndex;
  }

  /** Takes the newest entry of a batch in place of the one before. */
  put(entry: BatchEntry): void {
    const batch = this.#batches.get(entry.index);
    if (!batch) {
      this.#strangers += 1;
      return;
    }
    const before = this.#entries.get(entry.index);
    addTo(this.#answers, batch, before, -1);
    addTo(this.#answers, batch, entry, 1);
    if (before) this.#countErrors(before, -1);
    this.#countErrors(entry, 1);
    this.#entries.set(entry.index, entry);
    if (entry.state === 'split') this.#tooLarge = Math.min(this.#tooLarge, batch.bytes);
    if (entry.wordless === false) this.peakSpoke();
  }

  /** Whether a batch is as large as one that Peak would not take, here or in an earlier life of the load. */
  isTooLarge({ rows, bytes }: Batch): boolean {
    return rows > 1 && bytes >= this.#tooLarge;
  }

  /** Whether Peak has accepted a whole batch in words, here or in an earlier life of the load. */
  get hasPeakSpoken(): boolean {
    return this.#hasPeakSpoken;
  }

  /** Known as soon as the answer is there, before its entry is written: others come meanwhile. */
  peakSpoke(): void {
    this.#hasPeakSpoken = true;
  }

  entry(index: number): BatchEntry | undefined {
    return this.#entries.get(index);
  }

  get waiting(): number {
    return this.#answers.waiting;
  }

  /** Rows of which an answer says what became of them. */
  get answered(): number {
    return this.#answers.accepted + this.#answers.rejected;
  }

  /** Each row counts once per code. */
  #countErrors(entry: BatchEntry, sign: 1 | -1): void {
    for (const { errors } of entry.rejected) {
      for (const [at, { code, message }] of errors.entries()) {
        if (errors.findIndex((error) => error.code === code) !== at) continue;
        const known = this.#errors.get(code) ?? { code, message, count: 0 };
        known.count += sign;
        this.#errors.set(code, known);
      }
    }
  }

  account(): Account {
    const { plan } = this;
    const answers = this.#answers;
    const imbalance = imbalanceOf(plan, this.#batchRows - answers.splitRows, {
      ...answers,
      broken: answers.broken + this.#strangers,
    });
    const { read, skipped, held, superseded, distinctKeys } = plan.counts;
    const { waiting, accepted, rejected, inDoubt } = answers;
    return {
      loadId: plan.loadId,
      read,
      skipped,
      held,
      superseded,
      waiting,
      accepted,
      rejected,
      inDoubt,
      laterFailed: 0,
      ...(distinctKeys === undefined ? {} : { distinctKeys }),
      batches: {
        planned: this.#batches.size - answers.split,
        settled: answers.settled,
        inDoubt: answers.doubtful,
      },
      balances: imbalance === undefined,
      ...(imbalance === undefined ? {} : { imbalance }),
      complete: imbalance === undefined && waiting === 0 && inDoubt === 0,
      errors: [...this.#errors.values()]
        .filter((error) => error.count > 0)
        .map((error) => ({ ...error }))
        .sort((a, b) => b.count - a.count),
      attempts: [],
    };
  }
}

/** Rows that left, whatever became of them. */
export const rowsSent = ({
  accepted,
  laterFailed,
  rejected,
  inDoubt,
}: Pick<Account, 'accepted' | 'laterFailed' | 'rejected' | 'inDoubt'>): number =>
  accepted + laterFailed + rejected + inDoubt;

/** The account of a load as its journal tells it. */
export const accountOf = (plan: Plan, batches: readonly Batch[], entries: readonly BatchEntry[]): Account =>
  new Ledger(plan, batches, entries).account();
