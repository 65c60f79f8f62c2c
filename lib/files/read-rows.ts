import { cutFirstRow, cutter, NO_TEXTS, type CutRows, type QuotedTexts } from './cut';
import { cutThrough } from './cut-through';
import { afterLineEnd, countLineEnds, cutAtCharacter, pieceDecoder } from './decode';
import type { Dialect } from './model';
import type { ByteSource } from './source';

/** Bytes fetched at once; measured best for throughput (docs/benchmarks.md). */
const SLICE_BYTES = 8 * 1024 * 1024;
/** Bytes cut into rows at once, and so the grain of the row index: small enough to reach any row within some ms. */
const PIECE_BYTES = 128 * 1024;
/** Characters after which an unfinished row is taken for an unclosed quote. Peak takes no body over 1 MB (§4.2). */
const ROW_CAP = 2_000_000;

/** A place where a row begins. `row` is the user's own row number. */
export interface RowStart {
  readonly row: number;
  readonly byte: number;
}

export interface RowBlock {
  /** The user's own number of the first row. */
  readonly firstRow: number;
  readonly rows: string[][];
  /** Positions in `rows` whose quotes are broken: where their cells end is a guess. */
  readonly broken: ReadonlySet<number>;
  /** Positions of rows with quotes or line ends inside cells that are not quoted. */
  readonly stray: ReadonlySet<number>;
  /** By position in `rows`: cells whose quotes say that they are texts (`QuotedTexts`). */
  readonly quotedTexts: QuotedTexts;
  /** Some bytes could not be decoded; `isUndecodable` names the cells. */
  readonly damaged: boolean;
  /** Byte at which the first row begins; undefined where it did not begin after a line end. */
  readonly startByte: number | undefined;
  /** Bytes read from the source when this block was cut. */
  readonly bytesRead: number;
}

export interface ReadOptions {
  readonly start?: RowStart;
  readonly signal?: AbortSignal;
  readonly sliceBytes?: number;
  /** Bytes of the first slice, each later one twice the one before up to `sliceBytes`, for whom the first rows are urgent. */
  readonly firstSliceBytes?: number;
  readonly pieceBytes?: number;
  /** The text was made here, of a workbook, though its dialect does not say so yet. */
  readonly isMade?: boolean;
}

/**
 * Where the last line of `bytes` that ends by `end` ends; 0 when that is too far back. What begins with a row needs not
 * be put together with the rest of the piece before, which copied every piece once more. No encoding but UTF-16 has
 * this byte in any other character.
 */
function afterLastLine(bytes: Uint8Array, end: number, encoding: Dialect['encoding']): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 0;
  const after = bytes.lastIndexOf(10, end - 1) + 1;
  return after > end / 2 ? after : 0;
}

/** Byte ranges of pieces, each between two characters, and between two lines where there are such. Reads one slice ahead while the former is worked on. */
async function* pieces(source: ByteSource, dialect: Dialect, options: ReadOptions, from: number) {
  const sliceBytes = options.sliceBytes ?? SLICE_BYTES;
  const pieceBytes = options.pieceBytes ?? PIECE_BYTES;
  let size = Math.min(sliceBytes, options.firstSliceBytes ?? sliceBytes);
  const fetch = (at: number) => {
    const to = Math.min(source.size, at + size);
    const slice = source.readSome?.(at, to) ?? source.read(at, to);
    size = Math.min(sliceBytes, 2 * size);
    // The read ahead may fail while nobody waits for it yet; whoever waits later still gets the failure.
    slice.catch(() => undefined);
    return slice;
  };
  let at = from;
  let ahead = at < source.size ? fetch(at) : undefined;
  while (ahead !== undefined) {
    const slice = await ahead;
    if (slice.length === 0) return;
    const final = at + slice.length >= source.size;
    const usable =
      (final ? slice.length : afterLastLine(slice, slice.length, dialect.encoding)) ||
      cutAtCharacter(slice, slice.length, dialect.encoding, final) ||
      slice.length;
    ahead = final ? undefined : fetch(at + usable);
    for (let start = 0; start < usable;) {
      const rest = slice.subarray(start, usable);
      const most = Math.min(pieceBytes, rest.length);
      let end =
        afterLastLine(rest, most, dialect.encoding) || cutAtCharacter(rest, most, dialect.encoding, true);
      // A piece smaller than one character (only ever in tests) takes the character whole.
      for (let size = pieceBytes; end === 0; size++) {
        end = cutAtCharacter(rest, Math.min(size, rest.length), dialect.encoding, size >= rest.length);
      }
      yield { bytes: rest.subarray(0, end), endByte: at + start + end };
      start += end;
    }
    source.release?.(slice);
    at += usable;
    options.signal?.throwIfAborted();
  }
}

