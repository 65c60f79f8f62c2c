import { readHead, type DialectChoice } from '../files/read-head';
import { blobSource, type ByteSource } from '../files/source';
import type { FileHead } from '../files/model';
import type { CheckedFile } from './check-file';
import { refusal, trouble } from './errors';
import { fingerprintSource } from './fingerprint';
import { keepSource, keptSource, type KeptFiles } from './keep';
import type { IntakeEvent } from './protocol';
import { decodeStates } from './row-states';

/** A source whose bytes may move from the user's file to our copy of it while somebody reads. */
class MovableSource implements ByteSource {
  readonly size: number;
  private current: ByteSource;
  constructor(blob: Blob) {
    this.size = blob.size;
    this.current = blobSource(blob);
  }
  moveTo(blob: Blob): void {
    this.current = blobSource(blob);
  }
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.current.read(from, to);
  }
}

/** One load whose file is at hand in this worker. */
export interface OpenLoad {
  readonly loadId: string;
  readonly name: string;
  readonly source: ByteSource;
  head: FileHead;
  checked: CheckedFile | undefined;
  fingerprint: string | undefined;
  /** Settles when the file is fingerprinted (and copied, where that is possible). */
  keeping: Promise<void>;
  readonly closing: AbortController;
  /** The check under way, to be aborted by a newer one. */
  run: AbortController | undefined;
  latestRun: number;
  /** Checks and re-checks change the same ledger, so they go one after another. */
  queue: Promise<unknown>;
}

async function headOf(source: ByteSource, choice: DialectChoice | undefined): Promise<FileHead> {
  const head = await readHead(source, choice);
  if (!head.ok) throw refusal(head.error);
  return head.value;
}

function newLoad(loadId: string, name: string, source: ByteSource, head: FileHead): OpenLoad {
  return {
    loadId,
    name,
    source,
    head,
    checked: undefined,
    fingerprint: undefined,
    keeping: Promise.resolve(),
    closing: new AbortController(),
    run: undefined,
    latestRun: 0,
    queue: Promise.resolve(),
  };
}

/** At most ten events a second (the page shows no more), and always the last. */
export function atMostTenASecond<T>(
  now: () => number,
  emit: (value: T) => void,
): (value: T, last?: boolean) => void {
  let told = -Infinity;
  return (value, last = false) => {
    if (!last && now() - told < 100) return;
    told = now();
    emit(value);
  };
}

/**
 * Takes a file in: head at once, copy and fingerprint in the background. `enter` puts the load in the place of the
 * former one and resolves when nobody writes that one's copy any more: two copies would meet in one file. With `expected` (a file attached again) the
 * fingerprint is made first, and another file is refused as `file-changed`.
 */
export async function takeIn(
  deps: {
    files: KeptFiles;
    now: () => number;
    emit: (event: IntakeEvent) => void;
    enter: (load: OpenLoad) => Promise<void>;
  },
  take: { loadId: string; file: File; choice?: DialectChoice | undefined; expected?: string | undefined },
): Promise<OpenLoad> {
  const { loadId, file } = take;
  const source = new MovableSource(file);
  const head = await headOf(source, take.choice);
  const load = newLoad(loadId, file.name, source, head);
  const { signal } = load.closing;
  const tell = atMostTenASecond(deps.now, (bytes: number) =>
    deps.emit({ event: 'keeping', loadId, bytes, totalBytes: file.size }),
  );
  if (take.expected !== undefined) {
    load.fingerprint = await fingerprintSource(source, (_slice, bytes) => tell(bytes), signal);
    if (load.fingerprint !== take.expected) throw refusal('file-changed');
  }
  const keep = async () => {
    const { fingerprint, kept } = await keepSource(deps.files, loadId, file, file.name, signal, tell);
    load.fingerprint = fingerprint;
    if (kept === 'stored') {
      const copy = await keptSource(deps.files, loadId);
      if (copy !== undefined) source.moveTo(copy.blob);
    }
    deps.emit({ event: 'keeping', loadId, bytes: file.size, totalBytes: file.size, fingerprint, kept });
  };
  load.keeping = deps.enter(load).then(keep);
  // A file that vanishes while it is copied is told by whoever reads it next.
  load.keeping.catch(() => undefined);
  return load;
}

/** Opens what was kept of a load; refuses with `file-gone` when nothing was. */
export async function openKept(files: KeptFiles, loadId: string, choice?: DialectChoice): Promise<OpenLoad> {
  const kept = await keptSource(files, loadId);
  if (kept === undefined) throw refusal('file-gone');
  const source = new MovableSource(kept.blob);
  const load = newLoad(loadId, kept.name, source, await headOf(source, choice));
  load.fingerprint = kept.fingerprint;
  return load;
}

/** Reads the head again by another choice; whatever was checked under the former one no longer counts. */
export async function reread(load: OpenLoad, choice: DialectChoice): Promise<void> {
  const head = await headOf(load.source, choice);
  load.run?.abort(trouble('cancelled'));
  load.checked = undefined;
  load.head = head;
}

/** States kept for this very file, with the head as it was read then; undefined when there are none that fit. */
export async function keptStates(files: KeptFiles, load: OpenLoad) {
  await load.keeping;
  const file = await files.read(load.loadId, 'states');
  const kept = file === undefined ? undefined : await decodeStates(file);
  if (kept === undefined || kept.states.sourceFingerprint !== load.fingerprint) return undefined;
  return { ...kept, head: await headOf(load.source, kept.dialect) };
}
