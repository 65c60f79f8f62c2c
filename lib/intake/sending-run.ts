import type { Clock } from '../base/clock';
import type { Ledger } from '../submission/account';
import type { Engine } from '../submission/engine';
import type { Account, PauseReason, SendProgress } from '../submission/model';
import { Pace, msLeft } from '../submission/pace';
import type { Journal } from '../submission/ports';
import { joinedOf } from './sending-joined';
import type { LoadRecord } from './sending-record';

/** Between two reports of progress; each is a screen drawn anew. Changes of state come at once. */
const EVERY_MS = 400;
/** Without news as often as this, so that a rate does not stand on a screen that nobody keeps. */
const ANYWAY_MS = 2_000;
/** So long (ms) without a batch settled is worth a word. */
const QUIET_MS = 5_000;

/** Reports one run of the engine: rate, time left, state. */
export class RunReport {
  readonly #pace = new Pace();
  readonly #startedAt: number;
  readonly #over = new AbortController();
  #answered: number;
  #answeredAt: number;
  #lastAt = -Infinity;
  #scheduled = false;
  #ended: { readonly reason: PauseReason | undefined } | undefined;

  constructor(
    readonly ledger: Ledger,
    readonly clock: Clock,
    readonly emit: (progress: SendProgress) => void,
    readonly now: {
      readonly reason: () => PauseReason | undefined;
      readonly others: () => number;
      readonly askedUntil: () => number;
      readonly failures: () => number;
      readonly waitsForTurn: () => boolean;
      readonly joined: (own: Account) => Account;
    },
  ) {
    this.#startedAt = clock.now();
    this.#answered = ledger.answered;
    this.#answeredAt = this.#startedAt;
  }

  /** Tells now and then although nothing changes, until it has ended. */
  begin(): void {
    const again = async (): Promise<void> => {
      while (!this.#over.signal.aborted) {
        await this.clock.wait(ANYWAY_MS, this.#over.signal);
        if (!this.#ended && this.clock.now() - this.#lastAt >= ANYWAY_MS) this.tell();
      }
    };
    void again();
  }

  progress(): SendProgress {
    const now = this.clock.now();
    const ended = this.#ended;
    const reason = ended ? ended.reason : this.now.reason();
    const account = this.now.joined(this.ledger.account());
    const others = ended ? 0 : this.now.others();
    const askedUntil = account.waiting === 0 ? 0 : this.now.askedUntil();
    // A clock that was set back makes it no quieter.
    this.#answeredAt = Math.min(this.#answeredAt, now);
    const isQuiet = !ended && account.waiting > 0 && now - this.#answeredAt >= QUIET_MS;
    const rowsPerSecond = ended || isQuiet ? 0 : this.#pace.rate(now, this.#startedAt);
    const left = msLeft(account.waiting, rowsPerSecond);
    const standing = account.waiting === 0 ? 'done' : 'paused';
    return {
      loadId: this.ledger.plan.loadId,
      state: ended ? standing : reason === undefined ? 'sending' : 'pausing',
      ...(reason === undefined ? {} : { reason }),
      account,
      rowsPerSecond,
      ...(left === undefined ? {} : { msLeft: left }),
      startedAt: this.#startedAt,
      ...(isQuiet ? { quiet: this.#quiet() } : {}),
      ...(others === 0 ? {} : { others }),
      ...(askedUntil > now ? { askedUntil } : {}),
    };
  }

  #quiet(): NonNullable<SendProgress['quiet']> {
    return { since: this.#answeredAt, failures: this.now.failures(), turn: this.now.waitsForTurn() };
  }

  /** After every change of a batch. */
  changed(): void {
    const { answered } = this.ledger;
    const now = this.clock.now();
    if (answered > this.#answered) {
      this.#pace.note(answered - this.#answered, now);
      this.#answeredAt = now;
    }
    this.#answered = answered;
    // A clock that was set back must not hush it for as long.
    const due = Math.min(EVERY_MS, this.#lastAt + EVERY_MS - now);
    if (due <= 0) return this.tell();
    if (this.#scheduled) return;
    this.#scheduled = true;
    void this.clock.wait(due).then(() => {
      this.#scheduled = false;
      if (!this.#ended) this.tell();
    });
  }

  /** At once. */
  tell(): void {
    this.#lastAt = this.clock.now();
    this.emit(this.progress());
  }

  ended(reason: PauseReason | undefined): void {
    this.#ended = { reason };
    this.#over.abort();
    this.tell();
  }
}

/** Progress of a load that nobody is sending, from what the journal holds. */
export async function standing(
  journal: Journal,
  record: LoadRecord,
  reason?: PauseReason,
): Promise<SendProgress> {
  const { plan, entries } = record;
  const { account } = await joinedOf(journal, record);
  const startedAt = entries.reduce((first, entry) => Math.min(first, entry.sentAt), Infinity);
  return {
    loadId: plan.loadId,
    state: account.waiting === 0 && reason === undefined ? 'done' : 'paused',
    ...(reason === undefined ? {} : { reason }),
    account,
    rowsPerSecond: 0,
    startedAt: Number.isFinite(startedAt) ? startedAt : plan.createdAt,
  };
}

/** One load on its way in this worker. */
export interface Running {
  readonly engine: Engine;
  readonly report: RunReport;
  /** `first`: a real test request, the plan's first batch only. */
  readonly scope: 'first' | 'all';
  /** Resolves when nothing is under way any more and the lock is free. */
  readonly ended: Promise<void>;
}
