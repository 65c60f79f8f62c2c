import { describe, expect, it } from 'vitest';
import { canonicalJson, schemaFingerprint } from './fingerprint';
import {
  reshapeRollout,
  reshapeSolutionFacts,
  reshapeSolutions,
  reshapeTables,
  saysAlready,
} from './reshape';
import { readJson } from './wire';

const parts = { prefix: 'QP_', suffix: '_OOTB' };
const listed = {
  solutionName: 'QP_OOTB',
  prefix: 'QP_',
  suffix: '_OOTB',
  targetSchemaName: 'STAGE',
  tableCount: 10,
};
const solution = {
  solutionName: 'QP_OOTB',
  prefix: 'QP_',
  suffix: '_OOTB',
  targetSchemaName: 'STAGE',
  tableCount: 10,
};

describe('reshapeSolutions', () => {
  it.each([
    ['a bare list', [listed]],
    ['under solutions', { solutions: [listed] }],
    ['under data', { data: [listed] }],
    ['two wrappers deep', { data: { solutions: [listed] }, status: 'ok' }],
    [
      'in snake case',
      [
        {
          solution_name: 'QP_OOTB',
          prefix: 'QP_',
          suffix: '_OOTB',
          target_schema_name: 'STAGE',
          table_count: '10',
        },
      ],
    ],
    [
      'in capitals',
      {
        Result: {
          Items: [
            {
              SolutionName: 'QP_OOTB',
              Prefix: 'QP_',
              Suffix: '_OOTB',
              TargetSchemaName: 'STAGE',
              TableCount: 10,
            },
          ],
        },
      },
    ],
    ['with a table list for a count', [{ ...listed, tableCount: undefined, tables: Array(10).fill('T') }]],
  ])('reads %s', (_, body) => {
    expect(reshapeSolutions(body)).toEqual([solution]);
  });

  it('takes absent and null prefixes for empty ones', () => {
    expect(reshapeSolutions([{ solutionName: 'RAW', prefix: null }])).toEqual([
      { solutionName: 'RAW', prefix: '', suffix: '', targetSchemaName: '' },
    ]);
  });

  it('reads an empty list as an empty list', () => {
    expect(reshapeSolutions({ solutions: [] })).toEqual([]);
  });

  it.each([[undefined], [null], ['text'], [42], [{}], [{ message: 'hello' }], [[{ nothing: 1 }]], [[null]]])(
    'does not pretend to understand %j',
    (body) => expect(reshapeSolutions(body)).toBeUndefined(),
  );
});

const saleId = {
  columnName: 'SALE_ID',
  dataType: 'string',
  validations: [{ type: 'required' }, { type: 'nonNull' }],
};
const sale = { tableName: 'QP_SALE_OOTB', columns: [saleId], primaryKey: ['SALE_ID'] };
const known = {
  name: 'QP_SALE_OOTB',
  objectName: 'SALE',
  columns: [
    { name: 'SALE_ID', type: 'string', rawType: 'string', required: true, nullable: false, unchecked: [] },
  ],
  primaryKey: ['SALE_ID'],
  uniqueKeys: [],
  foreignKeys: [],
};

describe('reshapeTables', () => {
  it.each<[string, unknown]>([
    ['a bare list', [sale]],
    ['under tables', { tables: [sale] }],
    ['under data.tables', { data: { tables: [sale] } }],
    ['under schema', { solutionName: 'QP_OOTB', schema: [sale] }],
    ['as a JSON text', { schemaDefinition: JSON.stringify([sale]) }],
    ['keyed by table', { tables: { QP_SALE_OOTB: { columns: [saleId], primaryKey: ['SALE_ID'] } } }],
    [
      'with columns keyed by name',
      [{ ...sale, columns: { SALE_ID: { dataType: 'string', validations: ['required', 'nonNull'] } } }],
    ],
    ['with the object name only', [{ ...sale, tableName: undefined, objectName: 'sale' }]],
    ['with both names', [{ ...sale, tableName: 'SALE', fullTableName: 'QP_SALE_OOTB' }]],
    [
      'with the key told by the column',
      [{ ...sale, primaryKey: undefined, columns: [{ ...saleId, isPrimaryKey: true }] }],
    ],
    ['with the key in other letters', [{ ...sale, primaryKey: ['sale_id'] }]],
    ['with the key as a text', [{ ...sale, primary_key: 'SALE_ID', primaryKey: null }]],
    [
      'with flags instead of validations',
      [{ ...sale, columns: [{ name: 'SALE_ID', type: 'string', required: true, nullable: false }] }],
    ],
    ['beside its failed rows', [sale, { ...sale, tableName: 'QP_SALE_OOTB_failed_rows' }]],
  ])('reads %s', (_, body) => {
    const [table, ...others] = reshapeTables(body, parts) ?? [];
    expect(others).toEqual([]);
    const lowered = { ...known, objectName: table?.objectName.toUpperCase() };
    expect(table && { ...table, objectName: table.objectName.toUpperCase() }).toEqual(lowered);
  });

  it('resolves references to full table names', () => {
    const body = [
      {
        ...sale,
        uniqueKeys: [['SALE_ID']],
        foreignKeys: [
          { columns: ['SALE_ID'], references: { table: 'QUOTE', columns: ['QUOTE_ID'] } },
          { columnName: 'sale_id', referenceTable: 'QP_QUOTE_OOTB', referenceColumn: 'QUOTE_ID' },
          { column: 'SALE_ID', table: 'quote' },
        ],
      },
    ];
    const [table] = reshapeTables(body, parts) ?? [];
    expect(table?.uniqueKeys).toEqual([['SALE_ID']]);
    expect(table?.foreignKeys).toEqual([
      { columns: ['SALE_ID'], table: 'QP_QUOTE_OOTB', references: ['QUOTE_ID'] },
      { columns: ['SALE_ID'], table: 'QP_QUOTE_OOTB', references: ['QUOTE_ID'] },
      { columns: ['SALE_ID'], table: 'QP_QUOTE_OOTB', references: ['SALE_ID'] },
    ]);
  });

  it.each([
    [undefined],
    [{}],
    [{ tables: [{ columns: [] }] }],
    [[{ tableName: 'X', columns: [] }]],
    ['html'],
  ])('does not pretend to understand %j', (body) => expect(reshapeTables(body, parts)).toBeUndefined());

  it('keeps what the answer says of the solution, and says when it says nothing', () => {
    expect(reshapeSolutionFacts({ data: { ...listed, tables: [sale] } }, 'QP_OOTB')).toMatchObject({
      ...parts,
      solution,
    });
    expect(reshapeSolutionFacts([sale], 'QP_OOTB').prefix).toBeUndefined();
  });
});

