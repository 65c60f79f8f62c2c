const FIRST_SLOTS = 1_024;

/**
 * Row numbers by hash: 24 bytes a row at most, where a `Map` takes 80, and 130 while it is read from a list. Hashes are whole
 * numbers from 1 on, of which the low bits are as mixed as the others; rows lie below 2^32.
 */
export class RowTable {
  #hashes = new Float64Array(FIRST_SLOTS);
  #rows = new Uint32Array(FIRST_SLOTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Where a hash stands, or would. */
  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let at = (hash >>> 0) & mask;
    while (this.#hashes[at] !== 0 && this.#hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  get(hash: number): number | undefined {
    const at = this.#slotOf(hash);
    return this.#hashes[at] === 0 ? undefined : this.#rows[at];
  }

  /** A hash that is there already keeps its row. */
  add(hash: number, row: number): void {
    if (2 * (this.#size + 1) > this.#hashes.length) this.#grow();
    const at = this.#slotOf(hash);
    if (this.#hashes[at] !== 0) return;
    this.#hashes[at] = hash;
    this.#rows[at] = row;
    this.#size += 1;
  }

  /** In its own room: a second table of that size would double the memory. */
  keepBelow(limit: number): void {
    const kept: [Float64Array, Uint32Array] = [new Float64Array(this.#size), new Uint32Array(this.#size)];
    let count = 0;
    this.forEach((hash, row) => {
      if (hash >= limit) return;
      kept[0][count] = hash;
      kept[1][count] = row;
      count += 1;
    });
    this.#hashes.fill(0);
    this.#size = 0;
    for (let at = 0; at < count; at += 1) this.add(kept[0][at] ?? 0, kept[1][at] ?? 0);
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Float64Array(2 * hashes.length);
    this.#rows = new Uint32Array(2 * hashes.length);
    this.#size = 0;
    hashes.forEach((hash, at) => {
      if (hash !== 0) this.add(hash, rows[at] ?? 0);
    });
  }

  /** In no order. */
  forEach(see: (hash: number, row: number) => void): void {
    for (let at = 0; at < this.#hashes.length; at += 1) {
      const hash = this.#hashes[at] ?? 0;
      if (hash !== 0) see(hash, this.#rows[at] ?? 0);
    }
  }
}
