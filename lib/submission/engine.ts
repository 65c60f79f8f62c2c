import type { Attempted, Job, Payload } from './attempt';
import { Attempts } from './attempt';
import { DOUBTFUL_TRIES, Patience, TRIES } from './backoff';
import type { Verdict } from './classify';
import { STORM_OF } from './classify';
import { Limiter, MAX_BYTES } from './limiter';
import type { Batch, PauseReason } from './model';
import type { EnginePorts } from './ports';
import { maySend } from './sendable';
import { StormWatch } from './storm';

/** A batch waiting for its turn; a body already made and checked stays with it. */
interface Item {
  readonly batch: Batch;
  readonly payload?: Payload;
}
type Ready = Required<Item>;

/**
 * Sends batches of one frozen plan: several under way at once, each announced in the journal before its request and
 * settled after its answer. Stops at batch borders only. Pure over its ports; one run, one instance.
 */
export class Engine {
  readonly #queue: Item[];
  readonly #underWay = new Set<Promise<void>>();
  readonly #limiter: Limiter;
  readonly #attempts: Attempts;
  readonly #storm = new StormWatch();
  readonly #patience: Patience;
  #bytes = 0;
  /** Two batches split at the same moment would take the same indexes. */
  #splitting: Promise<unknown> = Promise.resolve();
  #reason: PauseReason | undefined;
  #failedFor: PauseReason | undefined;
  #gate = new AbortController();

  constructor(
    readonly ports: EnginePorts,
    readonly job: Job & { readonly limiter?: Limiter },
  ) {
    this.#queue = job.queue.map((batch) => ({ batch }));
    this.#limiter = job.limiter ?? new Limiter();
    this.#patience = new Patience(ports.random);
    this.#attempts = new Attempts(ports, job);
  }

  get reason(): PauseReason | undefined {
    return this.#reason;
  }

  /** Until when Peak has asked to wait, ms since the epoch; 0 before it did. */
  get askedUntil(): number {
    return this.#patience.asked;
  }

  /** Tries in a row that failed, of everything that is under way. */
  get failures(): number {
    return this.#patience.failures;
  }

  /** Whether the last of them only found no turn in our own rate. */
  get waitsForTurn(): boolean {
    return this.failures > 0 && this.#failedFor === 'rate-used-up';
  }

  /** Lets what is under way be answered, sends nothing more. The first reason given stands. */
  stop(reason: PauseReason): void {
    this.#reason ??= reason;
    this.#gate.abort();
  }

  /** Cuts the requests under way too; their batches end in doubt. */
  abort(): void {
    this.stop('user');
    this.#attempts.abort();
  }

  /** Resolves when nothing is under way any more: undefined when the queue is empty, else why it stands still. */
  async run(): Promise<PauseReason | undefined> {
    for (;;) {
      const wait = this.#patience.left(this.ports.clock.now());
      while (wait <= 0 && this.#maySend()) this.#launch();
      if (this.#underWay.size === 0 && (this.#reason !== undefined || this.#queue.length === 0)) {
        return this.#queue.length === 0 && this.#reason === 'user' ? undefined : this.#reason;
      }
      this.#gate = new AbortController();
      const events: Promise<void>[] = [...this.#underWay];
      if (wait > 0 && this.#maySend()) events.push(this.ports.clock.wait(wait, this.#gate.signal));
      await Promise.race(events);
      this.#gate.abort();
    }
  }

  #maySend(): boolean {
    const [next] = this.#queue;
    if (this.#reason !== undefined || !next || this.#underWay.size >= this.#limiter.lanes) return false;
    return this.#underWay.size === 0 || this.#bytes + next.batch.bytes <= MAX_BYTES;
  }

  #launch(): void {
    const item = this.#queue.shift();
    if (!item) return;
    this.#bytes += item.batch.bytes;
    const work: Promise<void> = this.#attempt(item).finally(() => {
      this.#bytes -= item.batch.bytes;
      this.#underWay.delete(work);
    });
    this.#underWay.add(work);
  }

  #putBack(...items: readonly Item[]): void {
    for (const item of items) {
      const at = this.#queue.findIndex((other) => other.batch.firstRow > item.batch.firstRow);
      this.#queue.splice(at < 0 ? this.#queue.length : at, 0, item);
    }
  }

  async #attempt(item: Item): Promise<void> {
    const payload = item.payload ?? (await this.#attempts.payloadOf(item.batch));
    if (typeof payload === 'string') {
      this.stop(payload);
      return this.#putBack(item);
    }
    const ready: Ready = { batch: item.batch, payload };
    const { clock } = this.ports;
    // While the body was made, somebody may have paused or another lane may have been told to wait.
    if (this.#reason !== undefined || this.#patience.left(clock.now()) > 0) return this.#putBack(ready);
    const { ledger } = this.job;
    // The computer may have slept since the batch fell in doubt; then it stays so for the user to judge.
    if (!maySend(ledger.entry(item.batch.index), ledger.plan, clock.now())) return;
    const before = ledger.entry(item.batch.index);
    if (before?.state !== 'in-doubt' && ledger.isTooLarge(item.batch)) return this.#splitInTurn(ready);
    const { round } = this.#patience;
    const attempted = await this.#attempts.carryOut(item.batch, payload);
    if (attempted.kind === 'answered') return this.#conclude(ready, attempted, round);
    this.stop('journal-failed');
    if (attempted.kind === 'unannounced') this.#putBack(ready);
  }

  async #conclude(
    item: Ready,
    { verdict, entry, passage }: Extract<Attempted, { kind: 'answered' }>,
    round: number,
  ): Promise<void> {
    switch (verdict.kind) {
      case 'settled':
        this.#patience.progress();
        // What is refused whole shows nothing of the road, and more of its kind may follow.
        if (entry.state !== 'rejected') this.#limiter.clean(passage);
        if (this.#storm.sees(entry)) this.stop('error-storm');
        return;
      case 'doubt':
        return this.#doubt(item, verdict, round);
      case 'again':
        this.#limiter.slowDown();
        this.#failed(round, verdict.afterMs, STORM_OF[verdict.cause], TRIES);
        return this.#putBack(item);
      case 'split':
        this.#patience.progress();
        return this.#splitInTurn(item);
      case 'stop':
        this.stop(verdict.reason);
        return this.#putBack(item);
    }
  }

  #doubt(item: Ready, verdict: Extract<Verdict, { kind: 'doubt' }>, round: number): void {
    const resend = verdict.resend && this.job.ledger.plan.operation === 'UPSERT';
    this.#limiter.lost();
    this.#failed(round, verdict.afterMs, 'peak-down', resend ? TRIES : DOUBTFUL_TRIES);
    if (resend) this.#putBack(item);
  }

  #splitInTurn(item: Ready): Promise<void> {
    const turn = this.#splitting.then(() => this.#split(item));
    this.#splitting = turn;
    return turn;
  }

  async #split({ batch, payload }: Ready): Promise<void> {
    const parts = await this.#attempts.split(batch, payload);
    if (typeof parts !== 'string') return this.#putBack(...parts.map((part) => ({ batch: part })));
    this.stop(parts);
    this.#putBack({ batch });
  }

  #failed(round: number, afterMs: number | undefined, reason: PauseReason, tries: number): void {
    const now = this.ports.clock.now();
    this.#failedFor = reason;
    if (!this.#patience.failed(round, afterMs, tries, now)) this.stop(reason);
    if (!afterMs || reason === 'rate-used-up') return;
    this.#patience.heard(afterMs, now);
    this.job.onAsked?.();
  }
}
