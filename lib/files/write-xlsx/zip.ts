/** A part of the package: its name and its text, made while it is written. */
export interface ZipPart {
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

/** More than a zip file without the 64-bit extension can hold; what was written so far is no usable file. */
export class ZipTooLargeError extends Error {
  override readonly name = 'ZipTooLargeError';
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** 4 GB less a little: sizes and places are 32 bits wide. */
const MOST = 0xffff_0000;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1980-01-01, the first day a zip file can name: the same rows give the same bytes. */
const DOS_DATE = 0x21;

/** Little endian fields, each with its width in bytes. */
function record(...fields: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

interface Written {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly at: number;
  crc: number;
  size: number;
  packed: number;
}

/** The fields that stand both before a part and in the directory; `sizes` is empty before, since nobody knows yet. */
const described = (entry: Written, sizes: boolean) =>
  [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DOS_DATE],
    [4, sizes ? entry.crc : 0],
    [4, sizes ? entry.packed : 0],
    [4, sizes ? entry.size : 0],
    [2, entry.name.length],
    [2, 0],
  ] as const;

/** The part deflated; counts into `entry`. Whoever stops listening stops the making of the text as well. */
async function* deflated(part: ZipPart, entry: Written): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const fill = async () => {
    for await (const text of part.text) {
      const bytes = encoder.encode(text);
      entry.crc = crcOf(bytes, entry.crc);
      entry.size += bytes.length;
      if (entry.size > MOST) throw new ZipTooLargeError(`${part.name} is larger than 4 GB`);
      await writer.write(bytes);
    }
    await writer.close();
  };
  const filling = fill().catch(async (cause: unknown) => {
    // The reader below fails with the same cause, and that is where it is told.
    await writer.abort(cause).catch(() => undefined);
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const bytes = new Uint8Array(value);
      entry.packed += bytes.length;
      yield bytes;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await filling;
  }
}

/**
 * A zip file, piece by piece, deflated; memory holds one piece and the directory. Throws ZipTooLargeError beyond 4 GB
 * and whatever the parts throw. Format: PKWARE APPNOTE 6.3, §4.3.
 */
export async function* zipOf(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const written: Written[] = [];
  let at = 0;
  for await (const part of parts) {
    if (at > MOST) throw new ZipTooLargeError('the file is larger than 4 GB');
    const entry: Written = { name: new TextEncoder().encode(part.name), at, crc: 0, size: 0, packed: 0 };
    const head = record([4, 0x0403_4b50], ...described(entry, false));
    yield head;
    yield entry.name;
    yield* deflated(part, entry);
    const tail = record([4, 0x0807_4b50], [4, entry.crc], [4, entry.packed], [4, entry.size]);
    yield tail;
    at += head.length + entry.name.length + entry.packed + tail.length;
    written.push(entry);
  }
  const start = at;
  for (const entry of written) {
    const line = record(
      [4, 0x0201_4b50],
      [2, VERSION],
      ...described(entry, true),
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, entry.at],
    );
    yield line;
    yield entry.name;
    at += line.length + entry.name.length;
  }
  if (at > MOST) throw new ZipTooLargeError('the file is larger than 4 GB');
  yield record(
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, written.length],
    [2, written.length],
    [4, at - start],
    [4, start],
    [2, 0],
  );
}
