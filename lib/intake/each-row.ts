import { readRows } from '../files/read-rows';
import { looksLikeTotal } from '../files/total-row';
import type { RowInput } from '../validation/compiled-table';
import type { CheckedFile } from './check-file';
import { isBlank, isPlain, rowInput } from './row-index';

type Walked = Pick<CheckedFile, 'source' | 'dialect' | 'index' | 'head'>;

/** How far a pass over the file has come, in bytes and rows. */
export interface PassProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/**
 * Calls `onRow` for every row that takes part (neither blank nor a total that is left out), in file order. The input is the same object each time unless the
 * block is damaged. `afterBlock` is waited for. Rejects with the signal's reason, or with `SourceError`.
 */
export async function eachRow(
  file: Walked,
  signal: AbortSignal,
  onRow: (input: RowInput) => void,
  onProgress?: (progress: PassProgress) => void,
  afterBlock?: () => Promise<void>,
): Promise<void> {
  const { dialect, source } = file;
  const input = { row: 0, cells: [] as string[], broken: false, undecodable: undefined };
  let rows = 0;
  for await (const block of readRows(source, dialect, { signal })) {
    const plain = isPlain(block);
    for (let at = 0; at < block.rows.length; at++) {
      const row = block.firstRow + at;
      const cells = block.rows[at];
      if (cells === undefined || row <= dialect.headerRow || isBlank(cells)) continue;
      const total = looksLikeTotal(cells);
      if (total && dialect.totals === 'skip') continue;
      rows += 1;
      input.row = row;
      input.cells = cells;
      onRow(plain && !total ? input : (rowInput(block, at) ?? input));
    }
    onProgress?.({ bytes: block.bytesRead, totalBytes: source.size, rows });
    await afterBlock?.();
  }
  signal.throwIfAborted();
}
