import { readFile, rename, writeFile } from 'node:fs/promises';
import type { PreparedRow } from '@/lib/intake/prepared';
import type { AtHand } from './at-hand';
import { RowTable } from './row-table';

/**
 * Rows kept at most: 12.6 MB on the disk and 25 MB of memory (90 at the worst, while rows are thrown out), however long the file is.
 * All rows of a smaller file are kept; of 5 million every eighth on average.
 */
export const MOST = 1_048_576;
const ALL = 2 ** 53;
const HEAD = [0x4f, 0x52, 0x4f, 0x57, 0, 0, 0, 1] as const;
const ENTRY_BYTES = 12;

/**
 * A row's content as a number below 2^53 (two lanes of FNV's kind, mixed at the end): a microsecond, where a
 * cryptographic hash takes three. That one of a million rows meets one of as many others by chance: one in 8,000.
 */
export function rowHash(json: string): number {
  let one = 0x811c9dc5;
  let two = 0x41c6ce57;
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  // 0 is for no row.
  return (two >>> 11) * 2 ** 32 + (one >>> 0) || 1;
}

/** What two files have in common, in rows; not `exact` where it was reckoned from a part of them. */
interface Shared {
  readonly rows: number;
  readonly exact: boolean;
  /** Of the rows that were compared, from 0 to 1: of this file's, or of the other one's that are there, whichever is more. */
  readonly share: number;
}

/**
 * Rows of a file by their content, wherever they stand: those whose hash lies below a limit, which is halved whenever they
 * become too many. So what one file keeps of a row, any other keeps of the same row, too. Equal rows of one file are one.
 */
export class RowSamples {
  /** By hash, the number of the first row that has it. */
  readonly #rows = new RowTable();
  #limit = ALL;

  constructor(readonly most = MOST) {}

  /** Whether every row is kept. */
  get isExact(): boolean {
    return this.#limit === ALL;
  }

  note(row: number, json: string): void {
    const hash = rowHash(json);
    if (hash >= this.#limit) return;
    this.#rows.add(hash, row);
    while (this.#rows.size > this.most) {
      this.#limit /= 2;
      this.#rows.keepBelow(this.#limit);
    }
  }

  /** Which rows of this file are in the other one, as far as they are `there` by their number in that. */
  sharedWith(other: RowSamples, there: (row: number) => boolean): Shared {
    const limit = Math.min(this.#limit, other.#limit);
    let [here, of, found] = [0, 0, 0];
    this.#rows.forEach((hash) => {
      if (hash < limit) here += 1;
    });
    other.#rows.forEach((hash, row) => {
      if (hash >= limit || !there(row)) return;
      of += 1;
      if (this.#rows.get(hash) !== undefined) found += 1;
    });
    const rows = Math.round(found * (ALL / limit));
    return { rows, exact: limit === ALL, share: found === 0 ? 0 : found / Math.min(here, of) };
  }

  encoded(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(HEAD.length + 8 + this.#rows.size * ENTRY_BYTES);
    const view = new DataView(bytes.buffer);
    bytes.set(HEAD);
    view.setFloat64(HEAD.length, this.#limit);
    let at = HEAD.length + 8;
    this.#rows.forEach((hash, row) => {
      view.setFloat64(at, hash);
      view.setUint32(at + 8, row);
      at += ENTRY_BYTES;
    });
    return bytes;
  }

  /** Undefined for what is none, or torn. */
  static decode(bytes: Uint8Array): RowSamples | undefined {
    const from = HEAD.length + 8;
    const isWhole = bytes.length >= from && (bytes.length - from) % ENTRY_BYTES === 0;
    if (!isWhole || HEAD.some((byte, at) => bytes[at] !== byte)) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const samples = new RowSamples();
    samples.#limit = view.getFloat64(HEAD.length);
    for (let at = from; at < bytes.length; at += ENTRY_BYTES)
      samples.#rows.add(view.getFloat64(at), view.getUint32(at + 8));
    return samples;
  }
}

export async function keepSamples(path: string, samples: RowSamples): Promise<void> {
  await writeFile(`${path}.new`, samples.encoded(), { flush: true });
  await rename(`${path}.new`, path);
}

/** Undefined of a load that an older version began, or where a crash tore them. */
export async function samplesAt(path: string): Promise<RowSamples | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && RowSamples.decode(bytes);
}

async function* noting(
  blocks: AsyncIterable<readonly PreparedRow[]>,
  samples: RowSamples,
): AsyncGenerator<readonly PreparedRow[]> {
  for await (const block of blocks) {
    for (const { row, json } of block) if (json !== null) samples.note(row, json);
    yield block;
  }
}

/** The file at hand, whose rows are noted as a walk over all of them passes; planning makes one. */
export const sampled = (hand: Pick<AtHand, 'ports'>, samples: RowSamples): Pick<AtHand, 'ports'> => ({
  ports(loads) {
    const ports = hand.ports(loads);
    return {
      ...ports,
      async prepared(loadId, rules) {
        const rows = await ports.prepared(loadId, rules);
        return {
          ...rows,
          walk(span, ...more) {
            const blocks = rows.walk(span, ...more);
            return span.firstRow === undefined ? noting(blocks, samples) : blocks;
          },
        };
      },
    };
  },
});
