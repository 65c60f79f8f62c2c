import { describe, expect, it } from 'vitest';
import { account, load, plan, table } from '@/lib/checklist/derive-samples';
import type { TableSpec } from '@/lib/peak/model';
import { whatNext } from './what-next';

const order: TableSpec[] = [
  { ...table('A'), name: 'A' },
  { ...table('B'), name: 'B', requiredBySolution: false },
  { ...table('C'), name: 'C' },
];
const over = (name: string) => load({ id: `over-${name}`, plan: plan(), account: account() }, name);
const open = (name: string, changedAt: number) => load({ id: `open-${name}`, changedAt }, name);
const waiting = load({ id: 'waiting', plan: plan(), account: account({ accepted: 4, waiting: 6 }) }, 'A');

describe('what is next among the tables', () => {
  it.each([
    ['is the first one where nothing was begun', [], 'A', undefined],
    ['is the first that is needed and not loaded', [over('A')], 'C', undefined],
    ['is the load changed last of those begun', [open('A', 1), open('C', 2)], 'C', 'open-C'],
    ['is a begun load of any table, before a new one of the first', [open('B', 1)], 'B', 'open-B'],
    ['is a load with rows waiting before all others', [open('C', Infinity), waiting], 'A', 'waiting'],
    ['is a second load of a table that was begun', [over('A'), open('A', 1)], 'A', 'open-A'],
    ['leaves out loads of tables that are gone', [open('GONE', 9)], 'A', undefined],
  ])('%s', (_what, loads, name, id) => {
    const next = whatNext(order, loads);
    expect([next?.table, next?.load?.id]).toEqual([name, id]);
  });

  it('is nothing when every table that is needed has a finished load', () => {
    expect(whatNext(order, [over('A'), over('C')])).toBeNull();
  });
});
