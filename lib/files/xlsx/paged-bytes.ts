import { damaged } from '../inflate';
import type { Spill } from '../ports';
import { SourceError } from '../source';
import type { ByteSink } from './byte-sink';

const BLOCK_BITS = 16;
const BLOCK = 2 ** BLOCK_BITS;
/** Blocks that stay in memory: those filled first, because texts that return often came early. 16 MB. */
const KEPT = 256;
/** Blocks of the others that are in memory at a time. 16 MB. */
const LENT = 256;
/** Where nothing can be put aside, all of it stays in memory up to here; beyond it a browser would end the tab. */
const MOST_HELD = 2 ** 30 / BLOCK;
/** Places are told in 32 bits. */
const MOST_BYTES = 2 ** 32 - 1;

/** Bytes added one after another and read anywhere. Beyond 32 MB they go to a spill, once there is one. */
export class PagedBytes {
  length = 0;
  private readonly blocks: (Uint8Array<ArrayBuffer> | undefined)[] = [];
  private spill: Spill | undefined;
  /** Of each block in memory that was read from the spill, its number; the oldest gives way. */
  private readonly lent: number[] = [];
  private next = 0;

  /** Whether bytes wait to be put aside. */
  get isFull(): boolean {
    return this.spill === undefined && this.blocks.length > KEPT + LENT;
  }

  /** From here on bytes are put aside; what waited goes at once. Closed with this. */
  spillTo(spill: Spill): void {
    this.spill = spill;
    for (let at = KEPT; at < this.blocks.length - 1; at++) this.putAside(at);
  }

  close(): void {
    this.spill?.close();
    this.spill = undefined;
    this.blocks.length = 0;
  }

  /** Throws `SourceError` when there is no room. */
  add(bytes: Uint8Array, count: number): void {
    if (this.length + count > MOST_BYTES) throw new SourceError('file-inflates-too-much');
    for (let done = 0; done < count;) {
      const at = this.length & (BLOCK - 1);
      if (at === 0) this.begin();
      const some = Math.min(count - done, BLOCK - at);
      const block = this.blocks[this.blocks.length - 1];
      if (some > 64) block?.set(bytes.subarray(done, done + some), at);
      // Most are short, for which a loop is quicker than a call into the engine.
      else if (block !== undefined) for (let n = 0; n < some; n++) block[at + n] = bytes[done + n] ?? 0;
      done += some;
      this.length += some;
    }
  }

  /** Adds the bytes `from` to `to` to a sink. */
  copyTo(sink: ByteSink, from: number, to: number): void {
    for (let at = from; at < to;) {
      const number = at >>> BLOCK_BITS;
      const block = this.blocks[number] ?? this.fetch(number);
      const start = at & (BLOCK - 1);
      const some = Math.min(to - at, BLOCK - start);
      sink.copy(block, start, start + some);
      at += some;
    }
  }

  private begin(): void {
    const whole = this.blocks.length - 1;
    if (this.spill !== undefined && whole >= KEPT) this.putAside(whole);
    else if (whole >= MOST_HELD) throw new SourceError('no-room-to-unpack');
    this.blocks.push(new Uint8Array(BLOCK));
  }

  private putAside(number: number): void {
    const block = this.blocks[number];
    if (block === undefined) return;
    try {
      this.spill?.write(block, number * BLOCK);
    } catch (cause) {
      throw new SourceError('no-room-to-unpack', { cause });
    }
    this.blocks[number] = undefined;
  }

  private fetch(number: number): Uint8Array<ArrayBuffer> {
    if (this.spill === undefined) throw damaged();
    const slot = this.next;
    this.next = (slot + 1) % LENT;
    const former = this.lent[slot];
    const block = (former === undefined ? undefined : this.blocks[former]) ?? new Uint8Array(BLOCK);
    if (former !== undefined) this.blocks[former] = undefined;
    this.spill.read(block, number * BLOCK);
    this.lent[slot] = number;
    this.blocks[number] = block;
    return block;
  }
}
