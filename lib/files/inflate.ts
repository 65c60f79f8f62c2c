import { SourceError, type ByteSource } from './source';

/** What a compressed file may not unpack to: such files are made to fill a disk, not to hold a table. */
export interface InflateLimits {
  /** Bytes at most. */
  readonly most: number;
  /** Unpacked bytes for each packed one, looked at beyond `RATIO_FROM`. Tables pack 5 to 60 times. */
  readonly ratio: number;
}
export const LIMITS: InflateLimits = { most: 64 * 2 ** 30, ratio: 300 };
const RATIO_FROM = 32 * 2 ** 20;
/** Bytes read at once: small at first, so that the first rows come at once, then large, for each reading waits for the disk. */
const FIRST_READ_BYTES = 256 * 1024;
const MOST_READ_BYTES = 2 * 2 ** 20;
/** Bytes unpacked at once: an engine unpacks all it is given before it gives any of it, 300 times as much or more. */
const FEED_BYTES = 64 * 1024;

export const damaged = (cause?: unknown): SourceError => new SourceError('file-damaged', { cause });

/** The bytes `from` to `to` of a source, in pieces that grow; the next is read while one is looked at. */
export async function* bytesBetween(source: ByteSource, from: number, to: number) {
  let size = FIRST_READ_BYTES;
  let at = from;
  const next = () => {
    const begin = at;
    at = Math.min(to, begin + size);
    size = Math.min(MOST_READ_BYTES, size * 2);
    const read = source.read(begin, at);
    // Whoever takes it is told; where nobody comes for it, nobody needs it.
    read.catch(() => undefined);
    return read;
  };
  for (let coming = at < to ? next() : undefined; coming !== undefined;) {
    const bytes = await coming;
    coming = at < to ? next() : undefined;
    for (let begin = 0; begin < bytes.length; begin += FEED_BYTES)
      yield bytes.subarray(begin, begin + FEED_BYTES);
  }
}

/** Throws when `unpacked` bytes out of `packed` are more than any table gives. */
export function holdLimits(unpacked: number, packed: number, limits: InflateLimits): void {
  if (unpacked > limits.most || (unpacked > RATIO_FROM && unpacked > packed * limits.ratio)) {
    throw new SourceError('file-inflates-too-much');
  }
}

/** The header of a gzip member without a name or time (RFC 1952 §2.3). */
const MEMBER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/**
 * Raw deflate as a member of gzip, whose check sum and length the engine itself then compares: four times as fast as
 * summing here. `length` in bytes.
 */
export async function* asMember(
  deflated: AsyncIterable<Uint8Array<ArrayBuffer>>,
  crc: number,
  length: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  yield new Uint8Array(MEMBER);
  yield* deflated;
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, length % 2 ** 32, true);
  yield new Uint8Array(trailer.buffer);
}

/**
 * Unpacks raw deflate, or a single member of gzip. Gives pieces as they come; rejects with `SourceError` `file-damaged` when the data is no
 * deflate, ends too early or goes on after its end, and with what `parts` rejects with.
 */
export async function* inflate(
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
  format: 'deflate-raw' | 'gzip' = 'deflate-raw',
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let broken: unknown;
  const feed = async () => {
    try {
      for await (const part of parts) await writer.write(part);
      await writer.close();
    } catch (cause) {
      broken = cause;
      await writer.abort(cause).catch(() => undefined);
    }
  };
  // Both ends reject when one breaks; whoever reads is told below.
  writer.closed.catch(() => undefined);
  reader.closed.catch(() => undefined);
  const fed = feed();
  let whole = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await fed;
    whole = broken === undefined;
  } catch (cause) {
    broken ??= cause;
  } finally {
    if (!whole) {
      await reader.cancel().catch(() => undefined);
      await writer.abort().catch(() => undefined);
    }
  }
  if (whole) return;
  throw broken instanceof SourceError ? broken : damaged(broken);
}
