import { describe, expect, it } from 'vitest';
import { planOf } from '@/lib/submission/journal/suite-plans';
import type { Load } from '@/lib/workspace/model';
import { balanceOf } from './balance';
import { load } from './load-sample';

const counts = { read: 10, skipped: 1, held: 2, superseded: 0, planned: 7, batches: 1, bytes: 9 };
const checked = { rows: 10, ready: 7, held: 2, skipped: 1, superseded: 0 };
const plan = planOf('A', [], { counts, checked });
const account = { read: 10, skipped: 1, held: 2, accepted: 4, laterFailed: 1, rejected: 2 };
const planned = (change: Partial<NonNullable<Load['account']>> = {}, more: Partial<Load> = {}): Load => ({
  ...load('A', { ...account, ...change }),
  plan,
  ...more,
});

describe('the balance over loads', () => {
  it('agrees where reader, plans and answers count the same rows, none is open, and what is left to repair is counted', () => {
    expect(balanceOf([planned(), planned(), load('B', null)])).toEqual({
      read: 20,
      planned: 20,
      answered: 20,
      off: [],
      open: 0,
      left: { rejected: 4, laterFailed: 2, held: 4, elsewhere: 0 },
      agrees: true,
    });
  });

  it('knows which rows held back were loaded elsewhere, by the user’s word', () => {
    const said = planned({}, { heldElsewhere: { at: 1, rows: 2 } });
    expect(balanceOf([planned(), said]).left).toMatchObject({ held: 4, elsewhere: 2 });
  });

  it('agrees while rows are waiting or in doubt, and says how many', () => {
    const open = planned({ accepted: 1, waiting: 2, inDoubt: 1 });
    expect(balanceOf([planned(), open])).toMatchObject({ open: 3, agrees: true });
  });

  it.each<[string, Load]>([
    ['the answers count other rows', planned({ accepted: 5 })],
    ['the plan counts other rows', planned({}, { plan: { ...plan, counts: { ...counts, planned: 8 } } })],
    ['the reader counts other rows', planned({}, { plan: { ...plan, checked: { ...checked, rows: 11 } } })],
    ['one account does not add up by itself', planned({ balances: false })],
  ])('does not agree where %s', (_, off) => {
    expect(balanceOf([planned(), off]).agrees).toBe(false);
  });
});
