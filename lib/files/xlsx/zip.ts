import { crc32 } from '../crc32';
import { asMember, bytesBetween, damaged, holdLimits, inflate, LIMITS, type InflateLimits } from '../inflate';
import type { FileRefusal } from '../model';
import { SourceError, type ByteSource } from '../source';

/** One file inside a zip archive, as its central directory describes it (APPNOTE.TXT 6.3.10 §4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Bytes. */
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly offset: number;
}
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
/** The end record may be followed by a comment of 65,535 bytes. */
const TAIL_BYTES = END_BYTES + 65_535 + 20;
/** A workbook has some dozens of parts; a directory beyond this is no workbook's. */
const MOST_DIRECTORY = 64 * 2 ** 20;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const u64 = (data: DataView, at: number) => data.getUint32(at, true) + data.getUint32(at + 4, true) * 2 ** 32;

/** Where the central directory lies and how many entries it has. */
async function findDirectory(source: ByteSource) {
  const from = Math.max(0, source.size - TAIL_BYTES);
  const tail = view(await source.read(from, source.size));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const plain = {
      entries: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
      end: from + at,
    };
    if (at < 20 || tail.getUint32(at - 20, true) !== LOCATOR64) return plain;
    // Bytes before the archive move this record, too, and nobody told the locator: it stands right behind it.
    for (const end of [u64(tail, at - 20 + 8), from + at - 20 - 56]) {
      if (end < 0 || end + 56 > source.size) continue;
      const record = view(await source.read(end, end + 56));
      if (record.getUint32(0, true) !== END64) continue;
      return { entries: u64(record, 32), bytes: u64(record, 40), offset: u64(record, 48), end };
    }
    throw damaged();
  }
  throw damaged();
}

/** Two archives one behind the other: readers differ in which of the two they take. */
async function isGlued(source: ByteSource, shift: number): Promise<boolean> {
  if (shift === 0) return false;
  return view(await source.read(0, 4)).getUint32(0, true) === LOCAL;
}

/** Methods of APPNOTE.TXT 6.3.10 §4.4.5 that browsers cannot unpack; 20 is what Zstandard was first given. */
const OTHER_METHODS: Readonly<Record<number, FileRefusal>> = {
  9: 'packed-by-deflate64',
  12: 'packed-by-bzip2',
  14: 'packed-by-lzma',
  20: 'packed-by-zstd',
  93: 'packed-by-zstd',
  95: 'packed-by-xz',
};

/** Sizes and place that do not fit into 32 bits stand in extra field 1, in this order (§4.5.3). */
function wide(data: DataView, from: number, to: number, values: [number, number, number]) {
  for (let at = from; at + 4 <= to;) {
    const id = data.getUint16(at, true);
    const end = at + 4 + data.getUint16(at + 2, true);
    if (id === 1) {
      let next = at + 4;
      values.forEach((value, n) => {
        if (value !== 0xffffffff || next + 8 > Math.min(end, to)) return;
        values[n] = u64(data, next);
        next += 8;
      });
    }
    at = end;
  }
}

/**
 * The entries of a zip archive by name. Rejects with `file-damaged` when the directory is cut off, lies, or names a
 * file twice: readers differ in which of the two they take, and so nobody could say what is in the workbook.
 */
export async function readDirectory(source: ByteSource): Promise<ZipDirectory> {
  const found = await findDirectory(source);
  if (found.bytes > MOST_DIRECTORY || found.bytes > found.end) throw damaged();
  // Bytes before the archive (a self-extractor, a mail header) move every offset by the same amount.
  const start = found.end - found.bytes;
  const shift = start - found.offset;
  if (shift < 0 || (await isGlued(source, shift))) throw damaged();
  const bytes = await source.read(start, found.end);
  const data = view(bytes);
  const entries = new Map<string, ZipEntry>();
  const names = new TextDecoder();
  let at = 0;
  for (let n = 0; n < found.entries; n++) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== CENTRAL) throw damaged();
    const nameEnd = at + 46 + data.getUint16(at + 28, true);
    const extraEnd = nameEnd + data.getUint16(at + 30, true);
    const next = extraEnd + data.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged();
    const sizes: [number, number, number] = [
      data.getUint32(at + 24, true),
      data.getUint32(at + 20, true),
      data.getUint32(at + 42, true),
    ];
    wide(data, nameEnd, extraEnd, sizes);
    // Some Windows programs write backslashes, and part names do not tell cases apart (OPC §6.2.2.3).
    const name = names.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
    if (entries.has(name.toLowerCase())) throw damaged();
    entries.set(name.toLowerCase(), {
      name,
      method: data.getUint16(at + 10, true),
      encrypted: (data.getUint16(at + 8, true) & 1) !== 0,
      crc: data.getUint32(at + 16, true),
      unpacked: sizes[0],
      packed: sizes[1],
      offset: sizes[2] + shift,
    });
    at = next;
  }
  return entries;
}

/** The bytes of one entry, unpacked, in pieces; checked against its size and check sum when they end. */
export async function* readEntry(
  source: ByteSource,
  entry: ZipEntry,
  limits: InflateLimits = LIMITS,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  if (entry.encrypted) throw new SourceError('file-is-encrypted');
  if (entry.method !== 0 && entry.method !== 8)
    throw new SourceError(OTHER_METHODS[entry.method] ?? 'packed-otherwise');
  if (entry.offset + 30 > source.size) throw damaged();
  const local = view(await source.read(entry.offset, entry.offset + 30));
  if (local.getUint32(0, true) !== LOCAL) throw damaged();
  const from = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const to = from + entry.packed;
  if (to > source.size) throw damaged();
  holdLimits(entry.unpacked, entry.packed, limits);
  const packed = bytesBetween(source, from, to);
  let bytes = 0;
  const isStored = entry.method === 0;
  let crc = 0;
  for await (const piece of isStored
    ? packed
    : inflate(asMember(packed, entry.crc, entry.unpacked), 'gzip')) {
    bytes += piece.length;
    // More than the directory says: a bomb that lies about its size ends here.
    if (bytes > entry.unpacked) throw new SourceError('file-damaged');
    if (isStored) crc = crc32(piece, crc);
    yield piece;
  }
  if (bytes !== entry.unpacked || (isStored && crc !== entry.crc)) throw damaged();
}
