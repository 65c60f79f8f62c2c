import { describe, expect, it } from 'vitest';
import type { FindingGroup } from '@/lib/validation/model';
import { load as storedLoad } from '@/lib/workspace/model';
import { sampleLoad } from '@/lib/workspace/sample-load';
import type { Repair } from '@/lib/repair/model';
import { withMapping, withoutRepair, withRepairs, type LoadChange } from './load-change';
import { isAccepted, withAccepted, withFoundLeftOut, withFoundTakenIn, withoutAccepted } from './settled';

const load = sampleLoad({ stage: 'review' });
const found = (over: Partial<FindingGroup> = {}): FindingGroup => ({
  code: 'text-padded',
  severity: 'warning',
  column: 'NAME',
  count: 3,
  examples: [],
  ...over,
});

const trim = (column: string): Repair => ({ id: column, kind: 'column', column, rule: { rule: 'trim' } });

describe('warnings that the user found right', () => {
  const accepted = withAccepted(found())(load);

  it.each([
    ['as many of them', found(), true],
    ['fewer of them', found({ count: 2 }), true],
    ['more of them', found({ count: 4 }), false],
    ['the same in another column', found({ column: 'CITY' }), false],
    ['the same of whole rows', found({ column: null }), false],
    ['something else in that column', found({ code: 'text-cut' }), false],
  ])('%s', (_what, group, expected) => {
    expect(isAccepted(accepted, group)).toBe(expected);
  });

  it.each<[string, LoadChange, boolean]>([
    ['its column is fed otherwise', withMapping([]), false],
    ['a rule changes its column', withRepairs([trim('NAME')]), false],
    ['a rule of its column is taken back', withoutRepair(), false],
    ['a rule changes another column', withRepairs([trim('CITY')]), true],
  ])('are told again once %s', (_what, change, expected) => {
    const ruled = { ...accepted, repairs: [trim('NAME')] };
    expect(isAccepted(change(ruled), found())).toBe(expected);
  });

  it('are accepted once each, by the last number, and stay so in what is stored', () => {
    const twice = withAccepted(found({ count: 9 }))(accepted);
    expect(storedLoad.parse(twice).accepted).toEqual([{ code: 'text-padded', column: 'NAME', count: 9 }]);
    expect(isAccepted(withoutAccepted(found())(twice), found())).toBe(false);
  });
});

describe('rows left out for a finding', () => {
  const group = found({ code: 'integer-malformed', severity: 'error', column: 'QTY', count: 7 });
  const out = withFoundLeftOut(group)(load);

  it('are a repair, which is undone as any other', () => {
    expect(out.repairs).toMatchObject([
      { kind: 'skip-found', code: 'integer-malformed', column: 'QTY', touched: 7 },
    ]);
    expect(withoutRepair()(out).repairs).toEqual([]);
    expect(storedLoad.parse(out)).toEqual(out);
  });

  it('are taken in again however often they were left out, and nothing else is', () => {
    const other = withFoundLeftOut({ ...group, column: 'AT' })(withFoundLeftOut(group)(out));
    expect(withFoundTakenIn(group)(other).repairs).toMatchObject([{ column: 'AT' }]);
    expect(withFoundTakenIn(group)(load)).toBe(load);
  });
});
