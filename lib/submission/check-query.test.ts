import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { checkQuery } from './check-query';

const column = (name: string) => ({
  name,
  type: 'string' as const,
  rawType: 'string',
  required: true,
  nullable: true,
  unchecked: [],
});
const table = (primaryKey: string[]) => ({
  name: 'QP_SALE_OOTB',
  columns: ['SALE_ID', 'PRICE', 'two words'].map(column),
  primaryKey,
});
const rowOf = (row: number, values: string) => ({ row, json: values });
const ROWS = [
  rowOf(2, '{"SALE_ID":"O\'Brien","PRICE":12.3400000000,"two words":"a\\\\b"}'),
  rowOf(3, '{"SALE_ID":"S2","PRICE":0.1,"two words":null}'),
  rowOf(5, '{"SALE_ID":"S3","PRICE":7}'),
  rowOf(6, '{"SALE_ID":"S4","PRICE":7,"two words":"-- ; DROP TABLE x"}'),
];

it('asks for thousands of rows at once without a chain as long', async () => {
  const warehouse = await (await DuckDBInstance.create(':memory:')).connect();
  await warehouse.run('CREATE SCHEMA stage');
  await warehouse.run(`CREATE TABLE stage.qp_sale_ootb AS
    SELECT 'S' || n AS sale_id FROM range(9001) t(n) WHERE n NOT IN (0, 499, 500, 8999)`);
  const rows = Array.from({ length: 9_001 }, (_, n) => rowOf(n + 2, `{"SALE_ID":"S${n}"}`));
  const query = checkQuery('STAGE', table(['SALE_ID']), rows);
  const answer = await warehouse.runAndReadAll(query);
  expect(answer.getRows().map(([row]) => Number(row))).toEqual([2, 501, 502, 9_001]);
  const longest = Math.max(...query.split(/[()]/).map((part) => part.split('UNION ALL').length));
  expect(longest).toBeLessThanOrEqual(500);
  warehouse.closeSync();
});

it.each<[string, string[], number[]]>([
  ['by key', ['SALE_ID'], [5]],
  ['by a key of several columns', ['SALE_ID', 'PRICE'], [3, 5]],
  ['by all columns where there is no key', [], [3, 5]],
])('finds the rows that a warehouse does not hold, %s', async (_how, primaryKey, missing) => {
  const warehouse = await (await DuckDBInstance.create(':memory:')).connect();
  await warehouse.run('CREATE SCHEMA stage');
  await warehouse.run(
    'CREATE TABLE stage.qp_sale_ootb (sale_id VARCHAR, price DECIMAL(38,10), "two words" VARCHAR)',
  );
  await warehouse.run(`INSERT INTO stage.qp_sale_ootb VALUES
    ('O''Brien', 12.34, 'a\\b'), ('S2', 0.2, NULL), ('S4', 7, '-- ; DROP TABLE x')`);
  const answer = await warehouse.runAndReadAll(checkQuery('STAGE', table(primaryKey), ROWS));
  expect(answer.getRows().map(([row]) => Number(row))).toEqual(missing);
  warehouse.closeSync();
});
