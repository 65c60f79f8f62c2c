import type { Clock } from '../base/clock';
import type { FaultRule } from './control-contract';
import { LostAnswer } from './faults';
import { refuse } from './refusals';

function retryAfter(rule: FaultRule): Record<string, string> {
  return rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) };
}

/** Faults that strike before anything is done; undefined lets the request go on. */
export async function before(
  rule: FaultRule,
  { revoke, cleared }: { readonly revoke: () => void; readonly cleared: () => Promise<void> },
): Promise<Response | undefined> {
  switch (rule.fault) {
    case 'lost-before':
      throw new LostAnswer('the connection was cut before the request was looked at');
    case '413':
      return refuse(413, 'body-too-large', 'scripted: the body is too large');
    case '429':
      return refuse(429, 'rate-exceeded', 'scripted: too many requests', {
        'retry-after': '1',
        ...retryAfter(rule),
      });
    case '500':
      return refuse(500, 'internal', 'scripted: something broke', retryAfter(rule));
    case '503':
      return refuse(503, 'unavailable', 'scripted: not available', retryAfter(rule));
    case '401-from-now':
      revoke();
      return undefined;
    case 'held':
      await cleared();
      return undefined;
    case 'lost-after':
    case 'half-answer':
    case '500-after':
    case 'slow':
    case 'table-refused':
    case 'rows-refused':
    case 'rows-fail-late':
      return undefined;
  }
}

/** Faults that strike once everything is done. */
export async function after(rule: FaultRule, response: Response, clock: Clock): Promise<Response> {
  switch (rule.fault) {
    case 'lost-after':
      throw new LostAnswer('the connection was cut after the request was done');
    case '500-after':
      return refuse(500, 'internal', 'scripted: something broke', retryAfter(rule));
    case 'half-answer':
      return halved(response);
    case 'slow':
      await clock.wait(rule.delayMs);
      return response;
    case 'lost-before':
    case '413':
    case '429':
    case '500':
    case '503':
    case '401-from-now':
    case 'table-refused':
    case 'rows-refused':
    case 'rows-fail-late':
    case 'held':
      return response;
  }
}

async function halved(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.floor(bytes.byteLength / 2));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new LostAnswer('the connection was cut in the middle of the answer'));
      else controller.enqueue(half);
      sent = true;
    },
  });
  const headers = new Headers(response.headers);
  headers.set('content-length', String(bytes.byteLength));
  return new Response(body, { status: response.status, headers });
}
