import { z } from 'zod';
import { dialect, fileNote, sheetInfo, sheetSection } from '../files/model';
import { blobSource, type ByteSource } from '../files/source';
import { writeKept, type KeptFiles } from './keep';
import { TextStore } from './text-store';
import { textPieces, type OpenedText, type PackedKind, type TextFacts } from './packed-text';

/** Version 3: texts of a workbook that look like numbers stand in quotes, those with an exponent as well. */
const record = z.object({
  version: z.literal(3),
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
    const { source, isStored } = await store.end();
    if (!isStored) return source;
    const about: TextRecord = {
      version: 3,
      kind,
      fileBytes,
      textBytes: store.bytes,
      headerRow,
      workbook,
      sheets: [...sheets],
      sections,
      notes,
    };
    const text = new TextEncoder().encode(JSON.stringify(about));
    // Without its record the text is made again next time; it can be read now all the same.
    await writeKept(files, loadId, 'text-about', [text]).catch(() => undefined);
    return source;
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
