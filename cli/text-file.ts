import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ByteSource } from '@/lib/files/source';
import { SourceError } from '@/lib/files/source';
import type { Say } from './say';
import { textPieces } from '@/lib/intake/packed-text';
import type { OpenedText } from '@/lib/intake/packed-text';

/** Takes no room beyond the text; who has the name of an unlinked file has nothing, and a killed process leaves nothing. */
async function namelessFile() {
  const path = join(tmpdir(), `onramp-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}

/** The text of a workbook or compressed file, made into a temporary file that goes with this process. Rejects with SourceError. */
export async function textFile(
  opened: OpenedText,
  told: (done: number, total: number) => void,
): Promise<ByteSource & { close(): Promise<void> }> {
  const handle = await namelessFile().catch((cause: unknown) => {
    throw new SourceError('no-room-to-unpack', { cause });
  });
  let size = 0;
  try {
    for await (const { bytes, done, total, restart } of textPieces(opened)) {
      if (restart) size = 0;
      await handle.write(bytes, 0, bytes.length, size).catch((cause: unknown) => {
        throw new SourceError('no-room-to-unpack', { cause });
      });
      size += bytes.length;
      told(done, total);
    }
  } catch (cause) {
    await handle.close();
    throw cause;
  }
  return {
    size,
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      for (let at = 0; at < bytes.length;) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, from + at);
        if (bytesRead === 0) throw new SourceError('file-unreadable');
        at += bytesRead;
      }
      return bytes;
    },
    close: () => handle.close(),
  };
}

/** What a person waits for while that file is made. */
export const unpacking = (say: Say) => (done: number, total: number) =>
  say.progress({ event: 'unpacking', label: 'Unpacking', done, total, unit: 'bytes' });
