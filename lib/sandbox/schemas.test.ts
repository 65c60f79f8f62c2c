import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peakClient } from '../peak/client';
import { overFetch } from '../peak/road';
import {
  findStandardSchema,
  plannedTables,
  schemaDefinition,
  standardSchemas,
} from '../peak/models/standard-schemas';
import type { Started } from './fixture';
import { ID, column, startSandbox } from './fixture';
import { heldElsewhere } from './held';
import { DEMO_TOKENS } from './settings';

let started: Started;
beforeEach(async () => void (started = await startSandbox()));
afterEach(() => started.sandbox.close());

const tableOf = (...columns: unknown[]) => [{ objectName: 'ROW', columns, primaryKey: ['ID'] }];
const raw = (columnName: string, dataType: string, ...types: Record<string, unknown>[]) => ({
  columnName,
  dataType,
  validations: types,
});
const required = { type: 'required' };

describe('saving a schema', () => {
  it('answers 201, and 200 for a dry run that stores nothing', async () => {
    const body = { appName: 'test', appVersion: '1.0.0', schemaDefinition: JSON.stringify(tableOf(ID)) };
    expect((await started.call('POST', '/api/v2/schema', { ...body, dryRun: true })).status).toBe(200);
    expect((await started.call('POST', '/api/v2/schema', body)).status).toBe(201);
    expect((await started.call('POST', '/api/v2/schema', body)).status).toBe(409);
  });

  it('takes one of two equal requests that arrive together', async () => {
    const both = await Promise.all([started.saveSchema(tableOf(ID)), started.saveSchema(tableOf(ID))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['neither required nor optional', tableOf(ID, raw('V', 'string'))],
    ['both required and optional', tableOf(ID, raw('V', 'string', required, { type: 'optional' }))],
    ['nonNull beside optional', tableOf(ID, raw('V', 'string', { type: 'optional' }, { type: 'nonNull' }))],
    ['an optional key column', tableOf(raw('ID', 'string', { type: 'optional' }))],
    ['a key that is no column', tableOf(raw('V', 'string', required))],
    ['a date without its format', tableOf(ID, raw('V', 'date', required))],
    [
      'a format nobody offers',
      tableOf(ID, raw('V', 'timestamp', required, { type: 'timestampFormat', format: 'DD/MM/YYYY' })),
    ],
    ['numeric without precision', tableOf(ID, raw('V', 'numeric', required))],
    ['float with precision', tableOf(ID, { ...raw('V', 'float', required), precision: 9, scale: 2 })],
    ['a column twice', tableOf(ID, ID)],
    ['an unknown type', tableOf(ID, raw('V', 'blob', required))],
    ['an unknown validation', tableOf(ID, raw('V', 'string', required, { type: 'isNice' }))],
    ['a length for a number', tableOf(ID, raw('V', 'integer', required, { type: 'maxLength', value: 3 }))],
    [
      'a regex that cannot be read',
      tableOf(ID, raw('V', 'string', required, { type: 'regex', pattern: '(' })),
    ],
    [
      'a default that does not fit',
      tableOf(ID, { ...raw('V', 'integer', { type: 'optional' }), defaultValue: 'x' }),
    ],
    ['no table', []],
  ])('refuses %s', async (_what, definition) => {
    const { status, body } = await started.saveSchema(definition);
    expect(status).toBe(400);
    expect(body.error?.message).toMatch(/\w/);
  });
});

describe('a rollout', () => {
  const rollOut = (more = {}) => started.call('POST', '/api/v2/schema/rollout', started.rolloutOf('S', more));
  const two = [
    { objectName: 'A', columns: [ID], primaryKey: ['ID'] },
    { objectName: 'B', columns: [ID], primaryKey: ['ID'] },
  ];

  it('creates every table, and says on repeating that they are there', async () => {
    await started.saveSchema(two);
    expect(await rollOut()).toMatchObject({
      status: 201,
      body: { successfulObjects: ['T_A', 'T_B'], failedObjects: [] },
    });
    const again = await rollOut();
    expect(again).toMatchObject({ status: 409, body: { successfulObjects: [] } });
    expect(again.body.failedObjects?.map(({ message }) => message)).toEqual([
      'table T_A already exists',
      'table T_B already exists',
    ]);
  });

  it('can fail in part, and creates what is missing when it is repeated', async () => {
    await started.saveSchema(two);
    await started.control.addFaults({ match: { table: 'T_B' }, fault: 'table-refused' });
    expect(await rollOut()).toMatchObject({
      status: 207,
      body: { successfulObjects: ['T_A'], failedObjects: [{ objectName: 'T_B' }] },
    });
    expect(await rollOut()).toMatchObject({ status: 207, body: { successfulObjects: ['T_B'] } });
    const solutions = await started.call('GET', '/api/v2/schema/solutions');
    expect(solutions.body).toMatchObject([{ solutionName: 'S', tableCount: 2 }]);
  });

  it.each([
    ['other details under a known name', { prefix: 'X_' }, 409],
    ['a schema nobody saved', { solutionName: 'S2', appVersion: '9.0.0' }, 404],
    ['a target that is no name', { solutionName: 'S2', targetSchemaName: 'a b' }, 400],
    ['a field it does not know', { solutionName: 'S2', colour: 'red' }, 400],
  ])('refuses %s', async (_what, more, status) => {
    await started.saveSchema(two);
    await rollOut();
    expect((await rollOut(more)).status).toBe(status);
  });
});

describe('adding a column', () => {
  const asked = {
    solutionName: 'S',
    columnName: 'EXTRA',
    dataType: 'datetime',
    validations: [{ type: 'optional' }],
  };
  const add = (more = {}, name = 'ROW') =>
    started.call('POST', `/api/v2/schema/${name}/add-attribute`, { ...asked, ...more });

  it('takes values from then on, and leaves stored rows with null', async () => {
    const address = await started.table([ID], ['ID']);
    await started.send('T_ROW', [{ ID: '1' }]);
    expect((await add()).status).toBe(201);
    await started.send('T_ROW', [{ ID: '2', EXTRA: '2026-05-08 10:30:00' }]);
    expect(await started.control.rows(address)).toEqual([
      { ID: '1', EXTRA: null },
      { ID: '2', EXTRA: '2026-05-08 10:30:00' },
    ]);
  });

  it.each([
    ['a column that is there', { columnName: 'ID', dataType: 'string' }, 'ROW', 409],
    ['a name in lower case', { columnName: 'extra' }, 'ROW', 400],
    ['neither required nor optional', { validations: [{ type: 'nonNull' }] }, 'ROW', 400],
    ['an unknown solution', { solutionName: 'X' }, 'ROW', 404],
    ['a table in another case', {}, 'row', 404],
  ])('refuses %s', async (_what, more, name, status) => {
    await started.table([ID], ['ID']);
    expect((await add(more, name)).status).toBe(status);
  });
});

describe('the published data models', () => {
  it.each(standardSchemas.map((schema) => [`${schema.title} ${schema.appVersion}`, schema] as const))(
    '%s: what is planned is what a rollout and a schema read give',
    async (_name, schema) => {
      const {
        appName,
        appVersion,
        defaultPrefix: prefix,
        defaultSuffix: suffix,
        defaultSolutionName: solutionName,
      } = schema;
      const access = { origin: 'http://127.0.0.1', token: DEMO_TOKENS.a };
      const fetcher = (url: string, init: RequestInit) => started.sandbox.fetch(new Request(url, init));
      const client = peakClient({ road: overFetch(fetcher), access, now: () => 0 });
      const saved = await client.saveSchema({ appName, appVersion, dryRun: false }, schemaDefinition(schema));
      expect(saved).toMatchObject({ ok: true, value: { outcome: 'saved' } });
      await client.rollOut({ appName, appVersion, prefix, suffix, solutionName, targetSchemaName: 'STAGE' });
      const read = await client.readSchema(solutionName);
      const planned = plannedTables(schema, { prefix, suffix }).map(
        ({ requiredBySolution: _needed, incomplete: _incomplete, ...table }) => ({
          ...table,
          columns: table.columns.map(({ description: _text, ...spec }) => spec),
        }),
      );
      expect(read).toMatchObject({ ok: true });
      if (read.ok) expect(read.value.schema.tables).toEqual(planned);
    },
  );
});

describe('what the warehouse keeps', () => {
  it('outlives the process, and belongs to one process at a time', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'onramp-sandbox-'));
    const first = await startSandbox({ dataDir, settings: { flushMs: 60_000 } });
    const address = await first.table([ID, { ...column('V', 'numeric'), precision: 38, scale: 10 }], ['ID']);
    await first.send('T_ROW', '[{"ID":"1","V":0.0000000001}]');
    await first.sandbox.close();
    const second = await startSandbox({ dataDir });
    expect(await second.control.rows(address)).toEqual([{ ID: '1', V: '0.0000000001' }]);
    expect((await second.send('T_ROW', '[{"ID":"2","V":1}]')).status).toBe(200);
    await second.sandbox.close();
    rmSync(dataDir, { recursive: true });
  });

  it('knows the words by which the database says that its file is taken', () => {
    const said = 'IO Error: Could not set lock on file "x.duckdb": Conflicting lock is held in node (PID 1)';
    expect(heldElsewhere(new Error(said))).toBe(true);
    expect(heldElsewhere(new Error('IO Error: not a DuckDB database file'))).toBe(false);
  });

  it('has Quote Pricing with a short key and with a long one', () => {
    const keyOf = (version: string) =>
      findStandardSchema('quote-pricing', version)?.tables.find(({ objectName }) => objectName === 'SALE')
        ?.primaryKey;
    expect(keyOf('1.0.0')).toEqual(['SALE_ID', 'PRODUCT_ID']);
    expect(keyOf('2.0.0')).toEqual(['SALE_ID', 'PRODUCT_ID', 'REGION_ID', 'SOLD_AT']);
  });
});
