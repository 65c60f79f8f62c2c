import { blobSource, SourceError, type ByteSource } from '../files/source';
import { writeKept, type KeptFiles, type KeptWriter } from './keep';

/**
 * Bytes gathered before they are written, or become a Blob, which the browser may then move to disk: each writing costs some
 * milliseconds, however little it writes, where a browser keeps private files in another process.
 */
const PART_BYTES = 4 * 1024 * 1024;
/** A text up to here is made again in about half a second, so storing it would be the longer wait; it stays in a Blob. */
const UNSTORED_BYTES = 16 * 2 ** 20;
/** Text held without private storage at most; beyond it a browser would rather end the tab than say no. */
const MOST_UNSTORED = 1.5 * 2 ** 30;

/** Takes a text in: a long one into private storage, and from where that is refused or full into Blobs. */
export class TextStore {
  bytes = 0;
  private writer: KeptWriter | undefined;
  /** Bytes in private storage. */
  private stored = 0;
  private parts: Blob[] = [];
  /** The text as long as it is short. */
  private short: Uint8Array<ArrayBuffer>[] = [];
  /** Written again and again: made anew for each part, they would lie about until the engine looks for them. */
  private part = new Uint8Array(PART_BYTES);
  private pending = 0;

  constructor(
    private readonly files: KeptFiles,
    private readonly loadId: string,
  ) {}

  async open(): Promise<void> {
    this.bytes = 0;
    this.stored = 0;
    this.parts = [];
    this.short = [];
    this.pending = 0;
    this.close();
    // What was kept of another file or choice counts no longer. Where there is no private storage, there is none.
    await writeKept(this.files, this.loadId, 'text-about', []).catch(() => undefined);
  }

  async take(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const some = Math.min(bytes.length - at, PART_BYTES - this.pending);
      this.part.set(bytes.subarray(at, at + some), this.pending);
      at += some;
      this.pending += some;
      this.bytes += some;
      if (this.pending === PART_BYTES) await this.flush();
    }
  }

  private async flush(): Promise<void> {
    const part = this.part.subarray(0, this.pending);
    this.pending = 0;
    if (this.bytes <= UNSTORED_BYTES) {
      this.short.push(part);
      this.part = new Uint8Array(PART_BYTES);
      return;
    }
    const { short } = this;
    if (short.length > 0) {
      this.short = [];
      // Where there is no private storage, the text stays in memory and is made again next time.
      this.writer = await this.files.writer(this.loadId, 'text').catch(() => undefined);
      for (const first of short) await this.put(first);
    }
    await this.put(part);
  }

  private async put(part: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.writer !== undefined) {
      try {
        this.writer.write(part);
        this.stored += part.length;
        return;
      } catch {
        await this.moveOut();
      }
    }
    if (this.bytes > MOST_UNSTORED) throw new SourceError('no-room-to-unpack');
    this.parts.push(new Blob([part]));
  }

  /** Storage is full: what it holds stays there, the rest goes to memory. */
  private async moveOut(): Promise<void> {
    this.close();
    const written = await this.files.read(this.loadId, 'text');
    if ((written?.size ?? 0) < this.stored) throw new SourceError('no-room-to-unpack');
    if (written !== undefined) this.parts.push(written.slice(0, this.stored));
  }

  close(): void {
    try {
      this.writer?.close();
    } catch {
      // What could not be written to its end is not used: its record is never written.
    }
    this.writer = undefined;
  }

  /** Gives back the room that a former, longer text took. */
  private async forget(): Promise<void> {
    const former = await this.files.read(this.loadId, 'text').catch(() => undefined);
    if (former !== undefined && former.size > 0)
      await writeKept(this.files, this.loadId, 'text', []).catch(() => undefined);
  }

  /** The whole text, and whether it is stored (a record beside it says so; that is for the caller to write). */
  async end(): Promise<{ readonly source: ByteSource; readonly isStored: boolean }> {
    await this.flush();
    if (this.writer === undefined) {
      if (this.parts.length === 0) await this.forget();
      return { source: blobSource(new Blob([...this.short, ...this.parts])), isStored: false };
    }
    this.close();
    const blob = await this.files.read(this.loadId, 'text');
    if (blob?.size !== this.bytes) throw new SourceError('no-room-to-unpack');
    return { source: blobSource(blob), isStored: true };
  }
}
