import { blobSource } from '../files/source';
import type { Spill } from '../files/ports';
import { fingerprintSource } from './fingerprint';
import type { About } from './kept-source';

export interface KeptWriter {
  /** Throws when storage is full. */
  write(bytes: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

/** `text` is what a compressed source unpacks to. `about` and `text-about` are written last: without them the rest is half. */
export type KeptName = 'source' | 'about' | 'states' | 'text' | 'text-about';

/** Private storage, a folder per load. Implemented by `private-files.ts`. */
export interface KeptFiles {
  writer(loadId: string, name: KeptName): Promise<KeptWriter>;
  read(loadId: string, name: KeptName): Promise<Blob | undefined>;
  /** An empty place for what does not fit into memory, until it is closed; undefined where there is none. */
  spill(loadId: string): Promise<Spill | undefined>;
  /** Spills of the load must have been closed before. */
  erase(loadId: string): Promise<void>;
  /** Bytes that may still be written. */
  room(): Promise<number>;
}

export interface Kept {
  readonly fingerprint: string;
  readonly kept: 'stored' | 'attached';
}

/** Room left over for states, journal and the browser's own book-keeping. */
const MARGIN = 1.1;

export async function writeKept(
  files: KeptFiles,
  loadId: string,
  name: KeptName,
  parts: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const writer = await files.writer(loadId, name);
  try {
    for (const part of parts) writer.write(part);
  } finally {
    writer.close();
  }
}

/**
 * Copies a file into private storage and fingerprints it, reading it once. Where storage is refused, short or fails
 * on the way, the file is only fingerprinted and stays `attached`. Rejects with `SourceError` when the file itself
 * cannot be read any more, or with the signal's reason.
 */
export async function keepSource(
  files: KeptFiles,
  loadId: string,
  file: Blob,
  name: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
  pass?: (slice: Uint8Array<ArrayBuffer>, at: number) => Promise<void>,
): Promise<Kept> {
  signal.throwIfAborted();
  let writer = await openWriter(files, loadId, file.size);
  const giveUp = () => {
    try {
      writer?.close();
    } catch {
      // The copy is given up anyway; `attached` is what the user is told.
    }
    writer = undefined;
  };
  try {
    const fingerprint = await fingerprintSource(
      blobSource(file),
      (slice, bytes) => {
        try {
          writer?.write(slice);
        } catch {
          giveUp();
        }
        onProgress(bytes);
        return pass?.(slice, bytes - slice.length);
      },
      signal,
    );
    signal.throwIfAborted();
    const whole = writer;
    writer = undefined;
    const isStored =
      whole !== undefined &&
      (await finish(files, loadId, whole, { name, sizeBytes: file.size, fingerprint }));
    if (!isStored) await discard(files, loadId);
    return { fingerprint, kept: isStored ? 'stored' : 'attached' };
  } finally {
    giveUp();
  }
}

/** Closes a whole copy and says so beside it; false when storage failed even now. */
async function finish(files: KeptFiles, loadId: string, writer: KeptWriter, record: About): Promise<boolean> {
  try {
    writer.close();
    // Written last: a source without it is half a copy from a tab that died, and is not used.
    await writeKept(files, loadId, 'about', [new TextEncoder().encode(JSON.stringify(record))]);
    return true;
  } catch {
    return false;
  }
}

/** Half a copy is of no use and may take gigabytes. */
async function discard(files: KeptFiles, loadId: string): Promise<void> {
  try {
    await writeKept(files, loadId, 'source', []);
  } catch {
    // Where nothing can be written there is nothing to take back either.
  }
}

async function openWriter(files: KeptFiles, loadId: string, size: number): Promise<KeptWriter | undefined> {
  try {
    // The former copy stops counting as whole; states beside it may still be those of this very file.
    await writeKept(files, loadId, 'about', []);
    // Opening empties it, so its room is there again before room is asked for.
    const writer = await files.writer(loadId, 'source');
    if ((await files.room()) >= size * MARGIN) return writer;
    writer.close();
    return undefined;
  } catch {
    return undefined;
  }
}
