import { expect, it } from 'vitest';
import type { FindingGroup } from '@/lib/validation/model';
import { provedRules } from './proved-rules';

const group = (over: Partial<FindingGroup>): FindingGroup => ({
  code: 'number-decimal-comma',
  severity: 'error',
  column: 'SALES',
  count: 1,
  examples: [],
  ...over,
});
const comma = { rule: 'decimal-comma' } as const;

it('gathers what columns prove, each rule of a column once, errors before what is only worth a look', () => {
  const example = {
    code: 'number-decimal-comma',
    severity: 'error',
    row: 2,
    column: 'SALES',
    value: '45,06',
  } as const;
  expect(
    provedRules([
      group({ code: 'text-padded', severity: 'warning', column: 'NAME', count: 3, offer: { rule: 'trim' } }),
      group({ count: 739, offer: comma, examples: [example] }),
      group({ code: 'number-thousands', count: 246, offer: comma }),
      group({ column: 'TAX', choices: [comma] }),
      group({ column: null }),
    ]),
  ).toEqual([
    {
      column: 'SALES',
      rule: comma,
      cells: 985,
      severity: 'error',
      sample: { before: '45,06', after: '45.06' },
    },
    { column: 'NAME', rule: { rule: 'trim' }, cells: 3, severity: 'warning', sample: null },
  ]);
});
