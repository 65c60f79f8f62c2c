import { err } from '../base/result';
import type { GatewayCode, GatewayErrorBody } from './contract';

/** Why a route refuses: a code, and facts for its sentence. Never a token, never a row. */
export interface Problem {
  readonly code: GatewayCode;
  readonly details?: GatewayErrorBody['details'];
  /** Milliseconds. */
  readonly retryAfterMs?: number;
}

/** A problem as the failed half of a Result. */
export const problem = (
  code: GatewayCode,
  details: NonNullable<Problem['details']> = {},
): { readonly ok: false; readonly error: Problem } => err({ code, details });

/** HTTP status of each refusal of ours. What Peak refused is 422 or 5xx, so that 401 always means our own session. */
export const STATUS_OF: Readonly<Record<GatewayCode, number>> = {
  'request-malformed': 400,
  'origin-refused': 403,
  'body-too-large': 413,
  'connection-unknown': 401,
  'connection-required': 400,
  'too-many-connections': 409,
  'token-empty': 422,
  'token-malformed': 422,
  'token-bearer-prefix': 422,
  'token-wrong-kind': 422,
  'token-refused': 422,
  'token-forbidden': 422,
  'host-not-allowed': 422,
  'host-malformed': 422,
  'sandbox-off': 422,
  'peak-unreachable': 502,
  'peak-timeout': 504,
  'peak-redirected': 502,
  'peak-failed': 502,
  'peak-shape': 502,
  'peak-refused': 422,
  'peak-not-found': 404,
  'peak-rate': 429,
  'model-unknown': 404,
  'rate-budget': 429,
  'batch-given-up': 409,
  'batch-repeated': 409,
  'ledger-down': 503,
  internal: 500,
};
