import { readRows } from '../files/read-rows';
import { isTotalLeftOut, looksLikeTotal } from '../files/total-row';
import type { RowInput } from '../validation/compiled-table';
import type { CheckedFile } from './check-file';
import { inputsOf, isBlank } from './row-index';

type Walked = Pick<CheckedFile, 'source' | 'dialect' | 'index' | 'head'>;

/** How far a pass over the file has come, in bytes and rows. */
export interface PassProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/**
 * Calls `onRow` for every row that takes part (neither blank nor a total that is left out), in file order. An input is
 * good until the next. `afterBlock` is waited for. Rejects with the signal's reason, or with `SourceError`.
 */
export async function eachRow(
  file: Walked,
  signal: AbortSignal,
  onRow: (input: RowInput) => void,
  onProgress?: (progress: PassProgress) => void,
  afterBlock?: () => Promise<void>,
): Promise<void> {
  const { dialect, source } = file;
  let rows = 0;
  for await (const block of readRows(source, dialect, { signal })) {
    const inputAt = inputsOf(block);
    for (let at = 0; at < block.rows.length; at++) {
      const row = block.firstRow + at;
      const cells = block.rows[at];
      if (cells === undefined || row <= dialect.headerRow || isBlank(cells)) continue;
      const total = looksLikeTotal(cells);
      if (total && isTotalLeftOut(dialect, cells)) continue;
      const input = inputAt(at, total);
      if (input === undefined) continue;
      rows += 1;
      onRow(input);
    }
    onProgress?.({ bytes: block.bytesRead, totalBytes: source.size, rows });
    await afterBlock?.();
  }
  signal.throwIfAborted();
}
