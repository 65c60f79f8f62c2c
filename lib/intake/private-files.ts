import type { KeptFiles, KeptWriter } from './keep';

/** Only dedicated workers have it, and the DOM's own type list does not name it. */
interface SyncHandle {
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
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

/** The origin-private file system, one folder per load. Works in a dedicated worker in a secure context. */
export const privateFiles: KeptFiles = {
  writer,
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
