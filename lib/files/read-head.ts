import { err, ok, type Result } from '../base/result';
import { blankLead } from './blank-lead';
import { pieceDecoder, cutAtCharacter } from './decode';
import { cutter, cutFirstLine } from './cut';
import { findCut, SEP_LINE } from './delimiter';
import { bomLength, detectEncoding, type EncodingChoice } from './encoding';
import { encodingEvidence } from './encoding-evidence';
import { offeredPlaces } from './find-places';
import { withoutDoubts } from './fixed-places';
import { headNotes } from './head-notes';
import { HEAD_BYTES, headRecords } from './head-records';
import { findHeaderRow, isLoneRow, namesMissing, placeNames, withUnnamed } from './header-row';
import { looksLikeTotal } from './total-row';
import type { Dialect, FileHead, FileRefusal } from './model';
import { SourceError, type ByteSource } from './source';
import { sniff, sniffOle } from './sniff';
import { utf8Evidence } from './utf8-evidence';

/** Where 256 KB hold no line end, this much is looked at before the file is given up as no table. */
const LONG_HEAD_BYTES = 4 * 1024 * 1024;
const RAW_LINES = 30;
const RAW_LINE_CHARACTERS = 2000;
const HEAD_ROWS = 50;
/** Rows above the header that are shown, the nearest to it. */
const ABOVE = 20;

/** For a file that only the user's own choice makes a text. */
const CHOSEN_IN_SPITE: EncodingChoice = {
  encoding: 'windows-1252',
  bomBytes: 0,
  decidedBy: 'user',
  invalid: 0,
  lines: [],
  ends: [],
};

/** A text that was made here is UTF-8, and says so by no letter of its own. */
const made = (bytes: Uint8Array): EncodingChoice => ({
  ...CHOSEN_IN_SPITE,
  encoding: 'utf-8',
  invalid: utf8Evidence(bytes).invalid,
});

/** What the user decided instead of the evidence. */
export type DialectChoice = { [K in keyof Dialect]?: Dialect[K] | undefined };

/**
 * Dialect, header and first rows of a text file, from its head and a few samples. A choice of the user's outranks
 * evidence. Refuses what is no text table; trouble with single rows is for the check of the whole file. `madeHere`: the
 * text was made of a workbook, whose first cell may well begin like another kind of file.
 */
export async function readHead(
  source: ByteSource,
  choice: DialectChoice = {},
  madeHere = false,
): Promise<Result<FileHead, FileRefusal>> {
  try {
    return await read(source, choice, madeHere);
  } catch (cause) {
    if (cause instanceof SourceError) return err(cause.code);
    throw cause;
  }
}

/** Whether a text that was made here has its first row in these bytes: all quotes of it close. */
function holdsMadeRow(bytes: Uint8Array): boolean {
  let isQuoted = false;
  for (const byte of bytes) {
    if (byte === 34) isQuoted = !isQuoted;
    else if (byte === 10 && !isQuoted) return true;
  }
  return false;
}

const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 10 || byte === 13);

