/** Rows per chunk. Growing by chunks never copies and never holds twice what it needs. */
const BITS = 16;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;

/** A list of 32-bit unsigned numbers that grows; unset places read as 0. */
export class Growing32 {
  private readonly chunks: Uint32Array[] = [];
  length = 0;

  get(at: number): number {
    return this.chunks[at >>> BITS]?.[at & MASK] ?? 0;
  }

  set(at: number, value: number): void {
    while (this.chunks.length <= at >>> BITS) this.chunks.push(new Uint32Array(CHUNK));
    const chunk = this.chunks[at >>> BITS];
    if (chunk !== undefined) chunk[at & MASK] = value;
    if (at >= this.length) this.length = at + 1;
  }
}

/** A list of 64-bit floats that grows; unset places read as 0. */
export class Growing64 {
  private readonly chunks: Float64Array[] = [];

  get(at: number): number {
    return this.chunks[at >>> BITS]?.[at & MASK] ?? 0;
  }

  set(at: number, value: number): void {
    while (this.chunks.length <= at >>> BITS) this.chunks.push(new Float64Array(CHUNK));
    const chunk = this.chunks[at >>> BITS];
    if (chunk !== undefined) chunk[at & MASK] = value;
  }
}

/** A list of bytes that grows; unset places read as 0. */
export class Growing8 {
  private readonly chunks: Uint8Array<ArrayBuffer>[] = [];
  length = 0;

  get(at: number): number {
    return this.chunks[at >>> BITS]?.[at & MASK] ?? 0;
  }

  set(at: number, value: number): void {
    while (this.chunks.length <= at >>> BITS) this.chunks.push(new Uint8Array(CHUNK));
    const chunk = this.chunks[at >>> BITS];
    if (chunk !== undefined) chunk[at & MASK] = value;
    if (at >= this.length) this.length = at + 1;
  }

  /** Puts `to[byte]` in the place of every byte that was set, and counts what stands there now, by byte. */
  translate(to: Uint8Array): Uint32Array {
    const counts = new Uint32Array(256);
    for (const [number, chunk] of this.chunks.entries()) {
      const end = Math.min(CHUNK, this.length - number * CHUNK);
      for (let at = 0; at < end; at++) {
        const byte = to[chunk[at] ?? 0] ?? 0;
        chunk[at] = byte;
        counts[byte] = (counts[byte] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** Places `from` to `from + count` of the bytes that pass, in order, and how many pass in all. */
  page(passes: (byte: number) => boolean, from: number, count: number): { places: number[]; total: number } {
    const table = Uint8Array.from({ length: 256 }, (_, byte) => (passes(byte) ? 1 : 0));
    const places: number[] = [];
    let total = 0;
    for (const [number, chunk] of this.chunks.entries()) {
      const end = Math.min(CHUNK, this.length - number * CHUNK);
      const before = total;
      for (let at = 0; at < end; at++) total += table[chunk[at] ?? 0] ?? 0;
      if (total <= from || places.length === count) continue;
      let passed = before;
      for (let at = 0; at < end && places.length < count; at++) {
        if (table[chunk[at] ?? 0] === 0) continue;
        if (passed >= from) places.push(number * CHUNK + at);
        passed += 1;
      }
    }
    return { places, total };
  }
}

/** Bits set in each byte. */
const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** A set of row positions as bits, in chunks that exist only where something was added: 8 KB per 65,536 rows. */
export class RowSet {
  private readonly chunks: (Uint8Array | undefined)[] = [];
  size = 0;

  has(at: number): boolean {
    return (((this.chunks[at >>> BITS]?.[(at & MASK) >>> 3] ?? 0) >>> (at & 7)) & 1) === 1;
  }

  /** True when it was not there before. */
  add(at: number): boolean {
    const chunk = (this.chunks[at >>> BITS] ??= new Uint8Array(CHUNK >>> 3));
    const byte = chunk[(at & MASK) >>> 3] ?? 0;
    if (((byte >>> (at & 7)) & 1) === 1) return false;
    chunk[(at & MASK) >>> 3] = byte | (1 << (at & 7));
    this.size += 1;
    return true;
  }

  delete(at: number): void {
    const chunk = this.chunks[at >>> BITS];
    if (chunk === undefined || !this.has(at)) return;
    chunk[(at & MASK) >>> 3] = (chunk[(at & MASK) >>> 3] ?? 0) & ~(1 << (at & 7));
    this.size -= 1;
  }

  /** In ascending order. */
  each(visit: (at: number) => void): void {
    for (const [number, chunk] of this.chunks.entries()) {
      if (chunk === undefined) continue;
      for (let byte = 0; byte < chunk.length; byte++) {
        const bits = chunk[byte] ?? 0;
        for (let bit = 0; bits >>> bit !== 0; bit++)
          if (((bits >>> bit) & 1) === 1) visit(number * CHUNK + byte * 8 + bit);
      }
    }
  }

  /** Rows that are in any of the sets. */
  static union(sets: readonly RowSet[]): RowSet {
    const [only] = sets;
    if (only !== undefined && sets.length === 1) return only;
    const all = new RowSet();
    for (const { chunks } of sets)
      chunks.forEach((chunk, number) => {
        if (chunk === undefined) return;
        const into = (all.chunks[number] ??= new Uint8Array(CHUNK >>> 3));
        for (let at = 0; at < chunk.length; at++) into[at] = (into[at] ?? 0) | (chunk[at] ?? 0);
      });
    for (const chunk of all.chunks) for (const byte of chunk ?? []) all.size += ONES[byte] ?? 0;
    return all;
  }

  /** Positions `from` to `from + count` of the set in ascending order. */
  page(from: number, count: number): number[] {
    const found: number[] = [];
    let passed = 0;
    for (const [number, chunk] of this.chunks.entries()) {
      if (chunk === undefined) continue;
      for (let at = 0; at < CHUNK && found.length < count; at++) {
        const ones = (at & 7) === 0 ? (ONES[chunk[at >>> 3] ?? 0] ?? 0) : 8;
        if ((at & 7) === 0 && passed + ones <= from) {
          passed += ones;
          at |= 7;
          continue;
        }
        if ((((chunk[at >>> 3] ?? 0) >>> (at & 7)) & 1) === 0) continue;
        if (passed >= from) found.push(number * CHUNK + at);
        passed += 1;
      }
    }
    return found;
  }
}
