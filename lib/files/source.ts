import type { FileRefusal } from './model';

/** Bytes that can be read from anywhere: all this room knows of a file. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Bytes `from` (inclusive) to `to` (exclusive, never beyond `size`). Rejects with `SourceError`. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Bytes from `from` on, as many as are at hand and no more than up to `to`: a few thousand at least, but at the end.
   * Left out where any number costs the same.
   */
  readSome?(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Takes back bytes it gave that nobody looks at any more. Left out where they are the source's own. */
  release?(bytes: Uint8Array<ArrayBuffer>): void;
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

/**
 * Hazard: an engine counts bytes outside its heap loosely, and a copy of a file left all of it lying about. What is moved
 * through a closed port is free at once.
 */
export function giveBack(buffer: ArrayBuffer): void {
  closed ??= closedPort();
  closed.postMessage(null, [buffer]);
}
let closed: MessagePort | undefined;
function closedPort(): MessagePort {
  const { port1 } = new MessageChannel();
  port1.close();
  return port1;
}

export function blobSource(blob: Blob): ByteSource {
  // Whoever reads may meanwhile have been moved here from another source, whose bytes are not ours to give back.
  const given = new WeakSet<ArrayBuffer>();
  return {
    size: blob.size,
    async read(from, to) {
      try {
        const buffer = await blob.slice(from, to).arrayBuffer();
        given.add(buffer);
        return new Uint8Array(buffer);
      } catch (cause) {
        throw new SourceError(refusalOf(cause), { cause });
      }
    },
    release({ buffer }) {
      // What was passed on to another worker is there.
      if (given.delete(buffer) && buffer.byteLength > 0) giveBack(buffer);
    },
  };
}

export function bytesSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}
