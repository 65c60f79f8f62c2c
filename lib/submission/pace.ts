/** Long enough to be calm, short enough to follow a change. */
const WINDOW_MS = 10_000;

/** Rows settled per second over the last ten seconds, and what that means for the rest. */
export class Pace {
  readonly #marks: { at: number; rows: number }[] = [];

  note(rows: number, at: number): void {
    this.#marks.push({ at, rows });
  }

  /** Rows per second; 0 when nothing was settled lately. */
  rate(now: number, since: number): number {
    while (this.#marks[0] && this.#marks[0].at < now - WINDOW_MS) this.#marks.shift();
    const rows = this.#marks.reduce((sum, mark) => sum + mark.rows, 0);
    const spanMs = Math.min(WINDOW_MS, now - since);
    return spanMs <= 0 ? 0 : (rows * 1000) / spanMs;
  }
}

/** Milliseconds until `rows` are settled at this rate (rows per second); undefined when it is not known. */
export const msLeft = (rows: number, rate: number): number | undefined =>
  rate > 0 ? Math.round((rows * 1000) / rate) : undefined;
