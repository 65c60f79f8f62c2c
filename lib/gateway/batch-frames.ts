import { z } from 'zod';
import type { Result } from '../base/result';
import { err, ok } from '../base/result';
import { batchId } from './contract';
import { parseJson } from './json';

/**
 * Several batches in one body: a line of JSON that names each with its length in bytes, then their bytes one after the
 * other. So nobody has to parse or escape a row to find where a batch ends.
 */
export interface Frame {
  readonly id: string;
  readonly rows: Uint8Array<ArrayBuffer>;
}

/** Batches in one request: a third of all that may be under way at once. A lost request puts all of them in doubt. */
export const MOST_BATCHES = 24;
/** Bytes of one request, names included: what four of them hold in memory at once at our server is bounded. */
export const MOST_BYTES = 4_000_000;
const NEWLINE = 0x0a;

const head = z.object({
  batches: z
    .array(z.object({ id: batchId, bytes: z.number().int().min(2) }))
    .min(1)
    .max(MOST_BATCHES),
});

export function joinFrames(frames: readonly Frame[]): Uint8Array<ArrayBuffer> {
  const batches = frames.map(({ id, rows }) => ({ id, bytes: rows.byteLength }));
  const first = new TextEncoder().encode(`${JSON.stringify({ batches })}\n`);
  const body = new Uint8Array(frames.reduce((sum, { rows }) => sum + rows.byteLength, first.byteLength));
  body.set(first);
  let at = first.byteLength;
  for (const { rows } of frames) {
    body.set(rows, at);
    at += rows.byteLength;
  }
  return body;
}

/** The batches of a body; the error says what is wrong with it. Views, not copies. */
export function splitFrames(body: Uint8Array<ArrayBuffer>): Result<readonly Frame[], string> {
  const end = body.indexOf(NEWLINE);
  const named = head.safeParse(parseJson(new TextDecoder().decode(body.subarray(0, Math.max(end, 0)))));
  if (!named.success) return err('head');
  const { batches } = named.data;
  if (new Set(batches.map(({ id }) => id)).size < batches.length) return err('twice');
  let at = end + 1;
  const frames = batches.map(({ id, bytes }) => ({ id, rows: body.subarray(at, (at += bytes)) }));
  return at === body.byteLength ? ok(frames) : err('length');
}
