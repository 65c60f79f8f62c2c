import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { Call } from './call';
import { controlSurface } from './control-surface';
import { after, before } from './fault-effects';
import { Faults, LostAnswer } from './faults';
import { RateBucket } from './rate';
import { refuse } from './refusals';
import { RequestLog } from './request-log';
import type { Found } from './routes';
import { findRoute } from './routes';
import type { Settings } from './settings';
import { DEFAULT_SETTINGS, DEMO_TOKENS } from './settings';
import type { TenantName } from './tenant';
import { TENANTS, Tenant } from './tenant';
import { Warehouse } from './warehouse';
import { WriteBuffer } from './write-buffer';

export interface SandboxOptions {
  /** Folder of the warehouse file; left out, everything lives in memory and is gone at the end. */
  readonly dataDir?: string;
  readonly tokens?: Readonly<Record<TenantName, string>>;
  readonly settings?: Partial<Settings>;
  /** Whether `/__sandbox` answers; it does unless told otherwise. */
  readonly control?: boolean;
  readonly clock?: Clock;
  /** Told of errors that no request waits for (a delayed write that failed). */
  readonly report?: (error: unknown) => void;
}

export interface Sandbox {
  /** Answers as Peak would. Rejects with `LostAnswer` where the connection is to break. */
  fetch(request: Request): Promise<Response>;
  /** Writes what is still waiting and lets go of the file. */
  close(): Promise<void>;
}

export const WAREHOUSE_FILE = 'warehouse.duckdb';

/** What a running sandbox holds; shared with its control surface. */
export interface Running {
  settings: Settings;
  readonly warehouse: Warehouse;
  readonly buffer: WriteBuffer;
  readonly tenants: Readonly<Record<TenantName, Tenant>>;
  readonly faults: Faults;
  readonly log: RequestLog;
}

/** Strict: a decoder that mends what it cannot read would hide a sender who breaks it. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A stand-in for Peak. Rejects when another process holds the data folder. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? systemClock;
  if (options.dataDir !== undefined) await mkdir(options.dataDir, { recursive: true });
  const file = options.dataDir === undefined ? ':memory:' : join(options.dataDir, WAREHOUSE_FILE);
  const warehouse = await Warehouse.open(file);
  const running: Running = {
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    warehouse,
    buffer: new WriteBuffer(warehouse, clock, options.report ?? (() => undefined)),
    tenants: { a: await Tenant.load('a', warehouse), b: await Tenant.load('b', warehouse) },
    faults: new Faults(),
    log: new RequestLog(),
  };
  const tokens = options.tokens ?? DEMO_TOKENS;
  const buckets = { a: new RateBucket(), b: new RateBucket() };
  const control = controlSurface(running);
  const changes: Record<TenantName, Promise<unknown>> = { a: Promise.resolve(), b: Promise.resolve() };

  /** Raw, without a scheme word (§1): `Bearer …` is an unknown token like any other. */
  const tenantOf = (request: Request) =>
    TENANTS.find((name) => tokens[name] === request.headers.get('authorization'));

  /** Changes of a tenant's schemas take turns, so that two equal ones cannot both be the first. */
  function handle(found: Extract<Found, { kind: 'route' }>, call: Call): Promise<Response> {
    if (found.route.operation === 'ingest' || found.route.method === 'GET') return found.route.handle(call);
    const turn = changes[call.tenant.name].then(() => found.route.handle(call));
    changes[call.tenant.name] = turn.catch(() => undefined);
    return turn;
  }

  async function serve(
    request: Request,
    url: URL,
    name: TenantName,
    found: Extract<Found, { kind: 'route' }>,
  ): Promise<Response> {
    const { settings } = running;
    const { operation } = found.route;
    const rule = running.faults.strike({ tenant: name, operation, table: found.table }, 'request');
    const early =
      rule &&
      (await before(rule, {
        revoke: () => running.faults.revoke(name),
        cleared: () => running.faults.cleared(),
      }));
    if (early) return early;
    if (running.faults.isRevoked(name)) return refuse(401, 'unauthorized', 'the token is not known');
    const wait = buckets[name].take(clock.now(), settings.rate);
    if (wait > 0)
      return refuse(429, 'rate-exceeded', `more than ${settings.rate} requests a second`, {
        'retry-after': String(Math.ceil(wait / 1_000)),
      });
    const bytes = await request.arrayBuffer();
    if (bytes.byteLength > settings.bodyLimit)
      return refuse(413, 'body-too-large', `the body is larger than ${settings.bodyLimit} bytes`);
    const isJson = /^application\/json\b/i.test(request.headers.get('content-type') ?? '');
    if (found.route.method === 'POST' && !isJson)
      return refuse(415, 'not-json', 'Content-Type must be application/json');
    const text = textOf(bytes);
    if (text === undefined) return refuse(400, 'malformed', 'the body is not UTF-8');
    const call: Call = {
      ...running,
      tenant: running.tenants[name],
      operation,
      table: found.table,
      url,
      text,
      settings,
      clock,
    };
    const response = await handle(found, call);
    return rule ? after(rule, response, clock) : response;
  }

  async function answerFor(request: Request, url: URL): Promise<Response> {
    const found = findRoute(request.method, url.pathname);
    const name = tenantOf(request);
    const noted = {
      tenant: name ?? '-',
      operation: found.kind === 'route' ? found.route.operation : found.kind,
      table: found.kind === 'route' ? found.table : undefined,
    };
    try {
      const response =
        name === undefined
          ? refuse(401, 'unauthorized', 'the token is not known')
          : found.kind === 'other-method'
            ? refuse(405, 'method-refused', `${request.method} is not possible here`)
            : found.kind === 'nothing'
              ? refuse(404, 'not-found', `${url.pathname} does not exist`)
              : await serve(request, url, name, found);
      running.log.note({ ...noted, outcome: String(response.status) });
      return response;
    } catch (error) {
      running.log.note({ ...noted, outcome: error instanceof LostAnswer ? 'lost' : 'broken' });
      throw error;
    }
  }

  return {
    async fetch(request) {
      const url = new URL(request.url);
      if (url.pathname.startsWith('/__sandbox'))
        return options.control === false
          ? refuse(404, 'not-found', 'the control surface is off')
          : control(request, url);
      const { latencyMs } = running.settings;
      const began = clock.now();
      const response = await answerFor(request, url);
      const left = latencyMs - (clock.now() - began);
      if (left > 0) await clock.wait(left);
      return response;
    },
    async close() {
      await running.buffer.close();
      await warehouse.close();
    },
  };
}
