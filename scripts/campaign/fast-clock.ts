import { systemClock } from '@/lib/base/clock';
import type { Clock } from '@/lib/base/clock';

/** How much faster a tab's time runs than ours: minutes of patience pass in seconds. */
const FASTER = 25;

/** The tab's clock: real time, faster, and it can be set. A tab that is dead waits for ever. */
export class FastClock implements Clock {
  readonly #begun = Date.now();
  #set = 0;

  constructor(readonly isAlive: () => boolean = () => true) {}

  now(): number {
    return this.#begun + (Date.now() - this.#begun) * FASTER + this.#set;
  }

  jump(ms: number): void {
    this.#set += ms;
  }

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    await systemClock.wait(ms / FASTER, signal);
    if (!this.isAlive()) await new Promise(() => undefined);
  }
}
