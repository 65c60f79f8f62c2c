import type { DecodedPiece, Decoding } from '../files/decoding';
import { gunzip } from '../files/gzip';
import type { FileHead, SheetInfo } from '../files/model';
import { readHead, type DialectChoice } from '../files/read-head';
import type { OpenSpill } from '../files/ports';
import { sniff } from '../files/sniff';
import type { ByteSource } from '../files/source';
import { MADE_DIALECT, readWorkbook, type SeenWorkbook } from '../files/xlsx/read-workbook';
import { refusal } from './errors';

export type PackedKind = 'gzip' | 'workbook';

const SNIFF_BYTES = 64 * 1024;
/** Text looked at before anything is decided, as `readHead` does; more where no line end has come by then. */
const HEAD_BYTES = 256 * 1024;
const LONG_HEAD_BYTES = 4 * 1024 * 1024;

/** Whether a file's text must be made first. What else a file may be is told when it is read. */
export async function packedKind(source: ByteSource): Promise<PackedKind | undefined> {
  const found = sniff(await source.read(0, Math.min(source.size, SNIFF_BYTES)));
  if (found === 'file-is-gzip') return 'gzip';
  // A workbook whose parts stand in another order looks like any archive at its start; its directory tells.
  return found === 'file-is-xlsx' || found === 'file-is-zip' ? 'workbook' : undefined;
}

/** What is known of a packed file's text besides the text. */
export interface TextFacts {
  readonly workbook: FileHead['dialect']['workbook'];
  readonly sheets: readonly SheetInfo[];
  readonly sections: NonNullable<FileHead['sections']>;
  readonly notes: FileHead['notes'];
}

/** A text that has begun to come out of its file. */
export interface OpenedText {
  readonly kind: PackedKind;
  readonly head: FileHead;
  /** Its beginning, from which a head can be read again while the rest is still coming. */
  readonly start: ByteSource;
  readonly first: readonly DecodedPiece[];
  readonly rest: Decoding['pieces'];
  /** As far as it is known; whole when the pieces have ended. */
  readonly facts: () => TextFacts;
  readonly workbook: SeenWorkbook | undefined;
}

/** All of a text, from its beginning. */
export async function* textPieces({
  first,
  rest,
}: Pick<OpenedText, 'first' | 'rest'>): AsyncGenerator<DecodedPiece, void, undefined> {
  try {
    yield* first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** Head of a packed file's text; what the sheets hold besides rows is added. Rejects with an `IntakeError`. */
export async function textHead(
  text: ByteSource,
  choice: DialectChoice,
  facts: TextFacts,
  sizeBytes: number,
): Promise<FileHead> {
  const { workbook, sheets, sections, notes } = facts;
  const isMade = workbook !== undefined;
  const head = await readHead(text, isMade ? { ...choice, ...MADE_DIALECT } : choice, isMade);
  if (!head.ok) throw refusal(head.error);
  const { dialect, ...rest } = head.value;
  return {
    ...rest,
    dialect: workbook === undefined ? dialect : { ...dialect, workbook },
    notes: [...rest.notes, ...notes],
    sizeBytes,
    ...(workbook === undefined ? {} : { sheets: [...sheets], sections: [...sections] }),
  };
}

/** A source of which only the beginning is there yet: it says that more follows. */
function beginning(pieces: readonly DecodedPiece[], whole: boolean): ByteSource {
  const length = pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const { bytes } of pieces) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return {
    size: whole ? length : length + 1,
    read: async (from, to) => all.subarray(from, Math.min(to, length)),
  };
}

async function begin(decoding: Decoding) {
  const rest = decoding.pieces;
  let first: DecodedPiece[] = [];
  let bytes = 0;
  let lines = false;
  for (;;) {
    const { done, value } = await rest.next();
    if (done === true) return { first, rest, start: beginning(first, true) };
    if (value.restart) {
      first = [];
      bytes = 0;
      lines = false;
    }
    first.push(value);
    // Blank rows above the first cell say nothing.
    const isFilled = bytes > 0 || value.bytes.some((byte) => byte !== 10 && byte !== 13);
    if (!isFilled) continue;
    bytes += value.bytes.length;
    lines ||= value.bytes.includes(10) || value.bytes.includes(13);
    if (bytes >= LONG_HEAD_BYTES || (bytes >= HEAD_BYTES && lines))
      return { first, rest, start: beginning(first, false) };
  }
}

/**
 * Opens the text of a packed file under a choice: its head at once, the rest as it is taken. What `former`, the same
 * workbook, still knows is not read again. Rejects with `SourceError` or `IntakeError` when the file or the choice is refused.
 */
export async function openText(
  kind: PackedKind,
  file: ByteSource,
  choice: DialectChoice,
  signal: AbortSignal,
  openSpill?: OpenSpill,
  former?: SeenWorkbook,
): Promise<OpenedText> {
  if (kind === 'gzip') {
    const decoding = gunzip(file, signal);
    const facts = () => ({ workbook: undefined, sheets: [], sections: [], notes: decoding.notes() });
    const { first, rest, start } = await begin(decoding);
    const head = await textHead(start, choice, facts(), file.size);
    return { kind, head, start, first, rest, facts, workbook: undefined };
  }
  const made = await readWorkbook(
    file,
    { choice: choice.workbook, headerRow: choice.headerRow },
    signal,
    openSpill,
    former,
  );
  const { decoding, workbook } = made;
  const { first, rest, start } = await begin(decoding);
  const facts = (): TextFacts => ({
    workbook: made.choice,
    sheets: made.sheets,
    sections: [...decoding.sections],
    notes: decoding.notes(),
  });
  const wanted = { ...choice, headerRow: made.headerRow };
  const head = await textHead(start, wanted, facts(), file.size).catch(async (cause: unknown) => {
    await rest.return(undefined);
    throw cause;
  });
  // The row was found, unless the user had said it.
  if (choice.headerRow === undefined) head.dialect.decidedBy.header = 'found';
  return { kind, head, start, first, rest, facts, workbook };
}
