import { readHead } from '../files/read-head';
import { readRows } from '../files/read-rows';
import { blobSource, type ByteSource } from '../files/source';
import type { FileHead } from '../files/model';
import { refusal } from './errors';
import { openText, packedKind } from './packed-text';

/** The text of a packed file, gathered in Blobs, which the browser may move to disk. */
async function textOf(kind: 'gzip' | 'workbook', file: ByteSource, signal: AbortSignal) {
  const opened = await openText(kind, file, {}, signal);
  const parts: BlobPart[] = opened.first.map(({ bytes }) => bytes);
  for await (const { bytes, restart } of opened.rest) {
    if (restart) parts.length = 0;
    parts.push(new Blob([bytes]));
  }
  return { head: opened.head, source: blobSource(new Blob(parts)) };
}

async function opened(blob: Blob, signal: AbortSignal): Promise<{ head: FileHead; source: ByteSource }> {
  const file = blobSource(blob);
  const kind = await packedKind(file);
  if (kind !== undefined) return textOf(kind, file, signal);
  const head = await readHead(file);
  if (!head.ok) throw refusal(head.error);
  return { head: head.value, source: file };
}

/**
 * The rows below the header of any file that can be read here, text, workbook or compressed, by what the file itself
 * proves. Rejects with an IntakeError or a SourceError for a file that is none.
 */
export async function anyRows(
  blob: Blob,
  signal: AbortSignal,
): Promise<{ readonly header: readonly string[]; readonly rows: AsyncIterable<readonly string[]> }> {
  const { head, source } = await opened(blob, signal);
  async function* rows() {
    for await (const block of readRows(source, head.dialect, { signal }))
      for (const [at, cells] of block.rows.entries())
        if (block.firstRow + at > head.dialect.headerRow && cells.some((cell) => cell.trim() !== ''))
          yield cells;
  }
  return { header: head.header, rows: rows() };
}
