/**
 * A bucket of tokens: as many at once as one second allows, refilled evenly. How Peak counts its 50 a second is not
 * published (§4.2); gateways of its kind count this way.
 */
export class RateBucket {
  #tokens: number | undefined;
  #at = 0;

  /** Takes one token at `now` (ms); otherwise milliseconds until there is one. `rate` 0 lifts the limit. */
  take(now: number, rate: number): number {
    if (rate <= 0) return 0;
    const room = Math.max(rate, 1);
    const filled = (this.#tokens ?? room) + (Math.max(0, now - this.#at) * rate) / 1_000;
    this.#tokens = Math.min(room, filled);
    this.#at = now;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) * 1_000) / rate);
    this.#tokens -= 1;
    return 0;
  }
}
