import { overNode } from '@/lib/gateway/over-node';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Route = readonly [RegExp, Partial<Record<string, Handler>>];

async function routes(): Promise<readonly Route[]> {
  const of = async (pattern: RegExp, module: Promise<object>): Promise<Route> => [pattern, await module];
  return Promise.all([
    of(/^\/api\/session$/, import('../../app/api/session/route')),
    of(/^\/api\/tables\/(?<table>[^/]+)\/rows$/, overNode(import('../../pages/api/tables/[table]/rows'))),
    of(
      /^\/api\/tables\/(?<table>[^/]+)\/batches$/,
      overNode(import('../../pages/api/tables/[table]/batches')),
    ),
    of(/^\/api\/tables\/(?<table>[^/]+)\/claim$/, import('../../app/api/tables/[table]/claim/route')),
    of(/^\/api\/batches\/(?<id>[^/]+)$/, import('../../app/api/batches/[id]/route')),
  ]);
}

/** Our server's own routes as one handler, as `next start` would serve them. The environment must be set before. */
export async function ourRoutes(): Promise<(request: Request) => Promise<Response>> {
  const known = await routes();
  return async (request) => {
    const { pathname } = new URL(request.url);
    const found = known.find(([pattern]) => pattern.test(pathname));
    const handler = found?.[1][request.method];
    if (!found || !handler) return new Response('not here', { status: 404 });
    const groups = found[0].exec(pathname)?.groups ?? {};
    const params = Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    return handler(request, { params: Promise.resolve(params) });
  };
}
