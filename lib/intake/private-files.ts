import type { Spill } from '../files/ports';
import { handleSpill, type SyncHandle } from './handle-spill';
import type { KeptFiles, KeptWriter } from './keep';

/** Only dedicated workers have it, and the DOM's own type list does not name it. */
interface SyncFile {
  createSyncAccessHandle(): Promise<SyncHandle>;
}

const FOLDER = 'loads';

function isSyncFile(handle: object): handle is SyncFile {
  return 'createSyncAccessHandle' in handle;
}

/** Undefined when there is no such folder or file: an absent file is an answer, not a failure. */
async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotFoundError') return undefined;
    throw cause;
  }
}

async function folder(loadId: string, create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
  const root = await navigator.storage.getDirectory();
  const loads = await ifThere(root.getDirectoryHandle(FOLDER, { create }));
  return loads === undefined ? undefined : ifThere(loads.getDirectoryHandle(loadId, { create }));
}

async function writer(loadId: string, name: string): Promise<KeptWriter> {
  const file: object | undefined = await (await folder(loadId, true))?.getFileHandle(name, { create: true });
  if (file === undefined || !isSyncFile(file)) throw new Error('no synchronous files here');
  const handle = await file.createSyncAccessHandle();
  handle.truncate(0);
  let at = 0;
  return {
    write(bytes) {
      // A short write means the disk or the quota is full; what is there would be read as whole otherwise.
      if (handle.write(bytes, { at }) !== bytes.length) throw new Error('private storage is full');
      at += bytes.length;
    },
    close() {
      // A handle left open locks the file until the worker ends.
      try {
        handle.flush();
      } finally {
        handle.close();
      }
    },
  };
}

/** Two checks of one load overlap at most, each with two spills, and other tabs may check it as well. */
const MOST_SPILLS = 32;

/**
 * The first spill of a load that nobody holds. Names are used again: what a tab that died left behind is overwritten,
 * and erased with its load.
 */
async function spill(loadId: string): Promise<Spill | undefined> {
  const into = await folder(loadId, true);
  for (let number = 0; number < MOST_SPILLS; number++) {
    const file: object | undefined = await into?.getFileHandle(`keys-${number}`, { create: true });
    if (file === undefined || !isSyncFile(file)) return undefined;
    const handle = await file.createSyncAccessHandle().catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'NoModificationAllowedError') return undefined;
      throw cause;
    });
    if (handle === undefined) continue;
    handle.truncate(0);
    return handleSpill(handle);
  }
  return undefined;
}

/** The origin-private file system, one folder per load. Works in a dedicated worker in a secure context. */
export const privateFiles: KeptFiles = {
  writer,
  // Where storage is refused or short, keys stay in memory.
  spill: (loadId) => spill(loadId).catch(() => undefined),
  async read(loadId, name) {
    const handle = await (await folder(loadId, false))?.getFileHandle(name).catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'NotFoundError') return undefined;
      throw cause;
    });
    return handle?.getFile();
  },
  async erase(loadId) {
    const root = await navigator.storage.getDirectory();
    const loads = await ifThere(root.getDirectoryHandle(FOLDER));
    await ifThere(loads?.removeEntry(loadId, { recursive: true }) ?? Promise.resolve());
  },
  async room() {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    return quota - usage;
  },
};
