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
/** Bytes read at once: large enough for speed, small enough for the first rows to come at once. */
const READ_BYTES = 256 * 1024;

export const damaged = (cause?: unknown): SourceError => new SourceError('file-damaged', { cause });

/** The bytes `from` to `to` of a source, in pieces. */
export async function* bytesBetween(source: ByteSource, from: number, to: number) {
  for (let at = from; at < to; at += READ_BYTES) yield await source.read(at, Math.min(to, at + READ_BYTES));
}

/** Throws when `unpacked` bytes out of `packed` are more than any table gives. */
export function holdLimits(unpacked: number, packed: number, limits: InflateLimits): void {
  if (unpacked > limits.most || (unpacked > RATIO_FROM && unpacked > packed * limits.ratio)) {
    throw new SourceError('file-inflates-too-much');
  }
}

/**
 * Unpacks raw deflate. Gives pieces as they come; rejects with `SourceError` `file-damaged` when the data is no
 * deflate, ends too early or goes on after its end, and with what `parts` rejects with.
 */
export async function* inflate(
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const stream = new DecompressionStream('deflate-raw');
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
