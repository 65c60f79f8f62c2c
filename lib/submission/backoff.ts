/** First wait in ms after a failure nobody gave a time for; it doubles from there. Our own choice (§4.7 names none). */
const BASE_MS = 500;
const CAP_MS = 30_000;
/** Failures in a row, without any batch settled in between, after which a person should look. About two minutes. */
export const TRIES = 8;
/** For APPEND each further try can put another batch in doubt, so far fewer are made. */
export const DOUBTFUL_TRIES = 3;
/** Told to come back soon, again and again, so many failures are over in seconds; a storm takes longer. */
const STORM_MS = 2 * 60_000;
/** In such a storm nobody is asked again sooner, whatever time was told: 1 ms would be 20,000 requests. */
const STORM_WAIT_MS = 1_000;
/** A wait longer than this is a decision for a person, not for a loop. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Milliseconds to wait after failure number `failures` (1-based). What the other side asked for wins and is not
 * jittered; else, and where it asked for no time at all (0, or a date that has passed), full jitter over a doubling
 * span, so that several senders do not come back together.
 */
export function waitMs(failures: number, afterMs: number | undefined, random: () => number): number {
  if (afterMs) return afterMs;
  return Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** (failures - 1)));
}

/** How often a run has failed without progress, and until when it holds still. */
export class Patience {
  #failures = 0;
  #round = 0;
  /** No request leaves before this moment, ms since the epoch. */
  #notBefore = 0;
  #asked = 0;
  #seen = 0;
  /** When the first of the failures in a row came. */
  #since = 0;

  constructor(readonly random: () => number) {}

  /** Given to every request as it leaves: failures of requests that were under way together count once. */
  get round(): number {
    return this.#round;
  }

  /** Milliseconds until a request may leave, 0 or less when one may. A clock that was set back does not lengthen it. */
  left(now: number): number {
    const setBack = Math.max(0, this.#seen - now);
    this.#notBefore -= setBack;
    this.#asked -= setBack;
    this.#since -= setBack;
    this.#seen = now;
    return this.#notBefore - now;
  }

  /** Until when the other side has asked to wait (`heard`), ms since the epoch; 0 before it did. */
  get asked(): number {
    return this.#asked;
  }

  /** Failures in a row, without any batch settled in between. */
  get failures(): number {
    return this.#failures;
  }

  progress(): void {
    this.#failures = 0;
  }

  /** Notes that the other side itself asked to wait, in ms. */
  heard(afterMs: number, now: number): void {
    this.#asked = Math.max(this.#asked, now + afterMs);
  }

  /** Notes a failure of a request of `round`; false when it is time to give up after `tries` failures in a row. */
  failed(round: number, afterMs: number | undefined, tries: number, now: number): boolean {
    this.left(now);
    if (round === this.#round) {
      this.#round += 1;
      this.#failures += 1;
      if (this.#failures === 1) this.#since = now;
    }
    const told = waitMs(Math.max(1, this.#failures), afterMs, this.random);
    const isUsual = this.#failures < tries;
    const wait = isUsual ? told : Math.max(told, STORM_WAIT_MS);
    this.#notBefore = Math.max(this.#notBefore, now + wait);
    const isStorm = afterMs !== undefined && tries >= TRIES && now - this.#since < STORM_MS;
    return (isUsual || isStorm) && wait <= LONGEST_WAIT_MS;
  }
}
