import type { Ledger } from './account';
import { UNEXPLAINED, believed, isOpen } from './believe';
import { allRejected, classify } from './classify';
import type { Verdict } from './classify';
import { interrupted } from './journal/entry-rules';
import type { Passage } from './limiter';
import type { Batch, BatchEntry, PauseReason } from './model';
import { attemptId } from './attempt-id';
import { outcomeOf } from './outcome';
import type { EnginePorts, PayloadSource, TransportAnswer } from './ports';
import { askAfter } from './recover';
import { cutInTwo } from './split';

export type Payload = Awaited<ReturnType<PayloadSource['payload']>>;

export interface Job {
  /** Holds the plan and the entries so far; the engine keeps it up to date. */
  readonly ledger: Ledger;
  /** What to send, in order (lib/submission/sendable). */
  readonly queue: readonly Batch[];
  /** Equal to the plan's, or confirmed to be the same tenant. */
  readonly connectionId: string;
  readonly primaryKey: readonly string[];
  /** What our server's ledger calls this time, when it said so. */
  readonly era?: () => string | undefined;
  /** Called after every change of a batch that the journal knows of. */
  readonly onChange?: (entry: BatchEntry) => void;
  /** Called when Peak has asked to wait (`askedUntil` of the engine). */
  readonly onAsked?: () => void;
}

/** What one attempt came to. `unannounced`: the journal refused, so nothing left. */
export type Attempted =
  | {
      readonly kind: 'answered';
      readonly verdict: Verdict;
      readonly entry: BatchEntry;
      readonly passage: Passage;
    }
  | { readonly kind: 'unannounced' }
  | { readonly kind: 'unwritten' };

/** One attempt at one batch: announce, send, ask after a lost answer, settle. Keeps journal and account in step. */
export class Attempts {
  /** One for each request under way. Hazard: Node warns of a leak where dozens of them listen to one. */
  readonly #underWay = new Set<AbortController>();
  #isOver = false;

  constructor(
    readonly ports: EnginePorts,
    readonly job: Job,
  ) {}

  /** Gives up all that is under way, and whatever would leave after it. */
  abort(): void {
    this.#isOver = true;
    for (const request of this.#underWay) request.abort();
  }

  /** The body, only if it is byte for byte the one the plan was frozen with; else why there is none. */
  async payloadOf(batch: Batch): Promise<Payload | PauseReason> {
    try {
      const payload = await this.ports.payloads.payload(batch);
      const hash = payload.rows.length === batch.rows ? await this.ports.sha256(payload.body) : '';
      return hash === batch.hash ? payload : 'payload-changed';
    } catch {
      return 'source-gone';
    }
  }

  async carryOut(batch: Batch, payload: Payload): Promise<Attempted> {
    const { clock, journal } = this.ports;
    const { connectionId, primaryKey, era } = this.job;
    const now = era?.();
    const over = { connectionId, ...(now === undefined ? {} : { era: now }) };
    const reason = this.job.ledger.entry(batch.index)?.reason;
    let intent: BatchEntry;
    try {
      intent = await journal.intend(batch.loadId, batch.index, batch.rows, clock.now(), over);
    } catch {
      return { kind: 'unannounced' };
    }
    this.#tell(intent);
    const left = clock.now();
    const answer = await this.#answerTo(intent, batch, payload);
    const tookMs = clock.now() - left;
    const sent = { ...payload, primaryKey };
    let verdict = believed(classify(answer, sent), answer, intent, this.job.ledger);
    const { openSince } = intent;
    const doubt = openSince === undefined || reason === undefined ? {} : { reason };
    // A single row that is too large for Peak cannot be made smaller here; it is refused like any row.
    if (verdict.kind === 'split' && batch.rows === 1)
      verdict = isOpen(intent) ? UNEXPLAINED : allRejected(answer, sent);
    const entry = outcomeOf({ ...intent, ...doubt }, answer, verdict, clock.now());
    try {
      await journal.settle(entry);
    } catch {
      // What is written says "sending"; after a reload that is in doubt, so it is shown as such now.
      this.#tell(interrupted(intent));
      return { kind: 'unwritten' };
    }
    this.#tell(entry);
    const { peakMs = tookMs, waitedMs = 0 } = answer.kind === 'answered' ? answer : {};
    return { kind: 'answered', verdict, entry, passage: { peakMs, waitedMs } };
  }

  /** Puts two halves in the place of a batch that is too large; the halves, or why that cannot be done. */
  async split(batch: Batch, payload: Payload): Promise<readonly Batch[] | PauseReason> {
    const { journal, payloads, sha256, clock } = this.ports;
    const { ledger } = this.job;
    let parts: readonly Batch[] | undefined;
    try {
      parts = await cutInTwo(batch, payload, ledger.nextIndex, payloads, sha256);
    } catch {
      return 'source-gone';
    }
    if (!parts) return 'payload-changed';
    try {
      const told = await journal.split(batch, parts, clock.now());
      ledger.add(parts);
      for (const entry of told) this.#tell(entry);
      return parts;
    } catch {
      return 'journal-failed';
    }
  }

  async #answerTo(intent: BatchEntry, batch: Batch, payload: Payload): Promise<TransportAnswer> {
    const { solutionName, table, operation } = this.job.ledger.plan;
    const request = new AbortController();
    if (this.#isOver) request.abort();
    this.#underWay.add(request);
    const answer = await this.ports.transport
      .send({
        connectionId: this.job.connectionId,
        solutionName,
        table,
        operation,
        dryRun: false,
        batchId: attemptId(intent),
        body: payload.body,
        signal: request.signal,
      })
      // A transport that throws broke its promise; whether the rows had left is unknown, so they may be stored.
      .catch(() => ({ kind: 'no-answer', reason: 'unreachable', maybeStored: true }) as const)
      .finally(() => this.#underWay.delete(request));
    if (answer.kind !== 'no-answer' || !answer.maybeStored || this.#isOver) return answer;
    return (await askAfter(this.ports, intent, { solutionName, hash: batch.hash })) ?? answer;
  }

  #tell(entry: BatchEntry): void {
    this.job.ledger.put(entry);
    this.job.onChange?.(entry);
  }
}
