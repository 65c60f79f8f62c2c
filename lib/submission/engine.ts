import type { Ledger } from './account';
import { DOUBTFUL_TRIES, Patience, TRIES } from './backoff';
import { classify, type Verdict } from './classify';
import { interrupted } from './journal/entry-rules';
import { Limiter } from './limiter';
import type { Batch, BatchEntry, PauseReason } from './model';
import { outcomeOf } from './outcome';
import type { EnginePorts, PayloadSource, TransportAnswer } from './ports';
import { maySend } from './sendable';
import { StormWatch } from './storm';

export interface Job {
  /** Holds the plan and the entries so far; the engine keeps it up to date. */
  readonly ledger: Ledger;
  /** What to send, in order (lib/submission/sendable). */
  readonly queue: readonly Batch[];
  /** Equal to the plan's, or confirmed to be the same tenant. */
  readonly connectionId: string;
  readonly primaryKey: readonly string[];
  readonly limiter?: Limiter;
  /** Called after every change of a batch that the journal knows of. */
  readonly onChange?: (entry: BatchEntry) => void;
}

type Payload = Awaited<ReturnType<PayloadSource['payload']>>;
/** A batch waiting for its turn; a body already made and checked stays with it. */
interface Item {
  readonly batch: Batch;
  readonly payload?: Payload;
}

/**
 * Sends batches of one frozen plan: several under way at once, each announced in the journal before its request and
 * settled after its answer. Stops at batch borders only. Pure over its ports; one run, one instance.
 */
export class Engine {
  readonly #queue: Item[];
  readonly #underWay = new Set<Promise<void>>();
  readonly #limiter: Limiter;
  readonly #storm = new StormWatch();
  readonly #hardStop = new AbortController();
  #reason: PauseReason | undefined;
  #gate = new AbortController();
  readonly #patience: Patience;

  constructor(
    readonly ports: EnginePorts,
    readonly job: Job,
  ) {
    this.#queue = job.queue.map((batch) => ({ batch }));
    this.#limiter = job.limiter ?? new Limiter();
    this.#patience = new Patience(ports.random);
  }

  get reason(): PauseReason | undefined {
    return this.#reason;
  }

  /** Lets what is under way be answered, sends nothing more. The first reason given stands. */
  stop(reason: PauseReason): void {
    this.#reason ??= reason;
    this.#gate.abort();
  }

  /** Cuts the requests under way too; their batches end in doubt. */
  abort(): void {
    this.stop('user');
    this.#hardStop.abort();
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
    return this.#reason === undefined && this.#queue.length > 0 && this.#underWay.size < this.#limiter.lanes;
  }

  #launch(): void {
    const item = this.#queue.shift();
    if (!item) return;
    const work: Promise<void> = this.#attempt(item).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  #putBack(item: Item): void {
    const at = this.#queue.findIndex((other) => other.batch.index > item.batch.index);
    this.#queue.splice(at < 0 ? this.#queue.length : at, 0, item);
  }

  async #attempt(item: Item): Promise<void> {
    const payload = item.payload ?? (await this.#payloadOf(item.batch));
    if (!payload) return this.#putBack(item);
    const ready = { batch: item.batch, payload };
    const { clock, journal } = this.ports;
    // While the body was made, somebody may have paused or another lane may have been told to wait.
    if (this.#reason !== undefined || this.#patience.left(clock.now()) > 0) return this.#putBack(ready);
    const { loadId, index, rows } = item.batch;
    // The computer may have slept since the batch fell in doubt; then it stays so for the user to judge.
    if (!maySend(this.job.ledger.entry(index), this.job.ledger.plan, clock.now())) return;
    let intent: BatchEntry;
    try {
      intent = await journal.intend(loadId, index, rows, clock.now());
    } catch {
      this.stop('journal-failed');
      return this.#putBack(ready);
    }
    this.#tell(intent);
    const { round } = this.#patience;
    const answer = await this.#send(ready.batch, payload);
    const verdict = classify(answer, { ...payload, primaryKey: this.job.primaryKey });
    const entry = outcomeOf(intent, answer, verdict, clock.now());
    try {
      await journal.settle(entry);
      this.#tell(entry);
    } catch {
      // What is written says "sending"; after a reload that is in doubt, so it is shown as such now.
      this.#tell(interrupted(intent));
      return this.stop('journal-failed');
    }
    this.#conclude(ready, verdict, entry, round);
  }

  /** The body, only if it is byte for byte the one the plan was frozen with. */
  async #payloadOf(batch: Batch): Promise<Payload | undefined> {
    try {
      const payload = await this.ports.payloads.payload(batch);
      const hash = payload.rows.length === batch.rows ? await this.ports.sha256(payload.body) : '';
      if (hash === batch.hash) return payload;
      this.stop('payload-changed');
    } catch {
      this.stop('source-gone');
    }
    return undefined;
  }

  async #send(batch: Batch, payload: Payload): Promise<TransportAnswer> {
    const { solutionName, table, operation } = this.job.ledger.plan;
    try {
      return await this.ports.transport.send({
        connectionId: this.job.connectionId,
        solutionName,
        table,
        operation,
        dryRun: false,
        batchId: `${batch.loadId}.${batch.index}`,
        body: payload.body,
        signal: this.#hardStop.signal,
      });
    } catch {
      // A transport that throws broke its promise; whether the rows had left is unknown, so they may be stored.
      return { kind: 'no-answer', reason: 'unreachable', maybeStored: true };
    }
  }

  #conclude(item: Item, verdict: Verdict, entry: BatchEntry, round: number): void {
    switch (verdict.kind) {
      case 'settled':
        this.#patience.progress();
        this.#limiter.clean();
        if (this.#storm.sees(entry)) this.stop('error-storm');
        return;
      case 'doubt': {
        const resend = verdict.resend && this.job.ledger.plan.operation === 'UPSERT';
        this.#limiter.lost();
        this.#failed(round, verdict.afterMs, 'peak-down', resend ? TRIES : DOUBTFUL_TRIES);
        if (resend) this.#putBack(item);
        return;
      }
      case 'again':
        this.#limiter.slowDown();
        this.#failed(round, verdict.afterMs, verdict.cause === 'rate' ? 'rate-storm' : 'peak-down', TRIES);
        return this.#putBack(item);
      case 'stop':
        this.stop(verdict.reason);
        return this.#putBack(item);
    }
  }

  #failed(round: number, afterMs: number | undefined, reason: PauseReason, tries: number): void {
    if (!this.#patience.failed(round, afterMs, tries, this.ports.clock.now())) this.stop(reason);
  }

  #tell(entry: BatchEntry): void {
    this.job.ledger.put(entry);
    this.job.onChange?.(entry);
  }
}
