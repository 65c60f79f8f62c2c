/** A browser opens six connections to one HTTP/1.1 origin; one more would only queue inside the browser. */
export const MAX_LANES = 6;
export const START_LANES = 4;

/**
 * How many batches may be under way at once. Grows by one after as many clean answers as there are lanes, twice over;
 * gives one back when told to slow down; falls to one when an answer is lost, so that a dead line puts few batches in
 * doubt.
 */
export class Limiter {
  #lanes: number;
  #clean = 0;

  constructor(
    start = START_LANES,
    readonly max = MAX_LANES,
  ) {
    this.#lanes = Math.min(start, max);
  }

  get lanes(): number {
    return this.#lanes;
  }

  clean(): void {
    this.#clean += 1;
    if (this.#clean < this.#lanes * 2 || this.#lanes >= this.max) return;
    this.#lanes += 1;
    this.#clean = 0;
  }

  slowDown(): void {
    this.#lanes = Math.max(1, this.#lanes - 1);
    this.#clean = 0;
  }

  lost(): void {
    this.#lanes = 1;
    this.#clean = 0;
  }
}
