import type { Clock } from '../base/clock';
import { giveBack, type ByteSource } from '../files/source';

/**
 * Slices of 4 MB (`fingerprintSource`) that lie about at most, on their way or not looked at yet: enough for the time
 * between the choice of a file and the beginning of its check.
 */
export const MOST_PASSED = 6;
/** Bytes of a slice's end that are put before the beginning of the next one, since a row may be in both. */
const SHORT = 64 * 1024;

/** After so much waiting in all the copy is slower than whoever reads, who reads by himself from then on. In ms. */
const MOST_WAITED_MS = 500;

export interface PassedSlice {
  /** Place of the first byte in the file. */
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Tells whoever copies that one slice less lies about. */
  readonly goOn: () => void;
}

/** A source for one reading of the whole file from its start; `end` is to be called after it, however it went. */
export interface Followed extends ByteSource {
  end(): void;
}

/**
 * The slices of a file on their way from the worker that copies it to the check, which else would fetch every byte a
 * second time and wait for it. A copy never waits for a check that has not begun: the slices are dropped then, and so are
 * all that come after the check.
 */
export class PassedSlices {
  private readonly held: PassedSlice[] = [];
  /** How often a slice is looked at; it is given back after the last time. */
  private readonly views = new Map<ArrayBuffer, { count: number; isLast: boolean }>();
  private state: 'none' | 'begun' | 'followed' | 'over' = 'none';
  private wake: () => void = () => undefined;

  private waitedMs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly short = SHORT,
  ) {}

  /** Somebody passes slices from now on, and must `close` unless all of them came. */
  begin(): void {
    if (this.state === 'none') this.state = 'begun';
  }

  /** Slices must come in order, without gaps. */
  arrive(slice: PassedSlice): void {
    if (this.state === 'over') return drop(slice);
    this.held.push(slice);
    this.wake();
    if (this.state !== 'followed' && this.held.length >= MOST_PASSED) this.close();
  }

  /** Undefined when no slices come, or the first is gone. What is asked for and does not come is read from `source`. */
  follow(source: ByteSource): Followed | undefined {
    if (this.state !== 'begun') return undefined;
    this.state = 'followed';
    return {
      size: source.size,
      read: (from, to) => source.read(from, to),
      readSome: async (from, to) => (await this.next(from, source.size)) ?? source.read(from, to),
      release: (bytes) => {
        if (!this.release(bytes.buffer)) source.release?.(bytes);
      },
      end: () => this.end(),
    };
  }

  /** No slice is held or waited for any more. */
  close(): void {
    this.state = 'over';
    for (const slice of this.held.splice(0)) {
      if (this.views.has(slice.bytes.buffer)) this.leave(slice);
      else drop(slice);
    }
    this.wake();
  }

  /** The reading is over, so nobody looks at what it left without a word, as it does when it is ended early. */
  private end(): void {
    this.close();
    for (const buffer of this.views.keys()) giveBack(buffer);
    this.views.clear();
  }

  private async next(from: number, size: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    let slice = await this.heldAt(0);
    while (slice !== undefined && from >= slice.at + slice.bytes.length) {
      this.held.shift();
      this.leave(slice);
      slice = await this.heldAt(0);
    }
    if (slice === undefined) return undefined;
    // Whoever went back reads by himself from here on, and the copy goes on without him.
    if (from < slice.at) {
      this.close();
      return undefined;
    }
    const rest = slice.bytes.subarray(from - slice.at);
    if (rest.length < this.short && from + rest.length < size) {
      const following = await this.heldAt(1);
      return following && joined(rest, following.bytes.subarray(0, this.short));
    }
    const { buffer } = rest;
    this.views.set(buffer, { count: (this.views.get(buffer)?.count ?? 0) + 1, isLast: false });
    return rest;
  }

  private async heldAt(n: number): Promise<PassedSlice | undefined> {
    while (this.held.length <= n && this.state !== 'over') {
      const began = this.clock.now();
      const woken = new AbortController();
      this.wake = () => woken.abort();
      await this.clock.wait(MOST_WAITED_MS - this.waitedMs, woken.signal);
      this.waitedMs += this.clock.now() - began;
      if (this.held.length <= n && this.waitedMs >= MOST_WAITED_MS) this.close();
    }
    return this.held[n];
  }

  /** Nobody will ask for this slice again. */
  private leave({ bytes, goOn }: PassedSlice): void {
    goOn();
    const views = this.views.get(bytes.buffer);
    if (views !== undefined) views.isLast = true;
    this.giveBackLeft(bytes.buffer);
  }

  /** False of what is none of these slices. */
  private release(buffer: ArrayBuffer): boolean {
    const views = this.views.get(buffer);
    if (views === undefined) return false;
    views.count -= 1;
    this.giveBackLeft(buffer);
    return true;
  }

  private giveBackLeft(buffer: ArrayBuffer): void {
    const views = this.views.get(buffer);
    if (views !== undefined && (views.count > 0 || !views.isLast)) return;
    this.views.delete(buffer);
    giveBack(buffer);
  }
}

function drop({ bytes, goOn }: PassedSlice): void {
  giveBack(bytes.buffer);
  goOn();
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