/** The beginning of a row that was cut off, as in a head: its lines are no rows. */
const unfinished = (text: string): CutRows => ({
  rows: [[text]],
  broken: new Set([0]),
  stray: new Set(),
  quotedTexts: NO_TEXTS,
  used: text.length,
});

/**
 * All rows of a file from `start` on (default: its first), header and blank rows included, in blocks. A row whose
 * quote never closes within the cap or before the end of the file becomes one broken row of its first line, and
 * reading goes on with the next line: one stray quote never swallows a file. In a text that was made of a workbook all
 * quotes close, and a row is as long as its cells are. Rejects with `SourceError`, or with the signal's reason.
 */
export async function* readRows(
  source: ByteSource,
  dialect: Dialect,
  options: ReadOptions = {},
): AsyncGenerator<RowBlock, void, undefined> {
  const from = options.start ?? firstStart(dialect);
  const decode = pieceDecoder(dialect.encoding);
  const cut = cutter(dialect);
  let row = from.row;
  let tail = '';
  let startByte: number | undefined = from.byte;
  let tailDamaged = false;
  let bytesRead = from.byte;
  const isMade = options.isMade ?? dialect.workbook !== undefined;
  // Without quotes each line is a row, however long.
  const isLines = dialect.places !== undefined;
  /** Characters a row of a made text must have before it is looked at again: each piece would go through all of it. */
  let enough = 0;

  function* emit({ rows, broken, stray, quotedTexts }: CutRows, damaged: boolean, byte: number | undefined) {
    if (rows.length === 0) return;
    yield { firstRow: row, rows, broken, stray, quotedTexts, damaged, startByte: byte, bytesRead };
    row += rows.length;
  }

  function* rowsOf(text: string, damaged: boolean, final: boolean) {
    let left = text;
    let byte = startByte;
    while (left !== '') {
      // Judged by the row's own length, so that reading from elsewhere in the file cuts it the same way.
      const overlong = !isMade && !isLines && left.length > ROW_CAP && cutFirstRow(left, dialect) > ROW_CAP;
      let result = overlong ? cutThrough(left, dialect, ROW_CAP, final) : cut(left, false);
      if (result.rows.length === 0) {
        // Only the end of the file may finish a row that has no line end.
        if (!final) break;
        result = cut(left, true);
        if (result.broken.size > 0 && !isLines)
          result = isMade ? unfinished(left) : cutThrough(left, dialect, ROW_CAP, true);
      }
      yield* emit(result, damaged, byte);
      left = left.slice(result.used);
      byte = undefined;
    }
    return left;
  }

  /** Only a row that begins after a line end of this very piece has a place that is known. */
  function startOfTail(piece: { bytes: Uint8Array; endByte: number }, whole: string) {
    if (tail === '') return piece.endByte;
    if (!/[\r\n]/.test(whole.charAt(whole.length - tail.length - 1))) return undefined;
    const at = afterLineEnd(piece.bytes, countLineEnds(tail), dialect.encoding);
    return at === undefined ? undefined : piece.endByte - piece.bytes.length + at;
  }

  for await (const piece of pieces(source, dialect, options, from.byte)) {
    const { text, damaged } = decode(piece.bytes);
    bytesRead = piece.endByte;
    const whole = tail + text;
    if (whole.length < enough) {
      tail = whole;
      tailDamaged ||= damaged;
      continue;
    }
    tail = yield* rowsOf(whole, damaged || tailDamaged, false);
    if (tail.length < whole.length) startByte = startOfTail(piece, whole);
    tailDamaged = (damaged || tailDamaged) && tail !== '';
    enough = isMade ? 2 * tail.length : 0;
  }
  yield* rowsOf(tail, tailDamaged, true);
}

/** Where the first row of a file begins: after the byte order mark. */
export function firstStart(dialect: Pick<Dialect, 'bom' | 'encoding'>): RowStart {
  return { row: 1, byte: dialect.bom ? (dialect.encoding === 'utf-8' ? 3 : 2) : 0 };
}
