import type { ByteSource } from '../source';

const BLOCK = 128 * 1024;
/** A workbook's small parts stand together at its beginning and its end, its large ones begin here and there. */
const KEPT = 4;

/**
 * A source whose small reads are answered from blocks of 128 KB, the last four of which are kept: a workbook is opened by
 * some twenty reads of a few bytes, and a browser takes a millisecond or two for each.
 */
export function nearSource(source: ByteSource): ByteSource {
  const blocks = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  function block(number: number): Promise<Uint8Array<ArrayBuffer>> {
    const from = number * BLOCK;
    const found = blocks.get(number) ?? source.read(from, Math.min(source.size, from + BLOCK));
    blocks.delete(number);
    blocks.set(number, found);
    for (const oldest of blocks.keys()) if (blocks.size > KEPT) blocks.delete(oldest);
    // A read that failed is tried again, not remembered.
    found.catch(() => blocks.delete(number));
    return found;
  }
  return {
    get size() {
      return source.size;
    },
    async read(from, to) {
      const first = Math.floor(from / BLOCK);
      const last = Math.floor((to - 1) / BLOCK);
      if (to <= from || last - first > 1) return source.read(from, to);
      const one = (await block(first)).subarray(from - first * BLOCK, to - first * BLOCK);
      if (last === first) return one;
      const both = new Uint8Array(to - from);
      both.set(one);
      both.set((await block(last)).subarray(0, to - last * BLOCK), one.length);
      return both;
    },
  };
}
