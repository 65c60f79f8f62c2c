import { CSRF_HEADER, connectAnswer } from '@/lib/gateway/contract';

/** Connects to the sandbox through one of our servers, as the page does; what a browser would keep of it. */
export async function connectTo(server: string): Promise<{ connectionId: string; cookie: string }> {
  const response = await fetch(`${server}/api/session`, {
    method: 'POST',
    headers: { origin: server, 'content-type': 'application/json', [CSRF_HEADER]: '1' },
    body: JSON.stringify({ name: 'Campaign', host: { kind: 'sandbox', tenant: 'a' } }),
  });
  const { connection } = connectAnswer.parse(await response.json());
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  return { connectionId: connection.id, cookie };
}
