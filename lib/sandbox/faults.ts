import type { FaultRule, Operation } from './control-contract';
import type { TenantName } from './tenant';

/** The connection breaks and no answer arrives: what `fetch` tells of by rejecting. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

interface Armed {
  readonly rule: FaultRule;
  /** Matching requests seen so far. */
  seen: number;
  hits: number;
}

export interface Seen {
  readonly tenant: TenantName;
  readonly operation: Operation;
  readonly table: string | undefined;
}

function matches(match: FaultRule['match'], request: Seen): boolean {
  return (
    (match.tenant ?? request.tenant) === request.tenant &&
    (match.operation ?? request.operation) === request.operation &&
    (match.table === undefined || match.table === request.table)
  );
}

/** Scripted faults. The first rule that matches a request and is not used up decides about it. */
export class Faults {
  #armed: Armed[] = [];
  readonly #revoked = new Set<TenantName>();
  #release = new AbortController();

  add(rules: readonly FaultRule[]): void {
    this.#armed.push(...rules.map((rule) => ({ rule, seen: 0, hits: 0 })));
  }

  clear(): void {
    this.#armed = [];
    this.#revoked.clear();
    this.#release.abort();
    this.#release = new AbortController();
  }

  /** Resolves when the faults are cleared. */
  cleared(): Promise<void> {
    const { signal } = this.#release;
    return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
  }

  list(): { rule: FaultRule; seen: number; hits: number }[] {
    return this.#armed.map((armed) => ({ ...armed }));
  }

  isRevoked(tenant: TenantName): boolean {
    return this.#revoked.has(tenant);
  }

  revoke(tenant: TenantName): void {
    this.#revoked.add(tenant);
  }

  /** Texts that rows of this request must not hold: to be accepted, or, once accepted, to be written. */
  unwanted(request: Seen, fault: 'rows-refused' | 'rows-fail-late'): readonly string[] {
    return this.#armed
      .map(({ rule }) => rule)
      .filter((rule) => rule.fault === fault && matches(rule.match, request))
      .flatMap(({ holding }) => holding ?? []);
  }

  /** What is to happen to this request; counts it. Refused tables of a rollout are asked for one by one. */
  strike(request: Seen, kind: 'request' | 'table'): FaultRule | undefined {
    let struck: FaultRule | undefined;
    for (const armed of this.#armed) {
      const { match, fault, times } = armed.rule;
      if (fault === 'rows-refused' || fault === 'rows-fail-late') continue;
      if ((fault === 'table-refused') !== (kind === 'table')) continue;
      if (!matches(match, request)) continue;
      armed.seen += 1;
      if (struck || armed.seen < (match.nth ?? 1) || armed.hits >= times) continue;
      armed.hits += 1;
      struck = armed.rule;
    }
    return struck;
  }
}
