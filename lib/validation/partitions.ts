import type { OpenSpill, Spill } from '../files/ports';

const BITS = 6;
/** Parts a file's keys fall into by their hash: each is looked at alone, so memory holds a 64th of what was noted. */
export const PARTITIONS = 1 << BITS;
export const partitionOf = (hash: number): number => hash >>> (32 - BITS);

/** A full piece (64 KB); 64 of them are being filled at a time (4 MB). */
const PIECE_WORDS = 16_384;
const LEAST_WORDS = 48;
/** Pieces go out and come back up to 16 at a time: each call costs a private window 3 ms, however few the bytes. */
const PACK_WORDS = 16 * PIECE_WORDS;
/** Bytes of full pieces that stay in memory: with those being filled, the keys of some 900,000 rows. */
const IN_MEMORY = 8 * 1024 * 1024;

interface Piece {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly used: number;
}
interface Packed extends Piece {
  readonly part: number;
}
interface Written {
  readonly at: number;
  used: number;
}

/**
 * Records of 32-bit words in 64 parts, in the order they came, first in memory and beyond some megabytes in a spill.
 * A record never lies across two pieces. Where there is no spill, or it is full, all of it stays in memory.
 */
export class Partitions {
  private readonly open: Uint32Array<ArrayBuffer>[] = [];
  private readonly used = new Uint32Array(PARTITIONS);
  private readonly full: Piece[][] = [];
  private readonly written: Written[][] = [];
  /** Pieces whose words were written out, to be used again: the engine is slow to give back what lies outside its heap. */
  private readonly idle: Uint32Array<ArrayBuffer>[] = [];
  /** Where words stand on their way to the spill and back. */
  private pack = new Uint32Array(0);
  private heldBytes = 0;
  private end = 0;
  private spill: Spill | undefined;
  private isAsked = false;

  constructor(
    private readonly openSpill: OpenSpill,
    private readonly inMemory = IN_MEMORY,
  ) {}

  /** Where the room is that was asked for last. */
  into = this.pack;

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
    const pieces = this.full.flatMap((full, part) => full.map((piece) => ({ ...piece, part })));
    let packed: Packed[] = [];
    let words = 0;
    for (const piece of pieces) {
      if (words + piece.used > PACK_WORDS) {
        if (!this.moveOut(spill, packed)) return;
        packed = [];
        words = 0;
      }
      packed.push(piece);
      words += piece.used;
    }
    this.moveOut(spill, packed);
  }

  /** False when storage is full: what was written stays good, the rest stays in memory. */
  private moveOut(spill: Spill, packed: readonly Packed[]): boolean {
    const words = this.packOf(packed.reduce((sum, { used }) => sum + used, 0));
    let from = 0;
    for (const piece of packed) {
      words.set(piece.words.subarray(0, piece.used), from);
      from += piece.used;
    }
    try {
      spill.write(new Uint8Array(words.buffer, 0, from * 4), this.end);
    } catch {
      this.heldBytes = -Infinity;
      return false;
    }
    for (const piece of packed) {
      this.noteWritten(piece);
      this.full[piece.part]?.shift();
      this.heldBytes -= piece.words.byteLength;
      if (piece.words.length === PIECE_WORDS) this.idle.push(piece.words);
    }
    return true;
  }

  /** What a part has side by side in the spill comes back in one reading. */
  private noteWritten({ part, used }: Packed): void {
    const written = (this.written[part] ??= []);
    const last = written.at(-1);
    const isNext = last !== undefined && last.at + last.used * 4 === this.end;
    if (isNext && last.used + used <= PACK_WORDS) last.used += used;
    else written.push({ at: this.end, used });
    this.end += used * 4;
  }

  private packOf(words: number): Uint32Array<ArrayBuffer> {
    if (this.pack.length < words) this.pack = new Uint32Array(Math.max(words, PACK_WORDS));
    return this.pack;
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
      const into = this.packOf(used);
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
