import { gatewayOver } from './browser';
import type { Fetcher } from './send-rows';

export type Handlers = Readonly<
  Record<
    string,
    (request: Request, context: { params: Promise<{ table: string; id: string }> }) => Promise<Response>
  >
>;
/** Pattern of a path (its first group is the table or id) and the handlers of its route. */
export type Routes = readonly (readonly [RegExp, Handlers])[];

/**
 * For tests: a page and its browser over route handlers, without a server between. Keeps cookies, says where it comes
 * from as a browser does, and writes down every address, header and body that a page would get to see.
 */
export function pageOverRoutes(routes: Routes, seen: string[], headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const origin = 'http://localhost:3000';
  const own = { host: 'localhost:3000', origin, 'sec-fetch-site': 'same-origin', ...headers };
  const fetcher: Fetcher = async (path, init) => {
    const url = new URL(path, origin);
    const request = new Request(url, init);
    for (const [name, value] of Object.entries(own)) request.headers.set(name, value);
    request.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const found = routes.find(([pattern]) => pattern.test(url.pathname));
    const handler = found?.[1][request.method];
    if (!handler) throw new Error(`no route for ${request.method} ${path}`);
    const named = decodeURIComponent(found?.[0].exec(url.pathname)?.[1] ?? '');
    const response = await handler(request, { params: Promise.resolve({ table: named, id: named }) });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    seen.push(url.href, await response.clone().text(), JSON.stringify([...response.headers]));
    return response;
  };
  return { gateway: gatewayOver(fetcher), fetcher, jar };
}
