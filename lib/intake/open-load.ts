import type { Clock } from '../base/clock';
import { readHead, type DialectChoice } from '../files/read-head';
import { blobSource, type ByteSource } from '../files/source';
import type { FileHead } from '../files/model';
import type { CheckedFile } from './check-file';
import { refusal, trouble } from './errors';
import { fingerprintSource } from './fingerprint';
import type { KeptFiles } from './keep';
import { keptSource } from './kept-source';
import type { Keep } from './keep-beside';
import { LoadText, MovableSource, type TextDeps } from './load-text';
import { PassedSlices } from './passed-slices';
import { packedKind } from './packed-text';
import { atMostTenASecond } from './ten-a-second';
import { decodeStates } from './row-states';

/** One load whose file is at hand in this worker. */
export interface OpenLoad {
  readonly loadId: string;
  readonly name: string;
  /** What rows are read from: the file itself, or the text that was in it. */
  readonly source: ByteSource;
  /** Of a compressed file. */
  readonly text: LoadText | undefined;
  /** What the copying of a file passes on to its first check; undefined where nothing is copied or the file is compressed. */
  readonly passed: PassedSlices | undefined;
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

/** Puts another check in the place of the last one, whose keys are let go of unless it has the same. */
export function replaceChecked(load: OpenLoad, file: CheckedFile | undefined): void {
  if (load.checked !== undefined && load.checked.ledger !== file?.ledger) load.checked.ledger.close();
  load.checked = file;
}

async function headOf(source: ByteSource, choice: DialectChoice | undefined): Promise<FileHead> {
  const head = await readHead(source, choice);
  if (!head.ok) throw refusal(head.error);
  return head.value;
}

function newLoad(
  loadId: string,
  name: string,
  of: {
    readonly source: ByteSource;
    readonly text?: LoadText;
    readonly head: FileHead;
    readonly passed?: PassedSlices;
  },
): OpenLoad {
  const load: OpenLoad = {
    loadId,
    name,
    source: of.source,
    text: of.text,
    passed: of.passed,
    head: of.head,
    checked: undefined,
    fingerprint: undefined,
    keeping: Promise.resolve(),
    closing: new AbortController(),
    run: undefined,
    latestRun: 0,
    queue: Promise.resolve(),
  };
  if (of.text !== undefined) of.text.onHead = (head) => (load.head = head);
  return load;
}

/** Resolves when any row can be read. Rejects when the file turned out to be broken on the way. */
export async function wholeText(load: OpenLoad): Promise<void> {
  await load.text?.ready;
}

/**
 * Takes a file in: head at once, copy and fingerprint in the background. `enter` puts the load in the place of the
 * former one and resolves when nobody writes that one's copy any more: two copies would meet in one file. With `expected` (a file attached again) the
 * fingerprint is made first, and another file is refused as `file-changed`.
 */
export async function takeIn(
  deps: TextDeps & { clock: Clock; enter: (load: OpenLoad) => Promise<void>; keep: Keep },
  take: { loadId: string; file: File; choice?: DialectChoice | undefined; expected?: string | undefined },
): Promise<OpenLoad> {
  const { loadId, file } = take;
  const bytes = new MovableSource(blobSource(file));
  const kind = await packedKind(bytes);
  const unpacked =
    kind === undefined ? undefined : await LoadText.open(deps, loadId, kind, bytes, take.choice ?? {});
  const load = newLoad(
    loadId,
    file.name,
    unpacked === undefined
      ? { source: bytes, head: await headOf(bytes, take.choice), passed: new PassedSlices(deps.clock) }
      : { source: unpacked.text.source, text: unpacked.text, head: unpacked.text.firstHead },
  );
  const { signal } = load.closing;
  const tell = atMostTenASecond(deps.now, (bytes: number) =>
    deps.emit({ event: 'keeping', loadId, bytes, totalBytes: file.size }),
  );
  if (take.expected !== undefined) {
    load.fingerprint = await fingerprintSource(bytes, (_slice, done) => tell(done), signal);
    if (load.fingerprint !== take.expected) throw refusal('file-changed');
  }
  const keep = async () => {
    const { fingerprint, kept } = await deps.keep(loadId, file, file.name, signal, tell, load.passed);
    load.fingerprint = fingerprint;
    if (kept === 'stored') {
      const copy = await keptSource(deps.files, loadId);
      if (copy !== undefined) bytes.moveTo(blobSource(copy.blob));
    }
    deps.emit({ event: 'keeping', loadId, bytes: file.size, totalBytes: file.size, fingerprint, kept });
  };
  const entered = deps.enter(load);
  unpacked?.begin(entered);
  load.keeping = entered.then(keep);
  // A file that vanishes while it is copied is told by whoever reads it next.
  load.keeping.catch(() => undefined);
  return load;
}

/** Opens what was kept of a load; refuses with `file-gone` when nothing was. */
export async function openKept(deps: TextDeps, loadId: string, choice?: DialectChoice): Promise<OpenLoad> {
  const kept = await keptSource(deps.files, loadId);
  if (kept === undefined) throw refusal('file-gone');
  const bytes = blobSource(kept.blob);
  const kind = await packedKind(bytes);
  const text =
    kind === undefined ? undefined : await LoadText.reopen(deps, loadId, kind, bytes, choice ?? {});
  const load = newLoad(
    loadId,
    kept.name,
    text === undefined
      ? { source: bytes, head: await headOf(bytes, choice) }
      : { source: text.source, text, head: text.firstHead },
  );
  load.fingerprint = kept.fingerprint;
  return load;
}

/** Reads the head again by another choice; whatever was checked under the former one no longer counts. */
export async function reread(load: OpenLoad, choice: DialectChoice): Promise<void> {
  // A check under way would share the worker with the reading, and its result no longer counts.
  load.run?.abort(trouble('cancelled'));
  const head = await headUnder(load, choice);
  replaceChecked(load, undefined);
  load.head = head;
}

function headUnder(load: OpenLoad, choice: DialectChoice): Promise<FileHead> {
  return load.text === undefined ? headOf(load.source, choice) : load.text.head(choice);
}

/** States kept for this very file, with the head as it was read then; undefined when there are none that fit. */
export async function keptStates(files: KeptFiles, load: OpenLoad) {
  await load.keeping;
  const file = await files.read(load.loadId, 'states');
  const kept = file === undefined ? undefined : await decodeStates(file);
  if (kept === undefined || kept.states.sourceFingerprint !== load.fingerprint) return undefined;
  const head = await headUnder(load, kept.dialect);
  await wholeText(load);
  return { ...kept, head };
}
