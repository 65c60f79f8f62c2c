/** A cell to show: the user's own row and the text, cut and free of the file's memory. */
export interface Sample {
  readonly row: number;
  readonly value: string;
}

const SAMPLES = 3;
const CHARACTERS = 200;

/** A text of its own: a piece cut from a file's text would keep the whole piece in memory. */
export function detached(text: string): string {
  return Array.from(text.slice(0, CHARACTERS)).join('');
}

/** A count of cells and the first few of them, in file order. What was counted can be taken back. */
export class Tally {
  count = 0;
  samples: Sample[] = [];

  add(row: number, text: string, weight: 1 | -1): void {
    this.count += weight;
    if (weight < 0) {
      const at = this.samples.findIndex((sample) => sample.row === row);
      if (at >= 0) this.samples.splice(at, 1);
      return;
    }
    if (this.samples.length >= SAMPLES && row > (this.samples.at(-1)?.row ?? 0)) return;
    this.samples.push({ row, value: detached(text) });
    this.samples.sort((a, b) => a.row - b.row).splice(SAMPLES);
  }
}

/** Counts of different texts, the first ones up to a number; `more` says that others were not kept. */
export class Texts {
  readonly counts = new Map<string, number>();
  more = false;
  constructor(private readonly most: number) {}

  add(text: string, weight: 1 | -1): void {
    const count = this.counts.get(text);
    if (count === undefined && this.counts.size >= this.most) this.more = true;
    else this.counts.set(count === undefined ? detached(text) : text, (count ?? 0) + weight);
  }

  /** Texts that still count, most often first. */
  list(): string[] {
    return [...this.counts]
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([text]) => text);
  }
}
