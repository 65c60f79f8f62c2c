import { z } from 'zod';
import { dialect, fileNote, sheetInfo, sheetSection } from '../files/model';
import { blobSource, SourceError, type ByteSource } from '../files/source';
import { writeKept, type KeptFiles, type KeptWriter } from './keep';
import { textPieces, type OpenedText, type PackedKind, type TextFacts } from './packed-text';

const record = z.object({
  version: z.literal(1),
  kind: z.enum(['gzip', 'workbook']),
  /** Bytes of the file and of the text. */
  fileBytes: z.number(),
  textBytes: z.number(),
  /** The header row the text was made for; it matters where several sheets were joined. */
  headerRow: z.number().int(),
  workbook: dialect.shape.workbook,
  sheets: z.array(sheetInfo),
  sections: z.array(sheetSection),
  notes: z.array(fileNote),
});
type TextRecord = z.infer<typeof record>;

/**
 * Bytes gathered before they are written, or become a Blob, which the browser may then move to disk: each writing costs some
 * milliseconds, however little it writes, where a browser keeps private files in another process.
 */
const PART_BYTES = 4 * 1024 * 1024;
/** Text held without private storage at most; beyond it a browser would rather end the tab than say no. */
const MOST_UNSTORED = 1.5 * 2 ** 30;

/** Takes a text in: into private storage, and from where that is refused or full into Blobs. */
class TextStore {
  bytes = 0;
  private writer: KeptWriter | undefined;
  private parts: Blob[] = [];
  /** Written again and again: made anew for each part, they would lie about until the engine looks for them. */
  private readonly part = new Uint8Array(PART_BYTES);
  private pending = 0;

  constructor(
    private readonly files: KeptFiles,
    private readonly loadId: string,
  ) {}

  async open(): Promise<void> {
    this.bytes = 0;
    this.parts = [];
    this.pending = 0;
    this.close();
    try {
      await writeKept(this.files, this.loadId, 'text-about', []);
      this.writer = await this.files.writer(this.loadId, 'text');
    } catch {
      // No private storage here; the text stays in memory and is made again next time.
    }
  }

  async take(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.bytes += bytes.length;
    if (this.writer === undefined && this.bytes > MOST_UNSTORED) throw new SourceError('no-room-to-unpack');
    for (let at = 0; at < bytes.length;) {
      const some = Math.min(bytes.length - at, PART_BYTES - this.pending);
      this.part.set(bytes.subarray(at, at + some), this.pending);
      at += some;
      this.pending += some;
      if (this.pending === PART_BYTES) await this.flush(this.bytes - bytes.length + at);
    }
  }

  /** Writes what was gathered, up to `to` of the text; where that fails, storage is full. */
  private async flush(to: number): Promise<void> {
    const part = this.part.subarray(0, this.pending);
    this.pending = 0;
    if (this.writer !== undefined) {
      try {
        this.writer.write(part);
        return;
      } catch {
        await this.moveOut(to - part.length);
      }
    }
    this.parts.push(new Blob([part]));
  }

  /** Storage is full: the `bytes` it holds stay there, the rest goes to memory. */
  private async moveOut(bytes: number): Promise<void> {
    this.close();
    const written = await this.files.read(this.loadId, 'text');
    if ((written?.size ?? 0) < bytes) throw new SourceError('no-room-to-unpack');
    if (written !== undefined) this.parts.push(written.slice(0, bytes));
  }

  close(): void {
    try {
      this.writer?.close();
    } catch {
      // What could not be written to its end is not used: its record is never written.
    }
    this.writer = undefined;
  }

  /** The whole text. */
  async end(about: Omit<TextRecord, 'textBytes'>): Promise<ByteSource> {
    await this.flush(this.bytes);
    if (this.writer === undefined) return blobSource(new Blob(this.parts));
    this.close();
    const blob = await this.files.read(this.loadId, 'text');
    if (blob?.size !== this.bytes) throw new SourceError('no-room-to-unpack');
    const text = new TextEncoder().encode(JSON.stringify({ ...about, textBytes: this.bytes }));
    // Without its record the text is made again next time; it can be read now all the same.
    await writeKept(this.files, this.loadId, 'text-about', [text]).catch(() => undefined);
    return blobSource(blob);
  }
}

/**
 * Makes the rest of a text and keeps all of it beside the load's file. Gives the whole as a source of which any row
 * can be sought. Rejects with `SourceError` when the file breaks on the way, or with the signal's reason.
 */
export async function storeText(
  files: KeptFiles,
  loadId: string,
  opened: OpenedText,
  fileBytes: number,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<ByteSource> {
  const store = new TextStore(files, loadId);
  try {
    await store.open();
    for await (const piece of textPieces(opened)) {
      signal.throwIfAborted();
      if (piece.restart) await store.open();
      await store.take(piece.bytes);
      onProgress(piece.done, piece.total);
    }
    const { head, kind } = opened;
    const { headerRow } = head.dialect;
    const { workbook, sheets, sections, notes } = opened.facts();
    return await store.end({
      version: 1,
      kind,
      fileBytes,
      headerRow,
      workbook,
      sheets: [...sheets],
      sections,
      notes,
    });
  } finally {
    store.close();
  }
}

/** The text that was made of this file before, with what is known of it; undefined when there is none of this choice. */
export async function keptText(
  files: KeptFiles,
  loadId: string,
  kind: PackedKind,
  fileBytes: number,
  choice: { workbook?: TextFacts['workbook']; headerRow?: number | undefined },
): Promise<{ source: ByteSource; facts: TextFacts; headerRow: number } | undefined> {
  try {
    const about = await files.read(loadId, 'text-about');
    const blob = await files.read(loadId, 'text');
    if (about === undefined || blob === undefined) return undefined;
    const parsed = record.safeParse(JSON.parse(await about.text()));
    if (!parsed.success) return undefined;
    const { workbook, sheets, sections, notes, headerRow, ...made } = parsed.data;
    if (made.kind !== kind || made.fileBytes !== fileBytes || made.textBytes !== blob.size) return undefined;
    const facts = { workbook, sheets, sections, notes };
    return needsOther(facts, headerRow, choice) ? undefined : { source: blobSource(blob), facts, headerRow };
  } catch {
    // Whatever is wrong with it, the file itself is there and the text can be made again.
    return undefined;
  }
}

/** Whether a choice asks for another text than the one that was made. */
export function needsOther(
  { workbook }: Pick<TextFacts, 'workbook'>,
  headerRow: number,
  choice: { workbook?: TextFacts['workbook']; headerRow?: number | undefined },
): boolean {
  if (workbook === undefined) return false;
  const wanted = choice.workbook ?? workbook;
  const sameSheets =
    wanted.sheets.length === workbook.sheets.length &&
    wanted.sheets.every((name, at) => name === workbook.sheets[at]);
  if (!sameSheets) return true;
  if (workbook.sheets.length === 1) return false;
  return wanted.byName !== workbook.byName || (choice.headerRow ?? headerRow) !== headerRow;
}
