import { describe, expect, it } from 'vitest';
import { load } from './load-sample';
import { codesOf, tallyOf } from './tally';

describe('the tally over loads', () => {
  it('counts as sent what was answered and what is in doubt, and rates only what was answered', () => {
    const tally = tallyOf([
      load('A', { accepted: 90, rejected: 10, inDoubt: 50, waiting: 7 }),
      load('B', null),
    ]);
    expect(tally).toEqual({
      sent: 150,
      laterFailed: 0,
      accepted: 90,
      rejected: 10,
      inDoubt: 50,
      waiting: 7,
      passRate: 0.9,
    });
  });

  it('leaves out plans of which nothing was sent, and rates nothing where nothing was answered', () => {
    expect(tallyOf([load('A', { waiting: 500 })])).toMatchObject({ sent: 0, waiting: 0, passRate: null });
  });
});

describe('the error codes over loads', () => {
  it('are added up by code, the most frequent first, with the tables they came from', () => {
    const error = (code: string, count: number) => ({ code, count, message: `about ${code}` });
    const codes = codesOf([
      load('A', { errors: [error('DI_E_1', 2), error('DI_E_2', 1)] }),
      load('B', { errors: [error('DI_E_2', 5)] }),
    ]);
    expect(codes).toEqual([
      { code: 'DI_E_2', message: 'about DI_E_2', count: 6, tables: ['A', 'B'] },
      { code: 'DI_E_1', message: 'about DI_E_1', count: 2, tables: ['A'] },
    ]);
  });
});
