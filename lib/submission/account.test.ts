import { describe, expect, it } from 'vitest';
import { accountOf } from './account';
import { batchesOf, planOf } from './journal/suite-plans';
import type { BatchEntry, Imbalance, Plan } from './model';

const batches = batchesOf('load', 4, 5);
const plan = planOf('load', batches);
const entry = (index: number, change: Partial<BatchEntry>): BatchEntry => ({
  loadId: 'load',
  index,
  state: 'accepted',
  rows: 5,
  accepted: 5,
  rejected: [],
  unnamed: 0,
  attempts: 1,
  sentAt: 1,
  ...change,
});
const refused = (row: number, ...codes: string[]) => ({
  row,
  errors: codes.map((code) => ({ code, message: `about ${code}` })),
});

describe('the account', () => {
  it('puts every row into one bucket', () => {
    const account = accountOf(plan, batches, [
      entry(0, {}),
      entry(1, {
        state: 'partly',
        accepted: 2,
        rejected: [refused(7, 'A', 'A'), refused(8, 'B', 'A')],
        unnamed: 1,
      }),
      entry(2, { state: 'in-doubt', accepted: 0 }),
      entry(3, { state: 'sending', accepted: 0 }),
    ]);
    expect(account).toMatchObject({
      accepted: 7,
      rejected: 3,
      inDoubt: 5,
      waiting: 5,
      batches: { planned: 4, settled: 2, inDoubt: 1 },
      balances: true,
      complete: false,
    });
    expect(account.errors).toEqual([
      { code: 'A', message: 'about A', count: 2 },
      { code: 'B', message: 'about B', count: 1 },
    ]);
  });

  it.each(['planned', 'sending', 'in-doubt'] as const)('is not complete while a batch is %s', (state) => {
    const entries = [0, 1, 2].map((index) => entry(index, {}));
    expect(accountOf(plan, batches, [...entries, entry(3, { state, accepted: 0 })]).complete).toBe(false);
    expect(accountOf(plan, batches, [...entries, entry(3, {})]).complete).toBe(true);
  });

  const checked = (change: Partial<Plan['checked']>): Plan => ({
    ...plan,
    checked: { ...plan.checked, ...change },
  });
  const counted = (change: Partial<Plan['counts']>): Plan => ({
    ...plan,
    counts: { ...plan.counts, ...change },
  });
  it.each<[Imbalance, Plan, BatchEntry[]]>([
    ['reader-and-plan-rows', checked({ rows: 21 }), []],
    ['reader-and-plan-buckets', checked({ ready: 19, held: 1 }), []],
    ['plan-buckets', { ...counted({ read: 21 }), checked: { ...plan.checked, rows: 21 } }, []],
    [
      'plan-and-batches',
      { ...counted({ read: 21, planned: 21 }), checked: { ...plan.checked, rows: 21, ready: 21 } },
      [],
    ],
    ['batches-and-answers', plan, [entry(0, { accepted: 4 })]],
    ['batches-and-answers', plan, [entry(0, { rows: 4, accepted: 5 })]],
    ['batches-and-answers', plan, [entry(9, {})]],
  ])('says which counts disagree: %s', (imbalance, given, entries) => {
    expect(accountOf(given, batches, entries)).toMatchObject({ balances: false, complete: false, imbalance });
  });
});
