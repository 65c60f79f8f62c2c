/** Long enough to be calm, short enough to follow a change. */
const WINDOW_MS = 10_000;

/** Rows settled per second over the last ten seconds, and what that means for the rest. */
export class Pace {
  readonly #marks: { at: number; rows: number }[] = [];
  #last = -Infinity;
  /** When rows came again after a silence that fills the window: a sleep is no part of the pace. */
  #again = -Infinity;

  note(rows: number, at: number): void {
    if (at - this.#last >= WINDOW_MS) this.#again = at;
    this.#last = at;
    this.#marks.push({ at, rows });
  }

  /** Rows per second; 0 when nothing was settled lately. */
  rate(now: number, since: number): number {
    while (this.#marks[0] && this.#marks[0].at < now - WINDOW_MS) this.#marks.shift();
    // What was settled at that very moment had been on its way before; the pace is what came after.
    const after = this.#again > since ? this.#marks.filter(({ at }) => at > this.#again) : [];
    const marks = after.length > 0 ? after : this.#marks;
    const rows = marks.reduce((sum, mark) => sum + mark.rows, 0);
    const spanMs = Math.min(WINDOW_MS, now - (after.length > 0 ? this.#again : since));
    return spanMs <= 0 ? 0 : (rows * 1000) / spanMs;
  }
}

/** Milliseconds until `rows` are settled at this rate (rows per second); undefined when it is not known. */
export const msLeft = (rows: number, rate: number): number | undefined =>
  rate > 0 ? Math.round((rows * 1000) / rate) : undefined;
