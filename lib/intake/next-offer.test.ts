import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { ColumnRule, Repair } from '../repair/model';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([sampleColumn('ID', 'string', { nullable: false }), sampleColumn('P', 'float')]);
const euro: ColumnRule = { rule: 'strip-unit', units: ['€'] };

async function looked(prices: readonly string[], rule: ColumnRule = euro, repairs: Repair[] = []) {
  const { reading } = readingTrial();
  const csv = `id;p\n${prices.map((price, at) => `k${at};${price}\n`).join('')}`;
  await reading.open({ loadId: 'l', file: new File([csv], 'a.csv'), dialect: { delimiter: ';' } });
  const rules = (more: Repair[]) => sampleRules(table, { repairs: more });
  await reading.check({ loadId: 'l', runId: 1, rules: rules(repairs) });
  const { next } = await reading.preview({ loadId: 'l', column: 'P', rule });
  const both = [rule, ...(next ? [next.rule] : [])].map((each, at): Repair => ({
    id: String(at),
    kind: 'column',
    column: 'P',
    rule: each,
  }));
  const alone = await reading.check({
    loadId: 'l',
    runId: 2,
    rules: rules([...repairs, ...both.slice(0, 1)]),
  });
  const after = await reading.check({ loadId: 'l', runId: 3, rules: rules([...repairs, ...both]) });
  return { next, alone, after };
}

describe('what a column is offered once a rule is applied', () => {
  it('is told in the look at the rule, and both together leave nothing', async () => {
    const { next, alone, after } = await looked(['1.234,50 €', '12,50 €', '7 €']);
    expect(next).toMatchObject({
      rule: { rule: 'decimal-comma' },
      cells: 2,
      samples: [
        { row: 2, before: '1.234,50 €', after: '1234.50' },
        { row: 3, before: '12,50 €', after: '12.50' },
      ],
    });
    // The same as is offered after the first rule alone.
    expect(alone.groups).toMatchObject([{ count: 2, offer: next?.rule }]);
    expect(after).toMatchObject({ ready: 3, held: 0, groups: [] });
  });

  it.each([
    ['nothing is left', ['12.50 €', '7 €']],
    ['what is left proves nothing', ['12.50 €', 'free']],
    ['what is left could be either number', ['1.234 €', '5.678 €']],
  ])('is nothing where %s', async (_what, prices) => {
    expect((await looked(prices)).next).toBeUndefined();
  });

  it('is nothing that is offered already', async () => {
    expect((await looked(['12,50', '7 €', '13,25'])).next).toBeUndefined();
  });
});
