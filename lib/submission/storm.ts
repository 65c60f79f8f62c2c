import type { BatchEntry } from './model';

/** Batches refused, in a row and for one code, after which sending on only makes more failed rows. */
const STORM_BATCHES = 3;

/** Share of a batch's rows that must be refused for one code; what is left may be rows that happen to fit. */
const MOSTLY = 0.8;

/** The code that nearly all rows of a batch were refused with, when there is one. */
function mainCode({ rejected, rows }: BatchEntry): string | undefined {
  const counts = new Map<string, number>();
  for (const { errors } of rejected) {
    const code = errors[0]?.code;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [code, count] of counts) if (count >= rows * MOSTLY) return code;
  return undefined;
}

/** Watches settled batches; `sees` returns true when batch after batch is refused (nearly) whole for one cause. */
export class StormWatch {
  #code: string | undefined;
  #inRow = 0;

  sees(entry: BatchEntry): boolean {
    const code = mainCode(entry);
    this.#inRow = code === undefined ? 0 : code === this.#code ? this.#inRow + 1 : 1;
    this.#code = code;
    return this.#inRow >= STORM_BATCHES;
  }
}
