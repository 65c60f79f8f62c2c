import { describe, expect, it } from 'vitest';
import { systemClock } from '../base/clock';
import type { TableSpec } from '../peak/model';
import type { ColumnRule, Repair } from '../repair/model';
import { memoryFiles } from './memory-files';
import type { Rules } from './protocol';
import { createReading } from './reading';

const table: TableSpec = {
  name: 'T',
  objectName: 'T',
  columns: [
    { name: 'ID', type: 'string', rawType: 'string', required: true, nullable: false, unchecked: [] },
    { name: 'PRICE', type: 'float', rawType: 'float', required: true, nullable: true, unchecked: [] },
  ],
  primaryKey: ['ID'],
  uniqueKeys: [],
  foreignKeys: [],
};
const rulesOf = (repairs: Repair[]): Rules => ({
  table,
  mapping: table.columns.map(({ name }, position) => ({
    column: name,
    source: { kind: 'file', position, by: 'user' },
  })),
  repairs,
  duplicates: 'keep-last',
  operation: 'UPSERT',
});
const price = (rule: ColumnRule): Repair => ({ id: '1', kind: 'column', column: 'PRICE', rule });

async function checker(csv: string) {
  const reading = createReading({ files: memoryFiles(), clock: systemClock, emit: () => undefined });
  await reading.open({ loadId: 'l', file: new File([csv], 'a.csv') });
  let runId = 0;
  const check = (repairs: Repair[]) =>
    reading.check({ loadId: 'l', runId: ++runId, rules: rulesOf(repairs) });
  const row = async (from: number) =>
    (await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from, count: 1 })).rows[0];
  return { check, row };
}

describe('a number that reads two ways in a column that proves neither', () => {
  it('keeps its rows back, asks once, and counts in no key meanwhile', async () => {
    const { check, row } = await checker('id,price\nA,5\nA,1.234\nB,7\n');
    const summary = await check([]);
    expect(summary).toMatchObject({ ready: 2, held: 1, superseded: 0, errors: 1 });
    expect(summary.groups[0]).toMatchObject({
      code: 'number-point-group',
      severity: 'error',
      column: 'PRICE',
      count: 1,
      choices: [{ rule: 'decimal-comma', lonePoint: 'thousands' }, { rule: 'thousands-comma' }],
    });
    expect(await row(1)).toMatchObject({ state: 'held', tokens: ['"A"', null] });
  });

  it.each<[ColumnRule, string]>([
    [{ rule: 'thousands-comma' }, '1.234'],
    [{ rule: 'decimal-comma', lonePoint: 'thousands' }, '1234'],
  ])('goes as it was answered: %j', async (rule, token) => {
    const { check, row } = await checker('id,price\nA,5\nA,1.234\nB,7\n');
    await check([]);
    expect(await check([price(rule)])).toMatchObject({ ready: 2, held: 0, superseded: 1, errors: 0 });
    expect(await row(1)).toMatchObject({ state: 'ready', tokens: ['"A"', token] });
    expect(await check([])).toMatchObject({ ready: 2, held: 1 });
  });

  it('is no question where another cell proves the point, even one that is edited', async () => {
    const { check, row } = await checker('id,price\nA,5\nB,1.234\nC,7\n');
    await check([]);
    const proof: Repair = { id: '2', kind: 'cell', row: 4, column: 'PRICE', text: '2.50' };
    expect(await check([proof])).toMatchObject({ ready: 3, held: 0, errors: 0, warnings: 0 });
    expect(await row(1)).toMatchObject({ state: 'ready', tokens: ['"B"', '1.234'] });
    expect(await check([])).toMatchObject({ ready: 2, held: 1 });
  });
});
