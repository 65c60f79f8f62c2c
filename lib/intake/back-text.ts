import type { FileHead, SheetInfo } from '../files/model';
import { readHead, type DialectChoice } from '../files/read-head';
import { blobSource, SourceError, type ByteSource } from '../files/source';
import { refusal } from './errors';
import { openText, packedKind, textHead, textPieces } from './packed-text';
import { ROW_ID } from './row-id';

/** Bytes gathered before they become a Blob, which the browser may then move to disk. */
const PART_BYTES = 4 * 1024 * 1024;

/** A long export goes on in a second sheet, and people add sheets of their own: those with row ids are meant. */
function meant(sheets: readonly SheetInfo[] = []): string[] {
  return sheets.filter(({ header }) => header.includes(ROW_ID)).map(({ name }) => name);
}

async function unpack(kind: 'gzip' | 'workbook', file: ByteSource, signal: AbortSignal) {
  let choice: DialectChoice = {};
  let opened = await openText(kind, file, choice, signal);
  const wanted = meant(opened.head.sheets);
  const read = opened.head.dialect.workbook?.sheets ?? [];
  if (wanted.length > 0 && wanted.join('\n') !== read.join('\n')) {
    await opened.rest.return(undefined);
    choice = { workbook: { sheets: wanted, byName: true } };
    opened = await openText(kind, file, choice, signal);
  }
  let parts: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const piece of textPieces(opened)) {
    signal.throwIfAborted();
    if (piece.restart) [parts, pending, bytes] = [[], [], 0];
    pending.push(piece.bytes);
    bytes += piece.bytes.length;
    if (bytes < PART_BYTES) continue;
    parts.push(new Blob(pending));
    [pending, bytes] = [[], 0];
  }
  const source = blobSource(new Blob([...parts, ...pending]));
  return { source, head: await textHead(source, opened.head.dialect, opened.facts(), file.size) };
}

/**
 * A file of rows that came back, as text: of a workbook the sheets that hold row ids. Throws `refusal` for a file that
 * cannot be read.
 */
export async function backText(
  blob: Blob,
  signal: AbortSignal,
): Promise<{ readonly source: ByteSource; readonly head: FileHead }> {
  const file = blobSource(blob);
  try {
    const kind = await packedKind(file);
    if (kind !== undefined) return await unpack(kind, file, signal);
  } catch (cause) {
    throw cause instanceof SourceError ? refusal(cause.code) : cause;
  }
  const head = await readHead(file);
  if (!head.ok) throw refusal(head.error);
  return { source: file, head: head.value };
}
