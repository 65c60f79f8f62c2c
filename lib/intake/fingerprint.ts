import type { ByteSource } from '../files/source';

/** Bytes per slice of the source fingerprint (design.md §3); another size gives another fingerprint. */
const SLICE_BYTES = 4 * 1024 * 1024;

export function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function fingerprintText(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/**
 * SHA-256 (hex) over the concatenated SHA-256 of the source's 4 MB slices. Every slice is handed to `take` once,
 * so that copying and hashing read the file once; it is gone after `take`, which may hold up the next one. Rejects with `SourceError` or the signal's reason.
 */
export async function fingerprintSource(
  source: ByteSource,
  take: (slice: Uint8Array<ArrayBuffer>, bytesDone: number) => void | Promise<void>,
  signal: AbortSignal,
): Promise<string> {
  const digests: Uint8Array<ArrayBuffer>[] = [];
  const fetch = (at: number) => {
    const slice = source.read(at, Math.min(source.size, at + SLICE_BYTES));
    // The read ahead may fail while nobody waits for it yet; whoever waits later still gets the failure.
    slice.catch(() => undefined);
    return slice;
  };
  let ahead = fetch(0);
  for (let at = 0; at < source.size; at += SLICE_BYTES) {
    signal.throwIfAborted();
    const slice = await ahead;
    if (at + SLICE_BYTES < source.size) ahead = fetch(at + SLICE_BYTES);
    digests.push(new Uint8Array(await crypto.subtle.digest('SHA-256', slice)));
    const { length } = slice;
    await take(slice, at + length);
    source.release?.(slice);
  }
  const all = new Uint8Array(digests.length * 32);
  digests.forEach((digest, at) => all.set(digest, at * 32));
  return hex(await crypto.subtle.digest('SHA-256', all));
}

/** JSON with keys in alphabetical order: equal rules give equal text however they were put together. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
