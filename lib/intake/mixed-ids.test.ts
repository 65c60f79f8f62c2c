import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([
  sampleColumn('ID', 'string', { nullable: false }),
  sampleColumn('CUSTOMER', 'string'),
]);

async function toldOf(customers: readonly string[]) {
  const { reading } = readingTrial();
  const csv = `id,customer\n${customers.map((customer, at) => `k${at},${customer}\n`).join('')}`;
  await reading.open({ loadId: 'l', file: new File([csv], 'a.csv'), dialect: { delimiter: ',' } });
  const { groups } = await reading.check({ loadId: 'l', runId: 1, rules: sampleRules(table) });
  return groups.map(({ code, count, offer }) => [code, count, offer?.rule]);
}

const repeated = (text: string, count: number) => Array.from({ length: count }, () => text);
const TOLD = (count: number) => [['text-float-shaped-id', count, 'drop-point-zero']];

describe('ids that went through a float', () => {
  it.each<[string, string[], unknown[][]]>([
    ['all of them', repeated('17850.0', 9), TOLD(9)],
    [
      'a few among bare digits, where one customer gets two ids',
      [...repeated('17850', 500), '17850.0'],
      TOLD(1),
    ],
    [
      'a few among digits and codes alike',
      [...repeated('71053', 5), ...repeated('85123A', 5), '71053.0'],
      TOLD(1),
    ],
    ['none: a number among names', [...repeated('Lee', 20), '12.0'], []],
    ['none: versions', ['1.0', '1.1', '2.0', '2.3'], []],
  ])('are told: %s', async (_what, customers, want) => {
    expect(await toldOf(customers)).toEqual(want);
  });
});
