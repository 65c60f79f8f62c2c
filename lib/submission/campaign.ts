import { planOf } from './journal/suite-plans';
import { Ledger } from './account';
import { Engine } from './engine';
import { memoryJournal } from './journal/memory';
import type { Account, Batch, BatchEntry, PauseReason, Plan } from './model';
import { payloadsFrom } from './payloads';
import { cutPlan } from './plan';
import type { PretendPeak } from './pretend-peak';
import { pretendRows } from './pretend-peak';
import type { Journal, ServerLedger, Transport } from './ports';
import { sendable } from './sendable';
import { sha256Over } from './sha256';
import type { SimulatedClock } from './simulated-clock';

const sha256 = sha256Over(crypto.subtle);

/** One load against a pretended Peak, as a tab would run it: plan, run, die, run again. For tests. */
export class Trial {
  journal: Journal = memoryJournal();
  plan!: Plan;
  batches: readonly Batch[] = [];
  /** Every account that was shown, to be held against the law. */
  readonly accounts: Account[] = [];
  readonly settled: BatchEntry[] = [];
  engine: Engine | undefined;

  constructor(
    readonly values: readonly (string | null)[],
    readonly operation: 'UPSERT' | 'APPEND',
    readonly clock: SimulatedClock,
    readonly peak: PretendPeak,
    readonly rowsPerBatch = 3,
  ) {}

  async freeze(): Promise<this> {
    const limits = { rowsPerBatch: this.rowsPerBatch, maxBodyBytes: 1_000_000 };
    const rows = pretendRows(this.values).walk({}, new AbortController().signal);
    const { batches, counts } = await cutPlan('load', rows, limits, sha256);
    const checked = {
      rows: this.values.length,
      ready: this.values.filter((value) => value !== null).length,
      held: this.values.filter((value) => value === null).length,
      skipped: 0,
      superseded: 0,
    };
    this.plan = planOf('load', batches, { operation: this.operation, counts, checked });
    this.batches = batches;
    await this.journal.freeze(this.plan, batches);
    return this;
  }

  async ledger(): Promise<Ledger> {
    // Parts of a batch that was too large come to those of the plan.
    this.batches = await this.journal.batches('load');
    return new Ledger(this.plan, this.batches, await this.journal.entries('load'));
  }

  /**
   * Recovers and runs until it stands still. `killed` ends it like a dead tab: nothing it began is waited for, and
   * nothing it does later reaches the journal.
   */
  async run(
    options: {
      transport?: Transport;
      killed?: Promise<void>;
      values?: readonly (string | null)[];
      journal?: Journal;
      ledger?: ServerLedger;
      onChange?: (entry: BatchEntry) => void;
      onAsked?: () => void;
    } = {},
  ): Promise<PauseReason | undefined | 'killed'> {
    await this.journal.recover('load');
    const ledger = await this.ledger();
    const queue = sendable(this.batches, ledger, this.clock.now());
    const payloads = payloadsFrom(pretendRows(options.values ?? this.values), queue, 100_000);
    let alive = true;
    const own = options.journal ?? this.journal;
    const forEver = new Promise<never>(() => undefined);
    const guarded: Journal = {
      ...own,
      intend: (...args) => (alive ? own.intend(...args) : forEver),
      settle: (entry) => (alive ? own.settle(entry) : forEver),
      split: (...args) => (alive ? own.split(...args) : forEver),
    };
    this.engine = new Engine(
      {
        transport: options.transport ?? this.peak,
        ledger: options.ledger,
        journal: guarded,
        payloads,
        clock: this.clock,
        sha256,
        random: () => 0.5,
      },
      {
        ledger,
        queue,
        connectionId: this.plan.connectionId,
        primaryKey: ['ID'],
        ...(options.onAsked === undefined ? {} : { onAsked: options.onAsked }),
        onChange: (entry) => {
          this.accounts.push(ledger.account());
          if (entry.state !== 'sending') this.settled.push(entry);
          options.onChange?.(entry);
        },
      },
    );
    const run = this.engine.run();
    if (!options.killed) return run;
    const ended = await Promise.race([run, options.killed.then(() => 'killed' as const)]);
    if (ended === 'killed') alive = false;
    return ended;
  }
}
