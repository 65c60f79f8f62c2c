import { beforeAll, describe, expect, it } from 'vitest';
import { addAttributeAnswer } from './contract/add-attribute';
import { rolloutAnswer } from './contract/rollout';
import { ingestAnswer } from './contract/rows';
import { solutionSchemaAnswer } from './contract/solution-schema';
import { solutionsAnswer } from './contract/solutions';
import { reshapeSolutions, reshapeTables } from './reshape';
import { standardSchemas, schemaDefinition } from './models/standard-schemas';

/** What the suite runs against. A real Peak is written to only when `write` says so. */
export interface ContractTarget {
  readonly origin: string;
  readonly token: string;
  readonly send: (request: Request) => Promise<Response>;
  readonly solution: string;
  /** Full name of a table of the solution. */
  readonly table: string;
  /** Rows that the table takes; the first is also sent with a key that no table has. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Real ingestion, and a column added. Without it: reads and dry runs alone. */
  readonly write: boolean;
  /** Facts of a solution rolled out by the suite itself; only where nothing of value can be lost. */
  readonly rollOut?: { readonly appName: string; readonly appVersion: string; readonly prefix: string };
}

/** The behaviour we rely on, as documented (§ in each name), held against any target that claims to be Peak. */
export function contractSuite(name: string, open: () => Promise<ContractTarget>): void {
  describe(`contract, ${name}`, () => {
    let target: ContractTarget;

    async function call(method: 'GET' | 'POST', path: string, body?: unknown, token = target.token) {
      const headers = { authorization: token, 'content-type': 'application/json' };
      const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      const response = await target.send(new Request(`${target.origin}${path}`, init));
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    }

    const ingest = (data: readonly unknown[], more: Record<string, unknown> = {}) =>
      call('POST', `/api/v2/objects/${target.table}`, {
        solutionName: target.solution,
        operationType: 'UPSERT',
        dryRun: true,
        data,
        ...more,
      });

    beforeAll(async () => {
      target = await open();
      if (!target.rollOut) return;
      const { appName, appVersion, prefix } = target.rollOut;
      const standard = standardSchemas.find(
        (item) => item.appName === appName && item.appVersion === appVersion,
      );
      if (!standard) throw new Error(`There is no standard schema ${appName} ${appVersion}.`);
      const save = { appName, appVersion, schemaDefinition: schemaDefinition(standard) };
      expect((await call('POST', '/api/v2/schema', { ...save, dryRun: true })).status).toBe(200);
      expect((await call('POST', '/api/v2/schema', save)).status).toBe(201);
      expect((await call('POST', '/api/v2/schema', save)).status).toBeGreaterThanOrEqual(400);
      const rollout = {
        solutionName: target.solution,
        prefix,
        suffix: '_OOTB',
        appName,
        appVersion,
        targetSchemaName: 'STAGE',
      };
      const { body } = await call('POST', '/api/v2/schema/rollout', rollout);
      const { successfulObjects, failedObjects } = rolloutAnswer.parse(body);
      expect(failedObjects).toEqual([]);
      expect(successfulObjects).toHaveLength(standard.tables.length);
    });

    it('lists solutions, the one under test among them (§3.6)', async () => {
      const { status, body } = await call('GET', '/api/v2/schema/solutions');
      expect(status).toBe(200);
      solutionsAnswer.parse(body);
      expect(reshapeSolutions(body)?.map((item) => item.solutionName)).toContain(target.solution);
    });

    it('describes the tables of a solution by their full names (§3.7)', async () => {
      const query = new URLSearchParams({ solutionName: target.solution });
      const { status, body } = await call('GET', `/api/v2/schema?${query}`);
      expect(status).toBe(200);
      solutionSchemaAnswer.parse(body);
      const tables = reshapeTables(body, { prefix: '', suffix: '' });
      expect(tables?.map((table) => table.name)).toContain(target.table);
    });

    it.each([
      ['an unknown token', (token: string) => `${token}x`],
      ['a token behind a scheme word', (token: string) => `Bearer ${token}`],
    ])('refuses %s (§1)', async (_what, spoil) => {
      const { status } = await call('GET', '/api/v2/schema/solutions', undefined, spoil(target.token));
      expect([401, 403]).toContain(status);
    });

    it('accepts good rows in a dry run (§4.5)', async () => {
      const { status, body } = await ingest(target.rows);
      expect(status).toBe(200);
      expect(ingestAnswer.parse(body).failed).toEqual([]);
    });

    it('names the rows of a batch that are wrong, and answers 207 (§4.3)', async () => {
      const [good] = target.rows;
      const { status, body } = await ingest([good, {}]);
      expect(status).toBe(207);
      expect(ingestAnswer.parse(body).failed).toHaveLength(1);
    });

    it('answers 400 when every row is wrong (§4.3)', async () => {
      const { status, body } = await ingest([{}]);
      expect(status).toBe(400);
      expect(ingestAnswer.parse(body).failed).toHaveLength(1);
    });

    it.each([
      ['solution', { solutionName: 'NO_SUCH_SOLUTION' }],
      ['operation type', { operationType: 'DELETE' }],
    ])('refuses an unknown %s', async (_what, more) => {
      const { status } = await ingest(target.rows, more);
      expect([400, 404, 422]).toContain(status);
    });

    it('refuses an unknown table', async () => {
      const { status } = await call('POST', '/api/v2/objects/NO_SUCH_TABLE', {
        solutionName: target.solution,
        operationType: 'UPSERT',
        dryRun: true,
        data: target.rows,
      });
      expect([400, 404]).toContain(status);
    });

    it('refuses a body above 1 MB (§4.2)', async () => {
      const [good] = target.rows;
      const { status } = await ingest([{ ...good, FILLER: 'x'.repeat(1_100_000) }]);
      expect([400, 413]).toContain(status);
    });

    it('takes rows for real, and a column more, where writing is allowed (§3.5, 4.3)', async () => {
      const really = await ingest(target.rows, { dryRun: !target.write });
      expect(really.status).toBe(200);
      if (!target.write) return;
      const attribute = {
        solutionName: target.solution,
        columnName: `ONRAMP_${Date.now()}`,
        dataType: 'string',
        validations: [{ type: 'optional' }],
      };
      const { status, body } = await call('POST', `/api/v2/schema/${target.table}/add-attribute`, attribute);
      expect([200, 201]).toContain(status);
      addAttributeAnswer.parse(body);
      const query = new URLSearchParams({ solutionName: target.solution });
      const read = await call('GET', `/api/v2/schema?${query}`);
      expect(JSON.stringify(read.body)).toContain(attribute.columnName);
    });
  });
}
