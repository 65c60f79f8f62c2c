import type { FileHead } from '@/lib/files/model';
import type { CallGive, CallName, CallTake, IntakeEvent, Rules } from '@/lib/intake/protocol';
import type { Plan, SendProgress } from '@/lib/submission/model';
import type { CheckSummary } from '@/lib/validation/model';
import { BLANK, heard, readingFrom, troubleOf, type DeskState } from './desk-state';

/** What a desk needs of the worker's client; `createIntakeClient` gives it. */
export interface IntakePort {
  call<N extends CallName>(name: N, take: CallTake<N>): Promise<CallGive<N>>;
  onEvent(listener: (event: IntakeEvent) => void): unknown;
}

const keyOf = (rules: Rules): string => JSON.stringify(rules);

/**
 * One per tab: the page's side of the worker. Keeps the latest news of every load, so that a screen which is left
 * and entered again finds its progress where it is.
 */
export class Desk {
  readonly #connect: () => IntakePort;
  readonly #now: () => number;
  #client: IntakePort | undefined;
  readonly #states = new Map<string, DeskState>();
  readonly #runs = new Map<string, number>();
  /** The rules that each load is being checked under. */
  readonly #underWay = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #hearers = new Set<(event: IntakeEvent) => void>();

  /** The worker is started by the first call or by `wake`, not by every page. */
  constructor(connect: () => IntakePort, now: () => number) {
    this.#connect = connect;
    this.#now = now;
  }

  #port(): IntakePort {
    if (this.#client === undefined) {
      this.#client = this.#connect();
      this.#client.onEvent((event) => this.#hear(event));
    }
    return this.#client;
  }

  /** Starts the worker, so that whoever chooses a file in a moment need not wait for it. */
  wake(): void {
    this.#port();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Every event as it comes, for whoever writes it down. */
  onEvent(hearer: (event: IntakeEvent) => void): () => void {
    this.#hearers.add(hearer);
    return () => void this.#hearers.delete(hearer);
  }

  state(loadId: string): DeskState {
    return this.#states.get(loadId) ?? BLANK;
  }

  /** Every load that is being sent at this moment. */
  sending(): readonly SendProgress[] {
    return [...this.#states.values()].flatMap(({ sending }) =>
      sending !== null && (sending.state === 'sending' || sending.state === 'pausing') ? [sending] : [],
    );
  }

  call<N extends CallName>(name: N, take: CallTake<N>): Promise<CallGive<N>> {
    return this.#port().call(name, take);
  }

  /** Takes a file in, opens again what was kept, or reads the head of an open one by another dialect. */
  async open(take: CallTake<'open'>): Promise<FileHead> {
    const { loadId } = take;
    this.#set(loadId, { opening: true, openTrouble: null, ...(take.file ? { keeping: null } : {}) });
    try {
      const head = await this.#port().call('open', take);
      this.#set(loadId, { head, opening: false, checked: null, checkTrouble: null });
      return head;
    } catch (error) {
      this.#set(loadId, { opening: false, openTrouble: troubleOf(error) });
      throw error;
    }
  }

  /** The head once more, when the whole text of a compressed file is there: what the sheets hold besides rows is known. */
  async #readHead(loadId: string): Promise<void> {
    try {
      const head = await this.#port().call('open', { loadId });
      this.#set(loadId, { head });
    } catch {
      // The head that is shown stays; whoever asks for rows is told what is wrong.
    }
  }

  isChecked(loadId: string, rules: Rules): boolean {
    return this.state(loadId).checked?.key === keyOf(rules);
  }

  /** The whole file under these rules; at once when they are the ones checked last. */
  async check(loadId: string, rules: Rules): Promise<CheckSummary> {
    const before = this.state(loadId).checked;
    return before?.key === keyOf(rules) ? before.summary : this.#checkAll(loadId, rules, 'told');
  }

  /** Begins the check that is likely asked for next. What goes wrong with it is for whoever asks. */
  checkAhead(loadId: string, rules: Rules): void {
    if (this.isChecked(loadId, rules) || this.#underWay.get(loadId) === keyOf(rules)) return;
    this.#checkAll(loadId, rules, 'untold').catch(() => undefined);
  }

  async #checkAll(loadId: string, rules: Rules, trouble: 'told' | 'untold'): Promise<CheckSummary> {
    const runId = this.#nextRun(loadId);
    const key = keyOf(rules);
    this.#underWay.set(loadId, key);
    this.#set(loadId, { checking: readingFrom(this.#now()), checkTrouble: null });
    try {
      const answer = this.#port().call('check', { loadId, runId, rules });
      return await this.#settle(loadId, runId, key, answer, trouble);
    } finally {
      if (this.#runs.get(loadId) === runId) this.#underWay.delete(loadId);
    }
  }

  /** After the edit of a few rows: no progress is shown, because what was not touched is not read again. */
  recheck(loadId: string, rules: Rules): Promise<CheckSummary> {
    const runId = this.#nextRun(loadId);
    const answer = this.#port().call('check', { loadId, runId, rules });
    return this.#settle(loadId, runId, keyOf(rules), answer, 'told');
  }

  async #settle(
    loadId: string,
    runId: number,
    key: string,
    answer: Promise<CheckSummary>,
    trouble: 'told' | 'untold',
  ) {
    const current = () => this.#runs.get(loadId) === runId;
    try {
      const summary = await answer;
      const version = this.state(loadId).version + 1;
      if (current()) this.#set(loadId, { checking: null, checked: { key, summary }, version });
      return summary;
    } catch (error) {
      const checkTrouble = trouble === 'told' ? troubleOf(error) : null;
      if (current()) this.#set(loadId, { checking: null, checkTrouble });
      throw error;
    }
  }

  /** Cuts, encodes and hashes every batch into the journal. */
  async freeze(take: CallTake<'freeze'>): Promise<Plan> {
    this.#set(take.loadId, { planning: readingFrom(this.#now()) });
    try {
      return await this.#port().call('freeze', take);
    } finally {
      this.#set(take.loadId, { planning: null });
    }
  }

  /** News that came as an answer instead of an event: sending begun, or what was in doubt settled. */
  takeProgress(progress: SendProgress): SendProgress {
    this.#set(progress.loadId, { sending: progress });
    return progress;
  }

  /** After a load was erased. */
  forget(loadId: string): void {
    this.#states.delete(loadId);
    this.#tell();
  }

  #nextRun(loadId: string): number {
    const run = (this.#runs.get(loadId) ?? 0) + 1;
    this.#runs.set(loadId, run);
    return run;
  }

  #hear(event: IntakeEvent): void {
    if (event.event !== 'ready') {
      const id = 'progress' in event ? event.progress.loadId : event.loadId;
      this.#set(id, heard(this.state(id), event, this.#runs.get(id)));
    }
    if (event.event === 'unpacking' && event.ended !== undefined) void this.#readHead(event.loadId);
    for (const hearer of this.#hearers) hearer(event);
  }

  #set(loadId: string, change: Partial<DeskState>): void {
    this.#states.set(loadId, { ...this.state(loadId), ...change });
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
