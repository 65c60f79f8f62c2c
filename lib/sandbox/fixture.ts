import type { Clock } from '../base/clock';
import { findStandardSchema, schemaDefinition } from '../peak/models/standard-schemas';
import { sandboxControl } from './control';
import type { SandboxOptions } from './sandbox';
import { createSandbox } from './sandbox';
import { DEMO_TOKENS } from './settings';
import type { TenantName } from './tenant';

const ORIGIN = 'http://127.0.0.1';

/** A clock that stands until it is moved. */
export function manualClock(): Clock & { advance(ms: number): void } {
  let now = Date.UTC(2026, 4, 8, 10, 30);
  let waiting: { at: number; done: () => void }[] = [];
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((done) => {
        if (signal?.aborted) return done();
        waiting.push({ at: now + ms, done });
        signal?.addEventListener('abort', () => done());
      }),
    advance(ms) {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      due.forEach(({ done }) => done());
    },
  };
}

/** For tests: a sandbox in memory and short words for what is asked of it. */
export async function startSandbox(options: SandboxOptions = {}) {
  const sandbox = await createSandbox({ ...options, settings: { rate: 0, ...options.settings } });

  /** `body`: a text goes out as it is, so that numbers keep their digits. */
  async function call(method: 'GET' | 'POST', path: string, body?: unknown, tenant: TenantName = 'a') {
    const headers = { authorization: DEMO_TOKENS[tenant], 'content-type': 'application/json' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const init = body === undefined ? { method, headers } : { method, headers, body: text };
    const response = await sandbox.fetch(new Request(`${ORIGIN}${path}`, init));
    const json = JSON.parse(await response.text()) as Answer;
    return { status: response.status, headers: response.headers, body: json };
  }

  async function saveSchema(definition: unknown, appVersion = '1.0.0', tenant: TenantName = 'a') {
    const body = { appName: 'test', appVersion, schemaDefinition: JSON.stringify(definition) };
    return call('POST', '/api/v2/schema', body, tenant);
  }

  const rolloutOf = (solutionName: string, more: Record<string, unknown> = {}) => ({
    solutionName,
    prefix: 'T_',
    suffix: '',
    appName: 'test',
    appVersion: '1.0.0',
    targetSchemaName: 'STAGE',
    ...more,
  });

  return {
    sandbox,
    call,
    saveSchema,
    rolloutOf,
    control: sandboxControl(ORIGIN, (request) => sandbox.fetch(request)),
    /** Saves and rolls out one table `T_<name>` of a solution `S`. */
    async table(columns: readonly Column[], primaryKey: readonly string[], tenant: TenantName = 'a') {
      await saveSchema([{ objectName: 'ROW', columns, primaryKey }], '1.0.0', tenant);
      await call('POST', '/api/v2/schema/rollout', rolloutOf('S'), tenant);
      return { solution: 'S', table: 'T_ROW', tenant };
    },
    /** Saves and rolls out Quote Pricing with the keys of May 2026. */
    async quotePricing(tenant: TenantName = 'a') {
      const standard = findStandardSchema('quote-pricing', '1.0.0');
      if (!standard) throw new Error('Quote Pricing 1.0.0 is gone.');
      const facts = { appName: 'quote-pricing', appVersion: '1.0.0' };
      await call(
        'POST',
        '/api/v2/schema',
        { ...facts, schemaDefinition: schemaDefinition(standard) },
        tenant,
      );
      const rollout = {
        ...facts,
        solutionName: 'QP_OOTB',
        prefix: 'QP_',
        suffix: '_OOTB',
        targetSchemaName: 'STAGE',
      };
      await call('POST', '/api/v2/schema/rollout', rollout, tenant);
    },
    /** `rows`: JSON text of an array, or the array. */
    send(
      table: string,
      rows: unknown,
      more: { operation?: string; dryRun?: boolean; solution?: string; tenant?: TenantName } = {},
    ) {
      const text = typeof rows === 'string' ? rows : JSON.stringify(rows);
      const { operation = 'UPSERT', dryRun = false, solution = 'S' } = more;
      const body = `{"solutionName":"${solution}","operationType":"${operation}","dryRun":${dryRun},"data":${text}}`;
      return call('POST', `/api/v2/objects/${table}`, body, more.tenant);
    },
  };
}
export type Started = Awaited<ReturnType<typeof startSandbox>>;

export interface Column {
  readonly columnName: string;
  readonly dataType: string;
  readonly precision?: number;
  readonly scale?: number;
  readonly defaultValue?: string;
  readonly validations: readonly Readonly<Record<string, unknown>>[];
}

/** What tests look at in answers. */
export interface Answer {
  readonly accepted?: number;
  readonly failed?: readonly {
    index: number;
    errors: readonly { code: string; category: string; message: string; column?: string }[];
  }[];
  readonly error?: { readonly code: string; readonly category: string; readonly message: string };
  readonly successfulObjects?: readonly string[];
  readonly failedObjects?: readonly { objectName: string; message: string }[];
}

/** A required column, null allowed. */
export const column = (
  columnName: string,
  dataType = 'string',
  ...validations: readonly Readonly<Record<string, unknown>>[]
): Column => ({
  columnName,
  dataType,
  validations: [
    ...(validations.some(({ type }) => type === 'optional') ? [] : [{ type: 'required' }]),
    ...validations,
  ],
});
export const ID = column('ID', 'string', { type: 'nonNull' });
