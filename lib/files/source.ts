import type { FileRefusal } from './model';

/** Bytes that can be read from anywhere: all this room knows of a file. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Bytes `from` (inclusive) to `to` (exclusive, never beyond `size`). Rejects with `SourceError`. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** The file could not be read any more: moved, changed on disk, or its storage failed. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(
    readonly code: FileRefusal,
    options?: { cause?: unknown },
  ) {
    super(`The file could not be read (${code})`, options);
  }
}

/** What the File API says when a file behind a Blob moved (NotFoundError) or was rewritten (NotReadableError). */
function refusalOf(cause: unknown): FileRefusal {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'NotFoundError') return 'file-gone';
  return name === 'NotReadableError' ? 'file-changed' : 'file-unreadable';
}

export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    async read(from, to) {
      try {
        return new Uint8Array(await blob.slice(from, to).arrayBuffer());
      } catch (cause) {
        throw new SourceError(refusalOf(cause), { cause });
      }
    },
  };
}

export function bytesSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}
