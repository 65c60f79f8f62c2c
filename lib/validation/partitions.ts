import type { OpenSpill, Spill } from '../files/ports';

const BITS = 6;
/** Parts a file's keys fall into by their hash: each is looked at alone, so memory holds a 64th of what was noted. */
export const PARTITIONS = 1 << BITS;
export const partitionOf = (hash: number): number => hash >>> (32 - BITS);

/** A full piece (64 KB): each costs a round to the browser's storage, and 64 of them are being filled at a time (4 MB). */
const PIECE_WORDS = 16_384;
const LEAST_WORDS = 48;
/** Bytes of full pieces that stay in memory: with those being filled, the keys of 150,000 rows and more. */
const IN_MEMORY = 1024 * 1024;

interface Piece {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly used: number;
}
interface Written {
  readonly at: number;
  readonly used: number;
}

/**
 * Records of 32-bit words in 64 parts, in the order they came, first in memory and beyond a few megabytes in a spill.
 * A record never lies across two pieces. Where there is no spill, or it is full, all of it stays in memory.
 */
export class Partitions {
  private readonly open: Uint32Array<ArrayBuffer>[] = [];
  private readonly used = new Uint32Array(PARTITIONS);
  private readonly full: Piece[][] = [];
  private readonly written: Written[][] = [];
  /** Pieces whose words were written out, to be used again: the engine is slow to give back what lies outside its heap. */
  private readonly idle: Uint32Array<ArrayBuffer>[] = [];
  private readonly scratch = new Uint32Array(PIECE_WORDS);
  private heldBytes = 0;
  private end = 0;
  private spill: Spill | undefined;
  private isAsked = false;

  constructor(
    private readonly openSpill: OpenSpill,
    private readonly inMemory = IN_MEMORY,
  ) {}

  /** Where the room is that was asked for last. */
  into = this.scratch;

  /** Makes room for a record of so many words at the end of a part; they are to be set at once, in `into` from here on. */
  room(part: number, words: number): number {
    let into = this.open[part];
    let from = this.used[part] ?? 0;
    if (into === undefined || from + words > into.length) {
      into = this.next(part, words);
      from = 0;
    }
    this.used[part] = from + words;
    this.into = into;
    return from;
  }

  private next(part: number, words: number): Uint32Array<ArrayBuffer> {
    const former = this.open[part];
    if (former !== undefined) {
      (this.full[part] ??= []).push({ words: former, used: this.used[part] ?? 0 });
      this.heldBytes += former.byteLength;
    }
    const wanted = Math.max(words, Math.min(PIECE_WORDS, 2 * (former?.length ?? LEAST_WORDS / 2)));
    const made = (wanted === PIECE_WORDS ? this.idle.pop() : undefined) ?? new Uint32Array(wanted);
    this.open[part] = made;
    return made;
  }

  /** To be called now and then while records come: moves full pieces out of memory when they are many. */
  async relieve(): Promise<void> {
    if (this.heldBytes <= this.inMemory) return;
    if (!this.isAsked) {
      this.isAsked = true;
      this.spill = await this.openSpill();
    }
    const { spill } = this;
    if (spill === undefined) return;
    for (const [part, pieces] of this.full.entries()) {
      while (pieces?.[0] !== undefined) {
        const [{ words, used }] = pieces;
        try {
          spill.write(new Uint8Array(words.buffer, 0, used * 4), this.end);
        } catch {
          // Storage is full: what was written stays good, the rest stays in memory.
          this.heldBytes = -Infinity;
          return;
        }
        (this.written[part] ??= []).push({ at: this.end, used });
        this.end += used * 4;
        this.heldBytes -= words.byteLength;
        if (words.length === PIECE_WORDS) this.idle.push(words);
        pieces.shift();
      }
    }
  }

  /** Words noted in a part. */
  size(part: number): number {
    const sum = (pieces: readonly { readonly used: number }[] | undefined) =>
      (pieces ?? []).reduce((total, { used }) => total + used, 0);
    return sum(this.written[part]) + sum(this.full[part]) + (this.used[part] ?? 0);
  }

  /** The pieces of a part, oldest first; each is good until the next one is asked for. */
  *pieces(part: number): Generator<Uint32Array> {
    for (const { at, used } of this.written[part] ?? []) {
      const { spill } = this;
      if (spill === undefined) throw new Error('the spill of the keys is closed');
      const into = used > PIECE_WORDS ? new Uint32Array(used) : this.scratch;
      spill.read(new Uint8Array(into.buffer, 0, used * 4), at);
      yield into.subarray(0, used);
    }
    for (const { words, used } of this.full[part] ?? []) yield words.subarray(0, used);
    const last = this.open[part];
    if (last !== undefined) yield last.subarray(0, this.used[part]);
  }

  close(): void {
    this.spill?.close();
    this.spill = undefined;
  }
}
