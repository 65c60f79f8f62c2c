import { accountOf } from './account';
import type { LateFailures } from './late-failures';
import type { Account, Attempt, Batch, BatchEntry, Imbalance, Plan, RejectedRow } from './model';
import { inPossibleOrder, type Step } from './order-attempts';

/** What the journal holds of one load. */
export interface Sent {
  readonly plan: Plan;
  readonly batches: readonly Batch[];
  readonly entries: readonly BatchEntry[];
}

/** The part of late failures that moves rows. */
export type Later = Pick<LateFailures, 'at' | 'rows' | 'unnamed'>;

/** A row that failed, by its number in the load's own file, and is not on its way again. */
export interface OpenRow extends RejectedRow {
  readonly bucket: 'rejected' | 'laterFailed';
}

type Buckets = Pick<Account, 'waiting' | 'accepted' | 'rejected' | 'inDoubt' | 'laterFailed'>;

/** Walks through what happened to the rows of a load after their first answer, oldest first. */
class Joining {
  readonly open = new Map<number, OpenRow>();
  readonly attempts: Attempt[] = [];
  readonly batches: Account['batches'];
  readonly buckets: Buckets;
  imbalance: Imbalance | undefined;
  /** What is left of each number that was entered: rows of which nobody has said yet which they are. */
  readonly #entered: number[] = [];
  /** How many numbers had been entered when a row was tried again; those cannot have meant what came of it. */
  readonly #enteredBefore = new Map<number, number>();

  constructor(own: Account, root: Sent) {
    const { waiting, accepted, rejected, inDoubt, laterFailed } = own;
    this.buckets = { waiting, accepted, rejected, inDoubt, laterFailed };
    this.batches = { ...own.batches };
    this.imbalance = own.imbalance;
    for (const entry of root.entries) for (const row of entry.rejected) this.#fail(row, 'rejected');
  }

  #fail({ row, errors }: RejectedRow, bucket: OpenRow['bucket']): void {
    this.open.set(row, { row, errors, bucket });
  }

  late({ rows, unnamed }: Later): void {
    for (const row of rows) {
      // Named twice, or refused at once: it is counted where it stands.
      if (this.open.has(row.row)) continue;
      this.#fail(row, 'laterFailed');
      if (!this.#wasEntered(row.row)) this.#moveLater(1);
    }
    if (unnamed > 0) this.#entered.push(this.#moveLater(unnamed));
  }

  /** Takes a row that is named now out of a number it was counted in, the earliest that can have meant it. */
  #wasEntered(row: number): boolean {
    const from = this.#enteredBefore.get(row) ?? 0;
    const at = this.#entered.findIndex((left, which) => which >= from && left > 0);
    if (at < 0) return false;
    this.#entered[at] = (this.#entered[at] ?? 0) - 1;
    return true;
  }

  /** Moves no more rows than were accepted; gives how many. */
  #moveLater(wanted: number): number {
    const moved = Math.min(wanted, this.buckets.accepted);
    this.buckets.accepted -= moved;
    this.buckets.laterFailed += moved;
    if (moved < wanted) this.imbalance ??= 'accepted-and-later-failed';
    return moved;
  }

  attempt(sent: Sent): void {
    const { plan, batches } = sent;
    const own = accountOf(plan, batches, sent.entries);
    const { waiting, accepted, rejected, inDoubt } = own;
    const sources = new Map(plan.followUp?.rows);
    const failed = new Map(
      sent.entries.flatMap((entry) => entry.rejected.map((row) => [row.row, row.errors])),
    );
    for (const source of sources.values()) {
      const before = this.open.get(source);
      this.open.delete(source);
      this.#enteredBefore.set(source, this.#entered.length);
      // Only a row that had failed may be tried again: anything else could be in the warehouse twice.
      if (before === undefined || this.buckets[before.bucket] === 0) this.imbalance ??= 'load-and-attempts';
      else this.buckets[before.bucket] -= 1;
    }
    for (const [row, errors] of failed) {
      const source = sources.get(row);
      if (source === undefined) this.imbalance ??= 'load-and-attempts';
      else this.#fail({ row: source, errors }, 'rejected');
    }
    this.buckets.waiting += waiting;
    this.buckets.accepted += accepted;
    this.buckets.rejected += rejected;
    this.buckets.inDoubt += inDoubt;
    this.batches.planned += own.batches.planned;
    this.batches.settled += own.batches.settled;
    this.batches.inDoubt += own.batches.inDoubt;
    if (!own.balances || sources.size !== plan.counts.planned) this.imbalance ??= 'load-and-attempts';
    const { loadId, createdAt, counts } = plan;
    this.attempts.push({ loadId, createdAt, planned: counts.planned, waiting, accepted, rejected, inDoubt });
  }
}

/** Each row counts once per code, the most frequent code first. */
function errorsOf(rows: Iterable<RejectedRow>): Account['errors'] {
  const known = new Map<string, { code: string; message: string; count: number }>();
  for (const { errors } of rows) {
    for (const code of new Set(errors.map((error) => error.code))) {
      const message = errors.find((error) => error.code === code)?.message ?? '';
      const before = known.get(code);
      known.set(code, { code, message: before?.message ?? message, count: (before?.count ?? 0) + 1 });
    }
  }
  return [...known.values()].sort((a, b) => b.count - a.count);
}

export interface Joined {
  readonly account: Account;
  /** By row number, in file order. */
  readonly open: ReadonlyMap<number, OpenRow>;
}

function walk(own: Account, root: Sent, steps: readonly Step[]): Joining {
  const joining = new Joining(own, root);
  for (const step of steps) {
    if ('late' in step) joining.late(step.late);
    else joining.attempt(step.attempt);
  }
  return joining;
}

/**
 * The account of a load with everything that came after: repaired rows sent again count once, in the bucket they are in
 * now; rows that failed after they were accepted leave that bucket. `own`: the load's account by its own answers.
 */
export function joinAttempts(
  own: Account,
  root: Sent,
  followUps: readonly Sent[],
  late: readonly Later[] = [],
): Joined {
  const steps = [
    ...late.map((each): Step => ({ at: each.at, late: each })),
    ...followUps.map((each): Step => ({ at: each.plan.createdAt, attempt: each })),
  ].sort((a, b) => a.at - b.at);
  let joining = walk(own, root, steps);
  if (joining.imbalance === 'load-and-attempts') {
    const other = walk(own, root, inPossibleOrder(steps));
    if (other.imbalance === undefined) joining = other;
  }
  const { buckets, imbalance, batches, attempts } = joining;
  const open = new Map([...joining.open].sort(([a], [b]) => a - b));
  const { imbalance: _own, ...rest } = own;
  const account: Account = {
    ...rest,
    ...buckets,
    batches,
    attempts,
    balances: imbalance === undefined,
    ...(imbalance === undefined ? {} : { imbalance }),
    complete: imbalance === undefined && buckets.waiting === 0 && buckets.inDoubt === 0,
    errors: steps.length === 0 ? own.errors : errorsOf(open.values()),
  };
  return { account, open };
}
