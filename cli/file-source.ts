import { open } from 'node:fs/promises';
import { hasCode } from '@/lib/base/errors';
import { SourceError } from '@/lib/files/source';
import type { ByteSource } from '@/lib/files/source';

/**
 * A file of any size, read piece by piece. A file that changes while it is read is refused (`file-changed`): what was
 * counted before would no longer be what is sent. Rejects with SourceError.
 */
export async function fileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new SourceError(hasCode(cause, 'ENOENT') ? 'file-gone' : 'file-unreadable', { cause });
  });
  const { size, mtimeMs } = await handle.stat();
  return {
    size,
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      try {
        for (let at = 0; at < bytes.length;) {
          const { bytesRead } = await handle.read(bytes, at, bytes.length - at, from + at);
          if (bytesRead === 0) throw new SourceError('file-changed');
          at += bytesRead;
        }
        const now = await handle.stat();
        if (now.size !== size || now.mtimeMs !== mtimeMs) throw new SourceError('file-changed');
      } catch (cause) {
        throw cause instanceof SourceError ? cause : new SourceError('file-unreadable', { cause });
      }
      return bytes;
    },
    close: () => handle.close(),
  };
}
