import { z } from 'zod';
import { faultRules, settingsChange, tableAddress, tenantName } from './control-contract';
import { countTable, readFailedRows, readRows } from './read-back';
import { answer, refuse } from './refusals';
import type { Running } from './sandbox';
import { schemaFor } from './sql';

const windowQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100_000).default(1_000),
  offset: z.coerce.number().int().min(0).default(0),
});

/**
 * Any page in a browser can post to a local port. So: a name of this machine in the address (a foreign name that points
 * here is refused), and nothing that says it comes from a page.
 */
function comesFromHere(request: Request, url: URL): boolean {
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const site = request.headers.get('sec-fetch-site');
  return local && request.headers.get('origin') === null && (site === null || site === 'none');
}

async function bodyOf<Shape extends z.ZodType>(request: Request, shape: Shape) {
  const json: unknown = await request.json().catch(() => undefined);
  return shape.safeParse(json);
}

const complain = (error: z.ZodError) => refuse(400, 'malformed', z.prettifyError(error));

/** Scripted faults, settings and reading back, for tests and demos. */
export function controlSurface(running: Running): (request: Request, url: URL) => Promise<Response> {
  const { warehouse, buffer, faults, log, tenants } = running;

  async function reset(url: URL): Promise<Response> {
    const asked = tenantName.optional().safeParse(url.searchParams.get('tenant') ?? undefined);
    if (!asked.success) return complain(asked.error);
    for (const tenant of Object.values(tenants)) {
      if (asked.data !== undefined && tenant.name !== asked.data) continue;
      const targets = [...tenant.solutions.values()].map(({ record }) => record.targetSchemaName);
      buffer.forget(new Set(targets.map((target) => schemaFor(tenant.name, target))));
      await tenant.reset();
    }
    faults.clear();
    log.clear();
    return answer(200, { reset: asked.data ?? 'all' });
  }

  async function table(url: URL, what: 'count' | 'rows' | 'failed-rows'): Promise<Response> {
    const query = url.searchParams;
    const address = tableAddress.safeParse(Object.fromEntries(query));
    const window = windowQuery.safeParse(Object.fromEntries(query));
    if (!address.success) return complain(address.error);
    if (!window.success) return complain(window.error);
    const { tenant, solution, table: name } = address.data;
    const found = tenants[tenant].solutions.get(solution)?.tables.get(name);
    if (!found) return refuse(404, 'not-found', `${name} is no table of ${solution} of tenant ${tenant}`);
    if (what === 'rows') return answer(200, await readRows(warehouse, found.stored, window.data));
    if (what === 'failed-rows')
      return answer(200, await readFailedRows(warehouse, found.stored, window.data));
    const sums = query.getAll('sum');
    const unknown = sums.find((sum) => !found.stored.columns.some((column) => column.name === sum));
    if (unknown !== undefined) return refuse(400, 'malformed', `${unknown} is no column of ${name}`);
    const pending = buffer.pending(found.stored);
    return answer(200, { ...(await countTable(warehouse, found.stored, sums)), pending });
  }

  async function change(request: Request, what: string): Promise<Response> {
    if (what === 'faults') {
      const rules = await bodyOf(request, faultRules);
      if (!rules.success) return complain(rules.error);
      faults.add(rules.data);
      return answer(200, faults.list());
    }
    const wanted = await bodyOf(request, settingsChange);
    if (!wanted.success) return complain(wanted.error);
    const given = Object.entries(wanted.data).filter(([, value]) => value !== undefined);
    running.settings = { ...running.settings, ...Object.fromEntries(given) };
    return answer(200, running.settings);
  }

  return async (request, url) => {
    if (!comesFromHere(request, url))
      return refuse(403, 'unauthorized', 'only programs on this machine may ask');
    const what = url.pathname.slice('/__sandbox/'.length);
    switch (`${request.method} ${what}`) {
      case 'GET count':
      case 'GET rows':
      case 'GET failed-rows':
        return table(url, what === 'rows' ? 'rows' : what === 'count' ? 'count' : 'failed-rows');
      case 'GET faults':
        return answer(200, faults.list());
      case 'DELETE faults':
        faults.clear();
        return answer(200, []);
      case 'GET settings':
        return answer(200, running.settings);
      case 'POST faults':
      case 'POST settings':
        return change(request, what);
      case 'GET requests':
        return answer(200, log.list());
      case 'POST flush':
        await buffer.flush();
        return answer(200, { flushed: true });
      case 'POST reset':
        return reset(url);
      default:
        return refuse(404, 'not-found', `${request.method} ${url.pathname} does not exist`);
    }
  };
}
