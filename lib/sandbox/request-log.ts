import type { RequestCount } from './control-contract';

interface Noted {
  readonly tenant: string;
  readonly operation: string;
  readonly table: string | undefined;
  /** Status, or `lost`. */
  readonly outcome: string;
}

/** Names beyond this many are counted together, so that memory cannot grow with whatever is asked for. */
const MOST_KINDS = 10_000;

/** Counts requests by kind and outcome. Never what they held. */
export class RequestLog {
  #counts = new Map<string, RequestCount>();

  note({ tenant, operation, table, outcome }: Noted): void {
    const named = this.#counts.size < MOST_KINDS ? (table ?? null) : null;
    const key = JSON.stringify([tenant, operation, named, outcome]);
    const requests = (this.#counts.get(key)?.requests ?? 0) + 1;
    this.#counts.set(key, { tenant, operation, table: named, outcome, requests });
  }

  list(): RequestCount[] {
    return [...this.#counts.values()];
  }

  clear(): void {
    this.#counts.clear();
  }
}
