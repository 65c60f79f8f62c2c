import type { Spill } from '../files/ports';

/** A file that is read and written at once, as workers have them. */
export interface SyncHandle {
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  read(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** A spill in an empty file; closing gives its room back. */
export function handleSpill(handle: SyncHandle): Spill {
  return {
    write(bytes, at) {
      // A short write means the disk or the quota is full.
      if (handle.write(bytes, { at }) !== bytes.length) throw new Error('no room for the spill');
    },
    read(bytes, at) {
      if (handle.read(bytes, { at }) !== bytes.length)
        throw new Error('the spill is shorter than what was written');
    },
    close() {
      try {
        handle.truncate(0);
      } finally {
        handle.close();
      }
    },
  };
}
