import type { Dialect } from './model';
import { readRows } from './read-rows';
import { bytesSource } from './source';

/** Bytes looked at before anything is decided; the head of a 2 GB file answers as fast as that of a small one. */
export const HEAD_BYTES = 256 * 1024;

/**
 * Records of the head; the last one is left out where the head may have cut it. Those of a text that was made here are
 * as wide as the first with anything in it, and no more of them than a head of such rows would hold.
 */
export async function headRecords(
  bytes: Uint8Array<ArrayBuffer>,
  dialect: Dialect,
  whole: boolean,
  isMade: boolean,
) {
  const records: string[][] = [];
  let isCut = false;
  let width = 0;
  let count = 0;
  for await (const block of readRows(bytesSource(bytes), dialect, { isMade })) {
    for (const cells of block.rows) {
      const isFilled = cells.length > 1 || cells[0] !== '';
      if (isMade && isFilled) width ||= cells.length;
      while (isFilled && cells.length < width) cells.push('');
      count += cells.length;
      if (isMade && count > HEAD_BYTES && records.length > 1) return { records, isAll: false };
      records.push(cells);
    }
    isCut = isMade && block.broken.size > 0;
  }
  const isOne = records.length < 2 && !isCut;
  return { records: whole || isOne ? records : records.slice(0, -1), isAll: whole };
}
