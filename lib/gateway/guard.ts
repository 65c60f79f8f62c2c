import type { Result } from '../base/result';
import { ok } from '../base/result';
import { CSRF_HEADER } from './contract';
import type { Problem } from './problem';
import { problem } from './problem';

/** Names under which this very computer is reached; anything else in `Host` may be a rebound name of a hostile page. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** The origin that our pages have: the configured one, or this computer under the name the browser used. */
function ownOrigin(request: Request, configured: string | undefined): string | undefined {
  if (configured !== undefined) return configured;
  const host = request.headers.get('host') ?? '';
  return LOOPBACK.test(host) ? `http://${host}` : undefined;
}

/**
 * Same-origin check. Every route: our own host and no foreign page asking. State-changing routes also: the request
 * header that a form cannot set, and a browser's word for where it comes from. `same-site` is refused with the rest: another port of
 * localhost is the same site.
 */
export function checkOrigin(
  request: Request,
  rules: { readonly changes: boolean; readonly origin: string | undefined },
): Result<true, Problem> {
  const own = ownOrigin(request, rules.origin);
  if (own === undefined) return problem('origin-refused', { reason: 'host' });
  const site = request.headers.get('sec-fetch-site');
  const from = request.headers.get('origin');
  if (site !== null && site !== 'same-origin' && !(site === 'none' && !rules.changes))
    return problem('origin-refused', { reason: 'site' });
  if (from !== null && from !== own) return problem('origin-refused', { reason: 'origin' });
  if (!rules.changes) return ok(true);
  if (from === null && site === null) return problem('origin-refused', { reason: 'origin' });
  if (request.headers.get(CSRF_HEADER) === null) return problem('origin-refused', { reason: 'header' });
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
  request: Request,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const tooLarge = problem('body-too-large', { maxBytes });
  const declared = Number(request.headers.get('content-length') ?? NaN);
  if (declared > maxBytes) return tooLarge;
  if (!request.body) return ok(new Uint8Array());
  let bytes = grown(Buffer.alloc(0), declared >= 0 ? declared : Math.min(FIRST_BYTES, maxBytes));
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const end = size + value.byteLength;
    if (end > maxBytes) {
      await reader.cancel().catch(() => undefined);
      return tooLarge;
    }
    // Put in its place as it comes: pieces that are kept until the last one make the collector walk the whole heap.
    if (end > bytes.byteLength) bytes = grown(bytes, Math.min(Math.max(end, 2 * size), maxBytes));
    bytes.set(value, size);
    size = end;
  }
  return ok(bytes.subarray(0, size));
}
