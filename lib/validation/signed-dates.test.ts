import { describe, expect, it } from 'vitest';
import type { ColumnRule } from '../repair/model';
import { compileRule } from '../repair/apply-rule';
import { column, groupsOf } from './one-column';

const yearFirst: ColumnRule = { rule: 'date-order', order: 'year-first' };

describe('dates whose parts have signs of their own', () => {
  it.each([
    ['2024年1月15日', '2024-01-15'],
    ['2024年12月05日', '2024-12-05'],
    ['2024 年 1 月 15 日', '2024-01-15'],
    ['2024年1月15号', '2024-01-15'],
    ['2024年1月15日 10:30', '2024-01-15 10:30'],
    ['2024년 1월 15일', '2024-01-15'],
    ['2024年13月1日', '2024年13月1日'],
    ['2024年2月30日', '2024年2月30日'],
    ['2024年1月', '2024年1月'],
    ['24年1月15日', '24年1月15日'],
    ['令和6年1月15日', '令和6年1月15日'],
    ['2024年1月15日発売', '2024年1月15日発売'],
  ])('%s is read as %s', (before, after) => {
    expect(compileRule(yearFirst)(before)).toBe(after);
  });

  it('prove their order, and are held until it is applied', () => {
    const cells = ['2024年5月3日', '2024年3月5日'];
    expect(groupsOf(column('date'), cells)).toMatchObject([
      { code: 'date-order-unknown', severity: 'error', count: 2, offer: yearFirst },
    ]);
    expect(groupsOf(column('date'), cells, [yearFirst])).toEqual([]);
    expect(groupsOf(column('date'), cells, [{ rule: 'date-order', order: 'day-first' }])).toMatchObject([
      { code: 'date-not-in-calendar', count: 2 },
    ]);
  });
});
