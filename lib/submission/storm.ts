import type { BatchEntry } from './model';

/** Batches refused whole, in a row and for one code, after which sending on only makes more failed rows. */
const STORM_BATCHES = 3;

/** The code most rows of a batch were refused with. */
function mainCode(entry: BatchEntry): string | undefined {
  const counts = new Map<string, number>();
  for (const { errors } of entry.rejected) {
    const code = errors[0]?.code;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let main: string | undefined;
  for (const [code, count] of counts) {
    if (main === undefined || count > (counts.get(main) ?? 0)) main = code;
  }
  return main;
}

/** Watches settled batches; `sees` returns true when batch after batch is refused whole for one cause. */
export class StormWatch {
  #code: string | undefined;
  #inRow = 0;

  sees(entry: BatchEntry): boolean {
    if (entry.state !== 'rejected') {
      this.#inRow = 0;
      return false;
    }
    const code = mainCode(entry);
    this.#inRow = code === this.#code ? this.#inRow + 1 : 1;
    this.#code = code;
    return this.#inRow >= STORM_BATCHES;
  }
}
