import { crc32 } from './crc32';
import type { DecodedPiece, Decoding } from './decoding';
import { damaged, holdLimits, inflate, LIMITS, type InflateLimits } from './inflate';
import { SourceError, type ByteSource } from './source';

const READ_BYTES = 256 * 1024;
/** Check sum and length behind each member (RFC 1952 §2.3.1). */
const TRAILER_BYTES = 8;
/** A header may hold a name, a comment and extra data; more than this is no gzip of a table. */
const MOST_HEADER = 256 * 1024;

/** How long the header is that `bytes` begin with; undefined when they begin with none. */
function headerLength(bytes: Uint8Array): number | undefined {
  const flags = bytes[3] ?? 0xff;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || (flags & 0xe0) !== 0) return undefined;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return undefined;
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  return at <= bytes.length ? at : undefined;
}

/** Where a further member may begin among `bytes`, at or after `from`; -1 when nowhere. */
function findMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && ((bytes[at + 3] ?? 0xff) & 0xe0) === 0) return at;
  }
  return -1;
}

interface Span {
  /** Where the packed bytes were read to. */
  done: number;
  /** Where the member ends, as far as is known: at what looks like another one, or at the end of the file. */
  end: number;
}

/** The packed bytes of the member whose data begins at `from`, up to its trailer. `not`: places known to begin none. */
async function* memberBytes(source: ByteSource, from: number, not: ReadonlySet<number>, span: Span) {
  for (let at = from; ;) {
    const to = Math.min(source.size - TRAILER_BYTES, at + READ_BYTES);
    if (to < at) throw damaged();
    const bytes = await source.read(at, Math.min(source.size, to + TRAILER_BYTES + 4));
    let next = findMember(bytes, TRAILER_BYTES);
    while (next >= 0 && not.has(at + next)) next = findMember(bytes, next + 1);
    // One that begins later than this piece's own trailer would end is found with the next piece.
    const found = next >= 0 && at + next < to + TRAILER_BYTES;
    const stop = found ? at + next - TRAILER_BYTES : to;
    if (found) span.end = at + next;
    span.done = stop;
    if (stop > at) yield bytes.subarray(0, stop - at);
    if (found || stop >= source.size - TRAILER_BYTES) return;
    at = stop;
  }
}

/**
 * Unpacks a gzip file: all its members, one after another, as `gunzip` does, each checked against its sum and length.
 * Engines' own gzip streams differ in what they do after the first member, so only their inflating is used. A place
 * that looks like another member and is none (1 in 2^27 bytes) is found out by inflating and read over.
 */
async function* members(
  source: ByteSource,
  signal: AbortSignal,
  limits: InflateLimits,
): AsyncGenerator<DecodedPiece, void, undefined> {
  const total = source.size;
  let unpacked = 0;
  for (let start = 0; start < total;) {
    const header = headerLength(await source.read(start, Math.min(total, start + MOST_HEADER)));
    if (header === undefined) throw damaged();
    const not = new Set<number>();
    let given = 0;
    for (;;) {
      const span: Span = { done: start, end: total };
      let crc = 0;
      let bytes = 0;
      try {
        for await (const piece of inflate(memberBytes(source, start + header, not, span))) {
          signal.throwIfAborted();
          crc = crc32(piece, crc);
          bytes += piece.length;
          holdLimits(unpacked + bytes, span.done, limits);
          const fresh = piece.subarray(Math.max(0, piece.length - Math.max(0, bytes - given)));
          if (fresh.length === 0) continue;
          given = bytes;
          yield { bytes: fresh, done: span.done, total, restart: false };
        }
      } catch (cause) {
        const lookedLike = cause instanceof SourceError && cause.code === 'file-damaged' && span.end < total;
        if (!lookedLike) throw cause;
        not.add(span.end);
        continue;
      }
      const trailer = await source.read(span.end - TRAILER_BYTES, span.end);
      const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
      if (view.getUint32(0, true) !== crc || view.getUint32(4, true) !== bytes % 2 ** 32) throw damaged();
      start = span.end;
      unpacked += bytes;
      break;
    }
  }
}

/** The text inside a gzip file. Cut off or damaged anywhere, it ends with `file-damaged`. */
export function gunzip(source: ByteSource, signal: AbortSignal, limits: InflateLimits = LIMITS): Decoding {
  return { pieces: members(source, signal, limits), sections: [], notes: () => [] };
}
