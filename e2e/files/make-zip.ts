import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../lib/files/crc32';

export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Kept as it is instead of packed. */
  readonly stored?: boolean;
  /** Sizes and check sum behind the data, zeros before it, as writers of streams do. */
  readonly descriptor?: boolean;
  /** Sizes in the extra field of 64 bits, as for parts beyond 4 GB. */
  readonly zip64?: boolean;
  /** What the directory says instead of the truth. */
  readonly claims?: { readonly crc?: number; readonly unpacked?: number; readonly packed?: Uint8Array };
  readonly flags?: number;
  readonly method?: number;
}

const bytesOf = (data: string | Uint8Array) =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data;

function record(size: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]) {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [at, width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value >>> 0, true);
  }
  return bytes;
}

function wide(values: readonly number[]): Uint8Array {
  const bytes = record(4 + values.length * 8, [
    [0, 2, 1],
    [2, 2, values.length * 8],
  ]);
  values.forEach((value, at) => new DataView(bytes.buffer).setUint32(4 + at * 8, value, true));
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A zip archive of these parts in this order; `comment` follows the end record, `before` precedes the first part; `moved`: the 64-bit end is not where it is said to be, either. */
export function makeZip(
  parts: readonly ZipPart[],
  around: { comment?: string; before?: Uint8Array; zip64?: boolean; moved?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const out: Uint8Array[] = around.before === undefined ? [] : [around.before];
  const directory: Uint8Array[] = [];
  const at = () => out.reduce((sum, part) => sum + part.length, 0) - (around.before?.length ?? 0);
  for (const part of parts) {
    const data = bytesOf(part.data);
    const name = bytesOf(part.name);
    const packed = part.claims?.packed ?? (part.stored === true ? data : deflateRawSync(data));
    const crc = part.claims?.crc ?? crc32(data);
    const unpacked = part.claims?.unpacked ?? data.length;
    const method = part.method ?? (part.stored === true ? 0 : 8);
    const flags = (part.flags ?? 0) | (part.descriptor === true ? 8 : 0) | 0x800;
    const offset = at();
    const late = part.descriptor === true;
    out.push(
      record(30, [
        [0, 4, 0x04034b50],
        [4, 2, 20],
        [6, 2, flags],
        [8, 2, method],
        [14, 4, late ? 0 : crc],
        [18, 4, late ? 0 : packed.length],
        [22, 4, late ? 0 : unpacked],
        [26, 2, name.length],
      ]),
      name,
      packed,
    );
    if (late) {
      out.push(
        record(16, [
          [0, 4, 0x08074b50],
          [4, 4, crc],
          [8, 4, packed.length],
          [12, 4, unpacked],
        ]),
      );
    }
    const is64 = part.zip64 === true;
    const extra = is64 ? wide([unpacked, packed.length, offset]) : new Uint8Array(0);
    directory.push(
      record(46, [
        [0, 4, 0x02014b50],
        [4, 2, 20],
        [6, 2, 20],
        [8, 2, flags],
        [10, 2, method],
        [16, 4, crc],
        [20, 4, is64 ? 0xffffffff : packed.length],
        [24, 4, is64 ? 0xffffffff : unpacked],
        [28, 2, name.length],
        [30, 2, extra.length],
        [42, 4, is64 ? 0xffffffff : offset],
      ]),
      name,
      extra,
    );
  }
  const start = at();
  const listing = join(directory);
  const comment = bytesOf(around.comment ?? '');
  const end64: Uint8Array[] = [];
  if (around.zip64 === true) {
    const big = record(56, [
      [0, 4, 0x06064b50],
      [4, 4, 44],
      [24, 4, parts.length],
      [32, 4, parts.length],
      [40, 4, listing.length],
      [48, 4, start],
    ]);
    end64.push(
      big,
      record(20, [
        [0, 4, 0x07064b50],
        [8, 4, start + listing.length + (around.moved === true ? 0 : (around.before?.length ?? 0))],
        [16, 4, 1],
      ]),
    );
  }
  const is64 = around.zip64 === true;
  const end = record(22, [
    [0, 4, 0x06054b50],
    [8, 2, is64 ? 0xffff : parts.length],
    [10, 2, is64 ? 0xffff : parts.length],
    [12, 4, is64 ? 0xffffffff : listing.length],
    [16, 4, is64 ? 0xffffffff : start],
    [20, 2, comment.length],
  ]);
  return join([...out, listing, ...end64, end, comment]);
}
