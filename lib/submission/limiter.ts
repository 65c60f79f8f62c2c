/** Enough for 50 requests a second at answers of more than a second; beyond, more lanes only wait. */
export const MAX_LANES = 64;
export const START_LANES = 4;
/** Bytes of rows under way at once: what all lanes together hold in the worker's memory. */
export const MAX_BYTES = 24_000_000;

/**
 * Batches that waited this long (ms) for a turn show that the budget is used up: more lanes would only wait longer. Less
 * shows nothing: batches that travel together arrive together, and the last of sixteen waits 300 ms for its turn.
 */
const QUEUED_MS = 500;
/** Waiting this long (ms), they are on their way to being sent back; a lane is given up. */
const OVERFULL_MS = 2_000;
/** Answers that take this many times the quickest one (and 100 ms more) show that the other side is at its limit. */
const SLOWER = 2.5;
const SLACK_MS = 100;

/** What one clear answer tells of the road, in ms: how long Peak took, and before that our server's queue. */
export interface Passage {
  readonly peakMs: number;
  readonly waitedMs: number;
}

/**
 * How many batches may be under way at once. Grows with every round of answers that came quickly and without waiting for
 * a turn: twofold until the first sign that it is enough, by a quarter from then on. Stays where the budget is used or
 * answers slow down; gives lanes back before the server has to refuse, and when it did; falls to one when an answer is
 * lost, so that a dead line puts few batches in doubt.
 */
export class Limiter {
  #lanes: number;
  #clean = 0;
  #overfull = 0;
  #quickest = Infinity;
  /** Nothing has shown yet that there are lanes enough. */
  #isStarting = true;

  constructor(
    start = START_LANES,
    readonly max = MAX_LANES,
  ) {
    this.#lanes = Math.min(start, max);
  }

  get lanes(): number {
    return this.#lanes;
  }

  clean({ peakMs, waitedMs }: Passage): void {
    // Forgotten slowly, so that one lucky answer does not set the mark for hours.
    this.#quickest = Math.min(this.#quickest * 1.001, peakMs);
    const isEnough = waitedMs >= QUEUED_MS || peakMs > this.#quickest * SLOWER + SLACK_MS;
    if (isEnough) this.#isStarting = false;
    if (waitedMs >= OVERFULL_MS) {
      this.#overfull += 1;
      if (this.#overfull >= this.#lanes) this.slowDown();
    }
    if (isEnough || this.#lanes >= this.max) return;
    if (this.#isStarting) return void (this.#lanes += 1);
    this.#clean += 1;
    if (this.#clean < this.#lanes) return;
    this.#lanes = Math.min(this.max, this.#lanes + Math.max(1, this.#lanes >> 2));
    this.#clean = 0;
  }

  /** Told to come later, or about to be: a quarter fewer. */
  slowDown(): void {
    this.#isStarting = false;
    this.#lanes = Math.max(1, this.#lanes - Math.max(1, this.#lanes >> 2));
    this.#clean = 0;
    this.#overfull = 0;
  }

  lost(): void {
    this.#isStarting = false;
    this.#lanes = 1;
    this.#clean = 0;
    this.#overfull = 0;
  }
}
