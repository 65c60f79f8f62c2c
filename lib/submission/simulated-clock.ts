import type { Clock } from '../base/clock';

/**
 * Time that moves only when nothing else does: whenever the event loop has run dry, the next sleeper is woken and the
 * clock jumps to its hour. For tests; an hour of waiting takes milliseconds.
 */
export class SimulatedClock implements Clock {
  #now: number;
  #sleepers: { at: number; wake: () => void }[] = [];
  #ticking = false;

  constructor(start = 1_700_000_000_000) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Moves the clock by hand, as when a laptop sleeps. */
  jump(ms: number): void {
    this.#now += ms;
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const sleeper = { at: this.#now + Math.max(0, ms), wake: done };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', done);
      this.#tick();
    });
  }

  #tick(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    // Two turns: a macrotask that wakes others gets its chance before time moves.
    setTimeout(() => setTimeout(() => this.#advance(), 0), 0);
  }

  #advance(): void {
    this.#ticking = false;
    const next = this.#sleepers.reduce<{ at: number; wake: () => void } | undefined>(
      (first, sleeper) => (first && first.at <= sleeper.at ? first : sleeper),
      undefined,
    );
    if (!next) return;
    this.#now = Math.max(this.#now, next.at);
    next.wake();
    if (this.#sleepers.length > 0) this.#tick();
  }
}
