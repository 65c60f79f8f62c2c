import { TransportError } from '../base/errors';
import type { RowsAnswer } from '../gateway/contract';
import type { PeakAccess, PeakAnswer } from './call';
import { callPeak, surelyNotSent } from './call';
import { RAW_ANSWER_CHARS } from './limits';
import type { OperationType } from './model';
import { isPlainYes } from './plain-yes';
import { reshapeAccepted, reshapeContradiction, reshapeError, reshapeFailed } from './reshape-rows';
import { retryAfterMs } from './retry-after';
import type { PeakRoad } from './road';
import { isList, isRecord, readJson } from './wire';

export interface Envelope {
  readonly solutionName: string;
  readonly operationType: OperationType;
  readonly dryRun: boolean;
}

/** A request body in pieces that follow one another, the rows themselves among them and not copied. */
export interface Enveloped {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  readonly bytes: number;
}

/**
 * The request body of §4.1 around the very bytes of the rows: nothing is parsed and written again, so no number can
 * change on the way. `rows` must be one complete JSON array (the caller has checked).
 */
export function envelopeAround(envelope: Envelope, rows: Uint8Array<ArrayBuffer>): Enveloped {
  const open = JSON.stringify(envelope).slice(0, -1);
  const encoder = new TextEncoder();
  const pieces = [encoder.encode(`${open},"data":`), rows, encoder.encode('}')];
  return { pieces, bytes: pieces.reduce((sum, piece) => sum + piece.byteLength, 0) };
}

function reshapeAnswer(answer: PeakAnswer, rowsSent: number, now: number): RowsAnswer {
  const body = answer.cut ? undefined : readJson(answer.text);
  const wait = retryAfterMs(answer.retryAfter, now, answer.date);
  const accepted = reshapeAccepted(body);
  const failed = reshapeFailed(body, answer.status, rowsSent);
  const refused = answer.status >= 400 ? reshapeError(body) : reshapeContradiction(body);
  return {
    kind: 'answered',
    peakStatus: answer.status,
    failed,
    ...(accepted === undefined ? {} : { accepted }),
    ...(refused ? { error: refused } : {}),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(isRecord(body) || isList(body) ? {} : { unreadable: true }),
    ...(isPlainYes(answer.text) ? { wordless: true } : {}),
    raw: answer.text.slice(0, RAW_ANSWER_CHARS),
  };
}

/**
 * Sends one batch (§4). Never rejects once the request was started: whatever happens then is a value that says whether
 * the rows may have been stored.
 */
export async function sendRows(
  to: {
    readonly road: PeakRoad;
    readonly access: PeakAccess;
    readonly path: string;
    readonly timeoutMs?: number;
    readonly now: () => number;
    /** Gives the request up. */
    readonly signal?: AbortSignal;
  },
  body: Enveloped,
  rowsSent: number,
): Promise<RowsAnswer> {
  const limits = {
    ...(to.timeoutMs === undefined ? {} : { timeoutMs: to.timeoutMs }),
    ...(to.signal === undefined ? {} : { signal: to.signal }),
  };
  try {
    const answer = await callPeak(to.road, to.access, {
      method: 'POST',
      path: to.path,
      body: body.pieces,
      ...limits,
    });
    return reshapeAnswer(answer, rowsSent, to.now());
  } catch (error) {
    if (!(error instanceof TransportError))
      return { kind: 'no-answer', reason: 'unreachable', maybeStored: true };
    const reason = error.code === 'too-large' ? 'unreachable' : error.code;
    return { kind: 'no-answer', reason, maybeStored: !surelyNotSent(error) };
  }
}
