import { RowSet } from './growing';
import { Hashes } from './key-groups';
import { Partitions, PARTITIONS, partitionOf } from './partitions';
import type { OpenSpill } from '../files/ports';

/** Words of a record: both halves of the key's hash and the row's place. */
const RECORD = 3;
/** Edited rows that are kept beside the records; beyond that the records are written anew (some 2 MB). */
export const MOST_MOVED = 20_000;

/**
 * Which rows may share a key: a record of 12 bytes for each row that competes for one, in memory while they are few and
 * in a spill beyond. What it names are candidates; whether their keys are equal, their texts decide (KeySettler).
 */
export class KeyLog {
  private readonly records: Partitions;
  /** Rows noted again after the pass, with the hash of the key they have now; null when they compete for none. */
  private readonly moved = new Map<number, readonly [number, number] | null>();
  private touched = new Hashes();
  private isWhole = false;

  constructor(openSpill: OpenSpill, inMemory?: number) {
    this.records = new Partitions(openSpill, inMemory);
  }

  put(at: number, h0: number, h1: number): void {
    if (this.isWhole) {
      this.moved.set(at, [h0, h1]);
      this.touched.add(h0, h1);
      return;
    }
    const from = this.records.room(partitionOf(h0), RECORD);
    const { into } = this.records;
    into[from] = h0;
    into[from + 1] = h1;
    into[from + 2] = at;
  }

  /** The row competes for no key (any more). */
  drop(at: number): void {
    if (this.isWhole) this.moved.set(at, null);
  }

  /** The row had this key until now. */
  leave(h0: number, h1: number): void {
    if (this.isWhole) this.touched.add(h0, h1);
  }

  get tooManyMoved(): boolean {
    return this.moved.size > MOST_MOVED;
  }

  relieve(): Promise<void> {
    return this.records.relieve();
  }

  close(): void {
    this.records.close();
  }

  /** After the pass: every row whose hash another row has too. From here on what is noted are changes. */
  candidates(): RowSet {
    this.isWhole = true;
    const found = new RowSet();
    const table = new HashTable();
    for (let part = 0; part < PARTITIONS; part++) {
      table.clear(this.records.size(part) / RECORD);
      for (const words of this.records.pieces(part)) {
        for (let at = 0; at < words.length; at += RECORD) {
          const place = words[at + 2] ?? 0;
          const first = table.firstOf(words[at] ?? 0, words[at + 1] ?? 0, place);
          if (first === place) continue;
          found.add(first);
          found.add(place);
        }
      }
    }
    return found;
  }

  /** The hashes that rows left or took since they were last asked for, and every row that has one of them now. */
  changes(): { readonly hashes: Hashes; readonly candidates: RowSet } {
    const hashes = this.touched;
    const candidates = new RowSet();
    this.touched = new Hashes();
    for (const part of new Set([...hashes.firsts()].map(partitionOf))) {
      for (const words of this.records.pieces(part)) {
        for (let at = 0; at < words.length; at += RECORD) {
          if (!hashes.has(words[at] ?? 0, words[at + 1] ?? 0)) continue;
          const place = words[at + 2] ?? 0;
          if (!this.moved.has(place)) candidates.add(place);
        }
      }
    }
    if (!hashes.isEmpty)
      for (const [place, hash] of this.moved)
        if (hash !== null && hashes.has(hash[0], hash[1])) candidates.add(place);
    return { hashes, candidates };
  }
}

/** Hashes and the first place of each, with open addressing; used again for every part. */
class HashTable {
  private slots = new Uint32Array(0);
  private mask = 0;

  clear(most: number): void {
    const capacity = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.mask = capacity - 1;
    if (this.slots.length < RECORD * capacity) this.slots = new Uint32Array(RECORD * capacity);
    else this.slots.fill(0, 0, RECORD * capacity);
  }

  /** The place this hash was first given with; from now on `place` when it is new. */
  firstOf(h0: number, h1: number, place: number): number {
    const { slots, mask } = this;
    for (let slot = h1 & mask; ; slot = (slot + 1) & mask) {
      const at = RECORD * slot;
      const known = slots[at + 2] ?? 0;
      if (known === 0) {
        slots[at] = h0;
        slots[at + 1] = h1;
        slots[at + 2] = place + 1;
        return place;
      }
      if (slots[at] === h0 && slots[at + 1] === h1) return known - 1;
    }
  }
}
