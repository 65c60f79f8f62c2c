import type { TransportError } from '../base/errors';
import type { GatewayCode } from '../gateway/contract';
import { causeCode } from './call';
import type { PeakAnswer } from './call';
import { reshapeError } from './reshape-rows';
import { retryAfterMs } from './retry-after';
import { readJson } from './wire';

/** Why a call to Peak gave no usable answer: a code, and facts for its sentence. Never a token, never a row. */
export interface PeakProblem {
  readonly code: Extract<GatewayCode, `peak-${string}` | 'token-refused' | 'token-forbidden'>;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly retryAfterMs?: number;
}

function codeOf(status: number): PeakProblem['code'] {
  if (status === 401) return 'token-refused';
  if (status === 403) return 'token-forbidden';
  if (status === 404) return 'peak-not-found';
  if (status === 429) return 'peak-rate';
  return status >= 500 ? 'peak-failed' : 'peak-refused';
}

/** The problem behind an answer that is no success (§4.3). `now` in milliseconds, for dates in `Retry-After`. */
export function problemOfAnswer(answer: PeakAnswer, host: string, now: number): PeakProblem {
  const said = reshapeError(readJson(answer.text));
  const wait = retryAfterMs(answer.retryAfter, now, answer.date);
  return {
    code: codeOf(answer.status),
    details: {
      host,
      status: answer.status,
      ...(said ? { peakCode: said.code, peakMessage: said.message } : {}),
    },
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

export function problemOfTransport(error: TransportError, host: string): PeakProblem {
  const cause = causeCode(error.cause);
  const details = { host, ...(cause === undefined ? {} : { cause }) };
  switch (error.code) {
    case 'timeout':
      return { code: 'peak-timeout', details };
    case 'redirected':
      return { code: 'peak-redirected', details };
    case 'too-large':
      return { code: 'peak-shape', details };
    case 'unreachable':
    case 'aborted':
      return { code: 'peak-unreachable', details };
  }
}
