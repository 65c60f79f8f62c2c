import { readRows, type RowStart } from '../files/read-rows';
import type { Dialect } from '../files/model';
import type { ByteSource } from '../files/source';
import type { RowInput } from '../validation/compiled-table';
import { isUndecodable } from '../files/decode';
import { ColumnOrder } from '../validation/column-order';
import { looksLikeTotal } from '../files/total-row';

/** Bytes fetched for a few rows: two pieces' worth, so that one read nearly always suffices. */
const NEAR_BYTES = 256 * 1024;

/** Where rows begin, every piece or so (16 bytes each): any row is reached by reading a fraction of a megabyte. */
export class RowIndex {
  readonly starts: RowStart[] = [];
  /** Where the headings stand once more, and in which order. */
  readonly order = new ColumnOrder();

  /** Starts must come in ascending order. */
  note(start: RowStart): void {
    this.starts.push(start);
  }

  /** The last known start at or before `row`; undefined when even the first is later. */
  near(row: number): RowStart | undefined {
    let low = 0;
    let high = this.starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle]?.row ?? 0) <= row) low = middle + 1;
      else high = middle - 1;
    }
    return this.starts[high];
  }
}

export interface Readable {
  readonly source: ByteSource;
  readonly dialect: Dialect;
  readonly index: RowIndex;
}

/** Some rows of the file by number, in one read for each stretch of neighbours. Unknown numbers are left out. */
export async function readRowsAt(file: Readable, rows: readonly number[]): Promise<Map<number, RowInput>> {
  const found = new Map<number, RowInput>();
  const wanted = [...new Set(rows)].sort((a, b) => a - b);
  for (let next = 0; next < wanted.length;) {
    const first = wanted[next] ?? 0;
    const start = file.index.near(first);
    const options = start === undefined ? {} : { start };
    let stop = next;
    for await (const block of readRows(file.source, file.dialect, { ...options, sliceBytes: NEAR_BYTES })) {
      const end = block.firstRow + block.rows.length;
      while (stop < wanted.length && (wanted[stop] ?? 0) < end) {
        const row = wanted[stop] ?? 0;
        const input = rowInput(block, row - block.firstRow);
        if (input !== undefined) found.set(row, input);
        stop += 1;
      }
      const following = wanted[stop];
      // A later row with a nearer start is cheaper to reach by itself than by reading on.
      if (following === undefined || (file.index.near(following)?.row ?? 0) >= end) break;
    }
    // Rows beyond the end of the file.
    if (stop === next) break;
    next = stop;
  }
  return found;
}

/** A block of rows, as it was read. */
interface Block {
  readonly firstRow: number;
  readonly rows: readonly string[][];
  readonly broken: ReadonlySet<number>;
  readonly stray: ReadonlySet<number>;
  readonly quotedTexts: ReadonlyMap<number, readonly number[]>;
  readonly damaged: boolean;
}

/** One row of a block as the checker takes it. */
export function rowInput(block: Block, at: number): RowInput | undefined {
  const cells = block.rows[at];
  if (cells === undefined) return undefined;
  return {
    row: block.firstRow + at,
    cells,
    broken: block.broken.has(at),
    stray: block.stray.has(at),
    quotedTexts: block.quotedTexts.get(at),
    total: looksLikeTotal(cells),
    undecodable: block.damaged ? isUndecodable : undefined,
  };
}

/**
 * The rows of one block as the checker takes them, `total` being what `looksLikeTotal` says of one: the same object each
 * time where the reader has nothing to say of them, for a million rows are to make no garbage.
 */
export function inputsOf(block: Block): (at: number, total: boolean) => RowInput | undefined {
  const isPlain = block.broken.size + block.stray.size === 0 && !block.damaged;
  const texts = block.quotedTexts.size === 0 ? undefined : block.quotedTexts;
  const input = {
    row: 0,
    cells: [] as readonly string[],
    broken: false,
    quotedTexts: undefined as readonly number[] | undefined,
    undecodable: undefined,
  };
  return (at, total) => {
    const cells = block.rows[at];
    if (!isPlain || total || cells === undefined) return rowInput(block, at);
    input.row = block.firstRow + at;
    input.cells = cells;
    input.quotedTexts = texts?.get(at);
    return input;
  };
}

/** A row of nothing but empty cells counts for nothing; spreadsheets write them as `,,,`. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '') return false;
  return true;
}
