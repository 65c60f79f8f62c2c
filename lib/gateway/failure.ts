import type { GatewayErrorBody } from './contract';

/** Our server understood the request and refused it, or Peak did. The sentence is chosen by code in components/messages. */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure';
  readonly code: GatewayErrorBody['code'];
  readonly details: NonNullable<GatewayErrorBody['details']>;
  /** Milliseconds after which it makes sense to try again. */
  readonly retryAfterMs: number | undefined;
  readonly requestId: string;

  constructor(body: GatewayErrorBody) {
    super(`${body.code} (request ${body.requestId})`);
    this.code = body.code;
    this.details = body.details ?? {};
    this.retryAfterMs = body.retryAfterMs;
    this.requestId = body.requestId;
  }
}