describe('schemaFingerprint', () => {
  it('does not depend on the order of tables or of keys, but on every fact', async () => {
    const two = { ...known, name: 'QP_A_OOTB' };
    const turned = Object.fromEntries(Object.entries(known).reverse()) as typeof known;
    const tables = reshapeTables([sale], parts) ?? [];
    const changed = tables.map((table) => ({ ...table, primaryKey: [] }));
    expect(canonicalJson([known, two])).toBe(canonicalJson([turned, two]));
    expect(await schemaFingerprint(tables)).toMatch(/^[0-9a-f]{64}$/);
    expect(await schemaFingerprint(changed)).not.toBe(await schemaFingerprint(tables));
  });
});

describe('reshapeRollout', () => {
  it.each<[string, unknown]>([
    ['names', { successfulObjects: ['QP_SALE_OOTB'], failedObjects: ['QP_QUOTE_OOTB'] }],
    ['bare names', { successfulObjects: ['sale'], failedObjects: ['QUOTE'] }],
    [
      'objects',
      {
        data: {
          successfulObjects: [{ objectName: 'SALE' }],
          failedObjects: [{ tableName: 'QP_QUOTE_OOTB' }],
        },
      },
    ],
    ['snake case', { result: { successful_objects: ['SALE'], failed_objects: ['QUOTE'] } }],
    [
      'with failed-rows tables',
      { successfulObjects: ['QP_SALE_OOTB', 'QP_SALE_OOTB_failed_rows'], failedObjects: ['QUOTE'] },
    ],
  ])('reads two lists of %s', (_, body) => {
    expect(reshapeRollout(body, parts)).toEqual({
      successful: ['QP_SALE_OOTB'],
      failed: [{ name: 'QP_QUOTE_OOTB' }],
      alreadyRolledOut: false,
    });
  });

  it('keeps why an object failed, and sees that all were there already', () => {
    const body = {
      successfulObjects: [],
      failedObjects: [{ objectName: 'SALE', error: { message: 'Table already exists' } }],
    };
    expect(reshapeRollout(body, parts)).toEqual({
      successful: [],
      failed: [{ name: 'QP_SALE_OOTB', message: 'Table already exists' }],
      alreadyRolledOut: true,
    });
  });

  it('is undefined without either list', () => expect(reshapeRollout({ ok: true }, parts)).toBeUndefined());

  it.each([
    [{ message: 'Schema already exists' }, true],
    [{ error: { code: 'DUPLICATE_SCHEMA', message: 'no' } }, true],
    [{ message: 'appVersion is not semver' }, false],
    [undefined, false],
  ])('%j says "already": %s', (body, expected) => expect(saysAlready(body)).toBe(expected));
});

describe('readJson', () => {
  it('keeps digits that a float would lose', () => {
    expect(readJson('{"a":12345678901234567890.123456789,"b":1.5,"c":9007199254740993}')).toEqual({
      a: '12345678901234567890.123456789',
      b: 1.5,
      c: '9007199254740993',
    });
  });

  it.each(['', '<html>', '{"a":', '[1,]', '['.repeat(100_000)])('takes sample %$ for no JSON', (text) => {
    expect(readJson(text)).toBeUndefined();
  });
});
