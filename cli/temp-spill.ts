import { mkdtemp, rm } from 'node:fs/promises';
import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handleSpill } from '@/lib/intake/handle-spill';
import type { Spill } from '@/lib/files/ports';

/** A spill in a folder of its own among the temporary files, gone when it is closed or the process ends. */
export async function tempSpill(): Promise<Spill> {
  const folder = await mkdtemp(join(tmpdir(), 'onramp-keys-'));
  const gone = () => rmSync(folder, { recursive: true, force: true });
  try {
    const file = openSync(join(folder, 'keys'), 'w+', 0o600);
    process.once('exit', gone);
    return handleSpill({
      write: (bytes, { at }) => writeSync(file, bytes, 0, bytes.length, at),
      read: (bytes, { at }) => readSync(file, bytes, 0, bytes.length, at),
      truncate: (size) => ftruncateSync(file, size),
      flush: () => undefined,
      close() {
        closeSync(file);
        process.removeListener('exit', gone);
        gone();
      },
    });
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}
