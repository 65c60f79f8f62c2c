/** What the browser says it keeps for us. Bytes. */
export interface Usage {
  /** All of it: databases, files, caches. An estimate by the browser, rounded by some. */
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** True: the browser will not clear it by itself when space gets short. */
  readonly persisted: boolean;
  readonly files: readonly KeptFile[];
}

export interface KeptFile {
  /** Path inside the origin-private file system, parts joined by `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** Rejects when the browser has no storage to ask (insecure address, private window of some browsers). */
export async function measureUsage(storage: StorageManager = navigator.storage): Promise<Usage> {
  const [estimate, persisted, root] = await Promise.all([
    storage.estimate(),
    storage.persisted(),
    storage.getDirectory(),
  ]);
  return {
    usedBytes: estimate.usage ?? 0,
    quotaBytes: estimate.quota ?? 0,
    persisted,
    files: await filesUnder(root, ''),
  };
}

async function filesUnder(folder: FileSystemDirectoryHandle, prefix: string): Promise<KeptFile[]> {
  const found: KeptFile[] = [];
  for await (const [name, handle] of folder.entries()) {
    const path = `${prefix}${name}`;
    if (isFolder(handle)) found.push(...(await filesUnder(handle, `${path}/`)));
    else if (isFile(handle)) found.push({ path, bytes: await sizeOf(handle) });
  }
  return found;
}

const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory';
const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';

// A file that is being written or deleted at this moment has no size to tell.
const sizeOf = (handle: FileSystemFileHandle): Promise<number> =>
  handle.getFile().then(
    (file) => file.size,
    () => 0,
  );

/** Bytes of the files kept for one load: their path holds its id. */
export const bytesOfLoad = (usage: Usage, loadId: string): number =>
  usage.files.filter((file) => file.path.includes(loadId)).reduce((sum, file) => sum + file.bytes, 0);
