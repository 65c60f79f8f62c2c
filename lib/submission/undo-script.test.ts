import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'lossless-json';
import { expect, it } from 'vitest';
import { sumQueries, undoScript } from './undo-script';

const column = (name: string) => ({
  name,
  type: 'string' as const,
  rawType: 'string',
  required: true,
  nullable: true,
  unchecked: [],
});
const sent = ['SALE_ID', 'PRICE', 'two words', 'ORDER'];
const table = (primaryKey: string[]) => ({ name: 'QP_SALE_OOTB', columns: sent.map(column), primaryKey });
const notes = {
  head: ['of sales\n.csv; DROP TABLE stage.qp_sale_ootb;'],
  look: 'look',
  remove: 'remove',
  before: 'before',
};

const SENT = [
  '{"SALE_ID":"O\'Brien","PRICE":12.3400000000,"two words":"a\\\\b","ORDER":"1"}',
  '{"SALE_ID":"S2","PRICE":0.1,"two words":null,"ORDER":"=1+1"}',
  '{"SALE_ID":"S4\'); DROP TABLE stage.qp_sale_ootb; --","PRICE":7,"two words":"x","ORDER":null}',
];
async function* rows() {
  for (const json of SENT) {
    const row = parse(json) as Record<string, unknown>;
    yield new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value] as const));
  }
}

async function warehouse() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE SCHEMA stage');
  await connection.run(
    'CREATE TABLE stage.qp_sale_ootb (sale_id VARCHAR, price DECIMAL(38,10), "two words" VARCHAR, "ORDER" VARCHAR)',
  );
  await connection.run(`INSERT INTO stage.qp_sale_ootb VALUES
    ('O''Brien', 12.34, 'a\\b', '1'), ('S2', 0.1, NULL, '=1+1'), ('S2', 0.9, NULL, '=1+1'),
    ('S4''); DROP TABLE stage.qp_sale_ootb; --', 7, 'x', NULL), ('S9', 1, NULL, NULL)`);
  return connection;
}

it.each<[string, string[], string[]]>([
  ['by key, others of the same key with them', ['SALE_ID'], ['S9']],
  ['by a key of several columns', ['SALE_ID', 'PRICE'], ['S2', 'S9']],
  ['by all columns where there is no key', [], ['S2', 'S9']],
])('removes the rows of a load and no other, %s', async (_how, primaryKey, left) => {
  const connection = await warehouse();
  const undo = { schema: 'STAGE', table: table(primaryKey), sent, firstSentAt: 0, notes };
  let script = '';
  for await (const piece of undoScript(undo, rows())) script += piece;
  await connection.run(script);
  const found = await connection.runAndReadAll('SELECT sale_id FROM stage.qp_sale_ootb ORDER BY sale_id');
  expect(found.getRows().map(([id]) => id)).toEqual(left);
  await connection.run('ROLLBACK');
  const sums = sumQueries(undo, 'PRICE');
  const [ofLoad] = (await connection.runAndReadAll(sums.ofLoad)).getRows();
  expect([String(ofLoad?.[0]), String(ofLoad?.[1])]).toEqual(
    left.includes('S2') ? ['3', '19.4400000000'] : ['4', '20.3400000000'],
  );
  const [whole] = (await connection.runAndReadAll(sums.whole)).getRows();
  expect([String(whole?.[0]), String(whole?.[1])]).toEqual(['5', '21.3400000000']);
  connection.closeSync();
});

it('says nothing that a warehouse would run before its reader has looked', async () => {
  const undo = { schema: 'STAGE', table: table(['SALE_ID']), sent, firstSentAt: Date.UTC(2026, 4, 8), notes };
  let script = '';
  for await (const piece of undoScript(undo, rows())) script += piece;
  expect(script.startsWith('-- of sales .csv; DROP TABLE')).toBe(true);
  expect(script).toContain(
    "-- SELECT * FROM STAGE.QP_SALE_OOTB AT (TIMESTAMP => '2026-05-08 00:00:00 +0000'",
  );
  expect(script.trimEnd().endsWith('-- COMMIT;\n-- ROLLBACK;')).toBe(true);
});