async function read(
  source: ByteSource,
  choice: DialectChoice,
  madeHere: boolean,
): Promise<Result<FileHead, FileRefusal>> {
  if (source.size === 0) return err('file-empty');
  let bytes = await source.read(0, Math.min(source.size, HEAD_BYTES));
  const lead = isBlank(bytes) ? await blankLead(source) : { bytes: 0, lines: 0 };
  const beginsAt = (most: number) => source.read(lead.bytes, Math.min(source.size, lead.bytes + most));
  if (lead.bytes > 0) bytes = await beginsAt(HEAD_BYTES);
  if (bytes.length === 0) return err('file-empty');
  const refusal = madeHere ? undefined : sniff(bytes);
  if (refusal !== undefined) return err(refusal === 'file-is-xls' ? await sniffOle(source, bytes) : refusal);
  const holdsLine = madeHere ? holdsMadeRow(bytes) : bytes.includes(10) || bytes.includes(13);
  if (!holdsLine && source.size > lead.bytes + bytes.length) {
    bytes = await beginsAt(LONG_HEAD_BYTES);
  }
  const detected = madeHere ? made(bytes) : await detectEncoding(source, bytes);
  if (detected === 'unread') return err('file-encoding-unread');
  if (detected === 'binary' && choice.encoding === undefined) return err('file-is-binary');
  const evidence: EncodingChoice = detected === 'binary' ? CHOSEN_IN_SPITE : detected;
  const encoding = choice.encoding ?? evidence.encoding;
  const bomBytes = bomLength(bytes, encoding);
  const whole = lead.bytes + bytes.length === source.size;
  const body = bytes.subarray(bomBytes, cutAtCharacter(bytes, bytes.length, encoding, whole));
  const text = pieceDecoder(encoding)(body).text;
  if (text.trim() === '') return err('file-empty');
  if (!whole && !/[\r\n]/.test(text)) return err('file-is-binary');

  const { decidedBy, ...cut } = findCut(text, choice, whole, evidence.ends);
  const dialect: Dialect = {
    encoding,
    bom: bomBytes > 0,
    ...cut,
    headerRow: 1,
    ...(choice.totals === undefined ? {} : { totals: choice.totals }),
    decidedBy: choice.decidedBy ?? {
      encoding: choice.encoding === undefined ? evidence.decidedBy : 'user',
      delimiter: decidedBy,
      ...(choice.headerRow === undefined ? {} : { header: 'user' as const }),
      ...(choice.quote === undefined ? {} : { quote: 'user' as const }),
      ...(choice.newline === undefined ? {} : { newline: 'user' as const }),
    },
  };
  const seen = bytes.subarray(0, bomBytes + body.length);
  const { records, isAll } = await headRecords(seen, dialect, whole, madeHere);
  const filled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');
  const { places: cuts } = dialect;
  const asHeadings =
    cuts === undefined
      ? records
      : (await headRecords(seen, { ...dialect, places: withoutDoubts(cuts) }, whole, madeHere)).records;
  const names = findHeaderRow(asHeadings, SEP_LINE.test(text) ? 1 : 0);
  const isLone = isAll && !madeHere && isLoneRow(records);
  dialect.headerRow = choice.headerRow ?? (isLone ? 0 : lead.lines + names.row);
  if (choice.headerRow === undefined && (names.found || isLone)) dialect.decidedBy.header = 'found';
  const headerAt = dialect.headerRow - lead.lines - 1;
  const written = dialect.headerRow === 0 ? placeNames(records) : asHeadings[headerAt];
  if (written === undefined) return err(isAll ? 'file-header-only' : 'file-is-binary');
  const rows = records
    .map((cells, at) => ({ row: lead.lines + at + 1, cells }))
    .filter((record) => record.row > dialect.headerRow);
  if (isAll && !rows.some((record) => filled(record.cells))) return err('file-header-only');
  const first = rows.slice(0, HEAD_ROWS);
  const places = madeHere ? undefined : offeredPlaces(text, { dialect, header: written, rows: first });
  const isAsked = !madeHere && places === undefined && dialect.headerRow > 0;
  const missing = isAsked ? namesMissing(written, first) : 0;
  if (missing > 0 && choice.unnamed !== undefined) dialect.unnamed = choice.unnamed;
  const header = dialect.unnamed === undefined ? written : withUnnamed(written, missing, dialect.unnamed);
  return ok({
    dialect,
    ...(places === undefined ? {} : { places }),
    evidence: encodingEvidence(evidence, encoding),
    header,
    ...(missing > 0 ? { unnamedColumns: missing } : {}),
    above: records
      .slice(0, Math.max(0, headerAt))
      .map((cells, at) => ({ row: lead.lines + at + 1, cells }))
      .slice(-ABOVE),
    rawLines: text.split(/\r\n|\n|\r/, RAW_LINES).map((line) => line.slice(0, RAW_LINE_CHARACTERS)),
    rows: first,
    totals: await totalsOf(source, dialect, rows, isAll),
    notes: headNotes(dialect, header, rows, evidence.invalid, text, { places, missing }),
    sizeBytes: source.size,
  });
}

/** Bytes of the file's end looked at, and rows of it: footers are short. */
const END_BYTES = 16 * 1024;
const END_ROWS = 12;

/** Rows that look like sums: in the head, and among the last ones of the file (whose numbers nobody knows yet). */
async function totalsOf(
  source: ByteSource,
  dialect: Dialect,
  rows: readonly { row: number; cells: string[] }[],
  whole: boolean,
) {
  const found: { row?: number; cells: string[] }[] = rows.filter(({ cells }) => looksLikeTotal(cells));
  if (!whole) {
    const bytes = await source.read(Math.max(0, source.size - END_BYTES), source.size);
    const even = bytes.subarray(dialect.encoding.startsWith('utf-16') ? source.size % 2 : 0);
    const { text } = pieceDecoder(dialect.encoding)(even);
    const rest = text.slice(cutFirstLine(text, dialect, text.length).used);
    const ends = cutter(dialect)(rest, true).rows.slice(-END_ROWS);
    found.push(...ends.filter(looksLikeTotal).map((cells) => ({ cells })));
  }
  return found.slice(0, 5);
}
