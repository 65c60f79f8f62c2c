import { describe, expect, it } from 'vitest';
import { load as storedLoad, type Load } from '@/lib/workspace/model';
import { sampleLoad } from '@/lib/workspace/sample-load';
import {
  hasSent,
  withDuplicates,
  withOperation,
  withRedone,
  withRepairs,
  withSource,
  withoutRepair,
} from './load-change';
import { loadState } from './load-state';

const load = sampleLoad();
const account = {
  loadId: 'l1',
  read: 10,
  skipped: 0,
  held: 0,
  superseded: 0,
  waiting: 0,
  accepted: 0,
  rejected: 0,
  inDoubt: 0,
  laterFailed: 0,
  batches: { planned: 1, settled: 0, inDoubt: 0 },
  balances: true,
  complete: false,
  errors: [],
  attempts: [],
};

describe('the state of a load', () => {
  it.each([
    ['preparing', 'before there is a plan', { account: null }],
    ['planned', 'with a plan of which nothing was sent', { account: { ...account, waiting: 10 } }],
    ['waiting', 'with rows sent and rows waiting', { account: { ...account, waiting: 4, accepted: 6 } }],
    [
      'in-doubt',
      'with anything in doubt, whatever else waits',
      { account: { ...account, waiting: 4, inDoubt: 6 } },
    ],
    ['unbalanced', 'when the counts disagree', { account: { ...account, accepted: 9, balances: false } }],
    ['rejected-some', 'when Peak refused rows', { account: { ...account, accepted: 9, rejected: 1 } }],
    ['held-some', 'when our checks held rows back', { account: { ...account, accepted: 9, held: 1 } }],
    [
      'done',
      'when the user said that the rows held back were loaded elsewhere',
      { account: { ...account, accepted: 9, held: 1 }, heldElsewhere: { at: 1, rows: 1 } },
    ],
    ['done', 'when all was accepted', { account: { ...account, accepted: 10 } }],
  ] as const)('is %s %s', (state, _when, change) => {
    const planned = state === 'preparing' ? null : PLAN;
    expect(loadState({ ...load, plan: planned, ...change })).toBe(state);
  });
});

const PLAN: Load['plan'] = {
  loadId: 'l1',
  table: 'QP_SALE_OOTB',
  solutionName: 'QP',
  connectionId: 'c',
  operation: 'UPSERT',
  rowsPerBatch: 500,
  maxBodyBytes: 1_000_000,
  sourceFingerprint: 'f',
  schemaFingerprint: 's',
  rulesFingerprint: 'r',
  checked: { rows: 10, ready: 10, held: 0, skipped: 0, superseded: 0 },
  counts: { read: 10, skipped: 0, held: 0, superseded: 0, planned: 10, batches: 1, bytes: 100 },
  createdAt: 0,
};

describe('changes of a load', () => {
  const skip = (row: number) => ({ id: `r${row}`, kind: 'skip', row }) as const;

  it('can be undone and done again, and a new repair ends what could be done again', () => {
    const two = withRepairs([skip(3)])(withRepairs([skip(2)])(load));
    const undone = withoutRepair()(two);
    expect(undone.repairs).toEqual([skip(2)]);
    expect(withRedone(undone).repairs).toEqual([skip(2), skip(3)]);
    expect(withRepairs([skip(4)])(undone).undone).toEqual([]);
  });

  const edit = (id: string) => ({ id, kind: 'cell', row: 3, column: 'QTY', text: id }) as const;
  const rule = (name: 'trim' | 'clean') =>
    ({ id: name, kind: 'column', column: 'QTY', rule: { rule: name } }) as const;
  it.each([
    ['the first of two edits of a cell', [edit('x'), edit('y')], ['x']],
    ['a rule between others', [rule('trim'), edit('x'), rule('clean')], ['x']],
    ['one after another from the middle', [edit('a'), edit('b'), edit('c'), edit('d')], ['b', 'a', 'c']],
    ['all but one, the first one first', [rule('trim'), edit('x'), rule('clean')], ['trim', 'x']],
  ])('stand as they stood when %s is taken back and done again', (_what, repairs, ids) => {
    const full = { ...load, repairs };
    const undone = ids.reduce((now: Load, id) => withoutRepair(id)(now), full);
    expect(undone.repairs).toHaveLength(repairs.length - ids.length);
    const again = ids.reduce((now: Load) => withRedone(now), undone);
    expect([again.repairs, again.undone]).toEqual([repairs, []]);
  });

  it('are done again at the end in a load of the version before, which kept no places', () => {
    const stored = storedLoad.parse({ ...load, repairs: [edit('y')], undone: [edit('x')] });
    expect(withRedone(stored).repairs).toEqual([edit('y'), edit('x')]);
    expect(storedLoad.parse(withoutRepair()(stored)).undone).toEqual([edit('x'), { ...edit('y'), at: 0 }]);
  });

  it('never touch a load of which something was sent', () => {
    const sent: Load = { ...load, account: { ...account, waiting: 4, inDoubt: 6 } };
    expect(hasSent(sent)).toBe(true);
    for (const change of [withRepairs([skip(2)]), withoutRepair(), withRedone, withOperation('APPEND')])
      expect(change(sent)).toBe(sent);
  });

  it('give APPEND its own policy for repeated keys and let UPSERT never keep all of them', () => {
    const append = withOperation('APPEND')(load);
    expect(append.duplicates).toBe('keep-all');
    expect(withOperation('UPSERT')(append).duplicates).toBe('keep-last');
    const said = withOperation('APPEND')(withDuplicates('keep-first')(load));
    expect([said.duplicates, withOperation('UPSERT')(said).duplicates]).toEqual(['keep-all', 'keep-first']);
    const forced = withDuplicates('keep-all')(load);
    expect(forced.operation).toBe('APPEND');
    expect(withDuplicates('keep-last')(forced)).toMatchObject({
      operation: 'UPSERT',
      duplicates: 'keep-last',
    });
    const wished = withDuplicates('keep-all')(append);
    expect(withDuplicates('keep-last')(wished).operation).toBe('APPEND');
    const source = {
      name: 'b.csv',
      header: [] as string[],
      dialect: { headerRow: 1 },
    } as unknown as NonNullable<Load['source']>;
    for (const said of [forced, withDuplicates('keep-first')(load)])
      expect(withSource({ ...source, header: [] }, [])({ ...said, source })).toMatchObject({
        operation: 'UPSERT',
        duplicates: 'keep-last',
        duplicatesSaid: undefined,
      });
    const attempt = withSource({ ...source, header: [] }, [])(withDuplicates('keep-first')(load));
    expect(attempt).toMatchObject({ duplicates: 'keep-first', duplicatesSaid: 'keep-first' });
    const all = withDuplicates('keep-all')(append);
    expect(withOperation('UPSERT')(all).duplicates).toBe('keep-last');
  });
});
