import { hasName } from '../base/errors';
import { MAX_ANSWER_BYTES } from './limits';

/** What a request carries: a text, or pieces of bytes that follow one another; joining them would copy every row. */
export type PeakBody = string | readonly Uint8Array<ArrayBuffer>[];

/** One request as it leaves, and its answer as it came; rejects with whatever broke on the way. */
export type PeakRoad = (
  url: string,
  request: {
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: PeakBody;
    readonly signal: AbortSignal;
  },
) => Promise<{
  readonly status: number;
  readonly retryAfter: string | null;
  /** The other side's own clock, as it told it. */
  readonly date: string | null;
  /** Empty for a redirect, which is not followed; `cut` when it was larger than we read. */
  readonly text: string;
  readonly cut: boolean;
}>;

/** The part of `fetch` that is used: Node's own, or the sandbox's handler, both in tests. */
type PeakFetch = (url: string, init: RequestInit) => Promise<Response>;

/** Code of a connection that was not made in time. */
export const CONNECT_TIMEOUT = 'ONRAMP_CONNECT_TIMEOUT';

/** What broke before there was a connection, and so before a byte of the request had left; the cause says what. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

/**
 * Whether a road broke before it had begun. Hazard: the system's codes prove nothing. `EHOSTUNREACH` and its like are what
 * becomes of a connection that was there and whose host went away, too, when rows may long be stored.
 */
export function wasNeverConnected(error: unknown): boolean {
  if (hasName(error, 'NotConnected')) return true;
  return error instanceof Error && error.cause !== undefined && wasNeverConnected(error.cause);
}

/** 304 is none: it names no other place. */
export const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304;

async function readText(response: Response): Promise<{ text: string; cut: boolean }> {
  if (!response.body) return { text: '', cut: false };
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), cut: false };
    bytes += value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel().catch(() => undefined);
      return { text, cut: true };
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The road over a `fetch`. */
export function overFetch(fetcher: PeakFetch): PeakRoad {
  return async (url, { body: given, ...request }) => {
    const body = typeof given === 'object' ? new Blob([...given]) : (given ?? null);
    const response = await fetcher(url, { ...request, body, redirect: 'manual', cache: 'no-store' });
    const { status } = response;
    const { headers } = response;
    const told = { status, retryAfter: headers.get('retry-after'), date: headers.get('date') };
    if (!isRedirect(status)) return { ...told, ...(await readText(response)) };
    await response.body?.cancel().catch(() => undefined);
    return { ...told, text: '', cut: false };
  };
}
