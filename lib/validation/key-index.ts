import { Growing32 } from './growing';

/** Share of slots in use at which the table grows. */
const MOST_FILLED = 0.8;
const LEAST_SLOTS = 65_536;
const TWO_TO_32 = 4_294_967_296;
/** How much the table grows at a time: by doubling, half of it would stand empty for long. */
const GROWTH = 1.5;
/** A guess from the head of a file is a little off; growing for the last rows would cost more than this. */
const SLACK = 1.05;
/** A guess is never trusted with more than 64 MB. */
const MOST_EXPECTED = 6_000_000;

/** Where a hash looks first, for a table of any size; even, since slots are pairs. */
const slotOf = (hash: number, capacity: number): number => Math.floor((hash / TWO_TO_32) * capacity) * 2;

/**
 * Which rows share a key, for a whole file: about 30 bytes a row in typed arrays, no strings. Row positions are
 * 0-based places among the data rows.
 */
export class KeyIndex {
  /** Pairs of entry + 1 (0: free) and a part of its hash, side by side: most look-ups touch one cache line. */
  private slots: Uint32Array;
  private readonly lane0 = new Growing32();
  private readonly lane2 = new Growing32();
  private readonly entryOfRow = new Growing32();
  private readonly rowHashA = new Growing32();
  private readonly rowHashB = new Growing32();
  /** Distinct keys ever seen; after edits some may have no row left. */
  entries = 0;

  constructor(expectedRows = 0) {
    const most = Math.min(expectedRows, MOST_EXPECTED) / MOST_FILLED;
    this.slots = new Uint32Array(2 * Math.max(LEAST_SLOTS, Math.ceil(most * SLACK)));
  }

  /** Notes that the row at `at` has this key and these values; replaces what was noted before. */
  put(at: number, key: Uint32Array, row: Uint32Array): void {
    this.entryOfRow.set(at, this.entryFor(key) + 1);
    this.rowHashA.set(at, row[0] ?? 0);
    this.rowHashB.set(at, row[1] ?? 0);
  }

  /** Notes that the row has no usable key. */
  clear(at: number): void {
    this.entryOfRow.set(at, 0);
  }

  /** The row's key as a number below `entries`; -1 when it has none. */
  entryOf(at: number): number {
    return this.entryOfRow.get(at) - 1;
  }

  sameRow(a: number, b: number): boolean {
    return this.rowHashA.get(a) === this.rowHashA.get(b) && this.rowHashB.get(a) === this.rowHashB.get(b);
  }

  private entryFor(key: Uint32Array): number {
    const { slots } = this;
    const capacity = slots.length >>> 1;
    if (this.entries > capacity * MOST_FILLED) return this.grow().entryFor(key);
    // Read one by one: destructuring a typed array goes through an iterator, five times slower here.
    const h0 = key[0] ?? 0;
    const h1 = key[1] ?? 0;
    const h2 = key[2] ?? 0;
    let slot = slotOf(h0, capacity);
    for (;;) {
      const entry = (slots[slot] ?? 0) - 1;
      if (entry < 0) break;
      const same = slots[slot + 1] === h1 && this.lane0.get(entry) === h0 && this.lane2.get(entry) === h2;
      if (same) return entry;
      slot = slot + 2 === slots.length ? 0 : slot + 2;
    }
    const entry = this.entries++;
    slots[slot] = entry + 1;
    slots[slot + 1] = h1;
    this.lane0.set(entry, h0);
    this.lane2.set(entry, h2);
    return entry;
  }

  private grow(): this {
    const old = this.slots;
    const capacity = Math.ceil((old.length >>> 1) * GROWTH);
    const slots = new Uint32Array(capacity * 2);
    for (let from = 0; from < old.length; from += 2) {
      const entry = old[from] ?? 0;
      if (entry === 0) continue;
      let slot = slotOf(this.lane0.get(entry - 1), capacity);
      while (slots[slot] !== 0) slot = slot + 2 === slots.length ? 0 : slot + 2;
      slots[slot] = entry;
      slots[slot + 1] = old[from + 1] ?? 0;
    }
    this.slots = slots;
    return this;
  }
}
