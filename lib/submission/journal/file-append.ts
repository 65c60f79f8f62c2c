import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { JournalRecord } from './file-records';
import { encodeRecord } from './file-records';

/**
 * Writes what is asked for, and one flush for all that was asked for meanwhile: lanes share the wait for the disk.
 * The torn end of a crash is cut off before the first line, and not sooner: a mere reader may look while somebody else
 * is in the middle of a line.
 */
export function appender(path: string, goodBytes: number) {
  let handle: FileHandle | undefined;
  const openEnd = async (): Promise<FileHandle> => {
    const opened = await open(path, 'a');
    await opened.truncate(goodBytes);
    return opened;
  };
  let waiting: { text: string; done: () => void; failed: (cause: unknown) => void }[] = [];
  let busy = false;
  let broken: Error | undefined;
  const drain = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        if (broken !== undefined) throw broken;
        handle ??= await openEnd();
        await handle.appendFile(group.map(({ text }) => text).join(''));
        await handle.datasync();
        group.forEach(({ done }) => done());
      } catch (cause) {
        // Hazard: after a failed flush nobody knows what is on the disk; nothing more may be promised to it.
        broken = cause instanceof Error ? cause : new Error(String(cause));
        group.forEach(({ failed }) => failed(cause));
      }
    }
    busy = false;
  };
  return {
    append: (records: readonly JournalRecord[]): Promise<void> =>
      new Promise((done, failed) => {
        waiting.push({ text: records.map(encodeRecord).join(''), done, failed });
        if (!busy) void drain();
      }),
    close: async (): Promise<void> => handle?.close(),
  };
}
