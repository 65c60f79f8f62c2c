import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Arrival } from './arrival';
import { CSRF_HEADER } from './contract';
import type { Problem } from './problem';
import { problem } from './problem';

/** Names under which this very computer is reached; anything else in `Host` may be a rebound name of a hostile page. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** The origin that our pages have: the configured one, or this computer under the name the browser used. */
function ownOrigin(arrival: Arrival, configured: string | undefined): string | undefined {
  if (configured !== undefined) return configured;
  const host = arrival.header('host') ?? '';
  return LOOPBACK.test(host) ? `http://${host}` : undefined;
}

/**
 * Same-origin check. Every route: our own host and no foreign page asking. State-changing routes also: the request
 * header that a form cannot set, and a browser's word for where it comes from. `same-site` is refused with the rest: another port of
 * localhost is the same site.
 */
export function checkOrigin(
  arrival: Arrival,
  rules: { readonly changes: boolean; readonly origin: string | undefined },
): Result<true, Problem> {
  const own = ownOrigin(arrival, rules.origin);
  if (own === undefined) return problem('origin-refused', { reason: 'host' });
  const site = arrival.header('sec-fetch-site');
  const from = arrival.header('origin');
  if (site !== null && site !== 'same-origin' && !(site === 'none' && !rules.changes))
    return problem('origin-refused', { reason: 'site' });
  if (from !== null && from !== own) return problem('origin-refused', { reason: 'origin' });
  if (!rules.changes) return ok(true);
  if (from === null && site === null) return problem('origin-refused', { reason: 'origin' });
  if (arrival.header(CSRF_HEADER) === null) return problem('origin-refused', { reason: 'header' });
  return ok(true);
}

/** Room in bytes for a body that does not say how long it is. */
const FIRST_BYTES = 64_000;

/** Not filled with zeros first: what is not written is not read. */
function grown(bytes: Buffer<ArrayBuffer>, size: number): Buffer<ArrayBuffer> {
  const more = Buffer.allocUnsafeSlow(size);
  more.set(bytes);
  return more;
}

/** Reads a request body up to `maxBytes`; stops reading as soon as it is larger, whatever its header claims. */
export async function readBytes(
  arrival: Arrival,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const tooLarge = problem('body-too-large', { maxBytes });
  const declared = Number(arrival.header('content-length') ?? NaN);
  if (declared > maxBytes) return tooLarge;
  let bytes = grown(Buffer.alloc(0), declared >= 0 ? declared : Math.min(FIRST_BYTES, maxBytes));
  let size = 0;
  let fits = true;
  await arrival.pieces((piece) => {
    const end = size + piece.byteLength;
    fits = end <= maxBytes;
    if (!fits) return false;
    // Put in its place as it comes: pieces that are kept until the last one make the collector walk the whole heap.
    if (end > bytes.byteLength) bytes = grown(bytes, Math.min(Math.max(end, 2 * size), maxBytes));
    bytes.set(piece, size);
    size = end;
    return true;
  });
  return fits ? ok(bytes.subarray(0, size)) : tooLarge;
}
