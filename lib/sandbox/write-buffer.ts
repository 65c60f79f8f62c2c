import type { Clock } from '../base/clock';
import type { StoredTable } from './sql';
import type { Warehouse, Write } from './warehouse';

interface Held {
  readonly write: Write;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
}

/**
 * Accepted is not written (§4.3): rows wait here until their time has come, in the order in which they were accepted.
 * With a delay of 0 the promise of `accept` says that they are in the warehouse.
 */
export class WriteBuffer {
  #held: Held[] = [];
  readonly #closing = new AbortController();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly clock: Clock,
    private readonly report: (error: unknown) => void,
  ) {}

  async accept(write: Write, delayMs: number): Promise<void> {
    if (delayMs <= 0) {
      const before = this.flush();
      await Promise.all([before, this.warehouse.write(write)]);
      return;
    }
    this.#held.push({ write, dueAt: this.clock.now() + delayMs });
    void this.clock
      .wait(delayMs, this.#closing.signal)
      .then(() => this.#flushDue())
      .catch(this.report);
  }

  /** Rows that are accepted and not yet on their way into the warehouse. */
  pending(table: StoredTable): number {
    return this.#held
      .filter(({ write }) => write.table.schema === table.schema && write.table.name === table.name)
      .reduce((rows, { write }) => rows + write.rows.length, 0);
  }

  async #flushDue(): Promise<void> {
    const now = this.clock.now();
    const later = this.#held.findIndex(({ dueAt }) => dueAt > now);
    await this.#writeFirst(later < 0 ? this.#held.length : later);
  }

  async flush(): Promise<void> {
    await this.#writeFirst(this.#held.length);
  }

  /** Drops what a tenant still has waiting; its tables are about to go. */
  forget(schemas: ReadonlySet<string>): void {
    this.#held = this.#held.filter(({ write }) => !schemas.has(write.table.schema));
  }

  async #writeFirst(count: number): Promise<void> {
    const due = this.#held.slice(0, count);
    this.#held = this.#held.slice(count);
    await Promise.all(due.map(({ write }) => this.warehouse.write(write)));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.flush();
  }
}
