import { describe, expect, it } from 'vitest';
import { completeTitle, isRepairLeft, repairTodo } from './complete';

const NONE = { rejected: 0, laterFailed: 0, held: 0 };

describe('a closed account', () => {
  it.each([
    ['that all rows are accounted for, and no more', NONE, ''],
    ['how many were rejected', { ...NONE, rejected: 15 }, ', 15 of them rejected'],
    [
      'what failed later and what was held back',
      { rejected: 1, laterFailed: 2, held: 3_000 },
      ', 1 of them rejected, 2 of them failed later, 3,000 of them held back',
    ],
  ])('says %s', (_what, left, more) => {
    expect(completeTitle(left)).toBe(`Complete: every row is accounted for${more}`);
    expect(isRepairLeft(left)).toBe(more !== '');
    expect(repairTodo(left, 'load').length > 0).toBe(more !== '');
  });

  it('asks for no repair of rows that were loaded elsewhere, and says whose word that is', () => {
    const left = { ...NONE, held: 83, elsewhere: 83 };
    expect(completeTitle(left)).toBe(
      'Complete: every row is accounted for, 83 of them loaded elsewhere, by your word',
    );
    expect(isRepairLeft(left)).toBe(false);
    expect(repairTodo(left, 'load')).toEqual([]);
    expect(repairTodo({ ...left, held: 90 }, 'loads')[0]).toContain('7 rows held back');
  });

  it('says what to do with rows that failed and with rows held back, each where it can be done', () => {
    expect(repairTodo({ rejected: 1, laterFailed: 2, held: 1 }, 'load')).toEqual([
      '3 rows failed: repair what is listed under “Failed rows” below, and only that is sent again.',
      '1 row held back: download what was held back on the Review step, repair it, and load that file as another load of this table. Once that is done, say so here.',
    ]);
    expect(repairTodo({ ...NONE, rejected: 1 }, 'attempt')[0]).toContain('first load');
  });
});
