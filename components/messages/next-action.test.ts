import { describe, expect, it } from 'vitest';
import { goOnWith } from './next-action';

describe('what the home page says of loads that stand still', () => {
  const waiting = { waiting: 1_200, inDoubt: 0 };

  it.each<[string, string[], string | null]>([
    ['one alone', [], null],
    ['another one', ['QP_B'], 'After it, 1 other load stands still, too: QP_B.'],
    ['two of one table', ['QP_B', 'QP_B'], 'After it, 2 other loads stand still, too: QP_B.'],
    [
      'many',
      ['QP_B', 'QP_C', 'QP_D', 'QP_E', 'QP_F'],
      'After it, 5 other loads stand still, too: QP_B, QP_C, QP_D and 2 more.',
    ],
  ])('names %s', (_what, others, sentence) => {
    const { why } = goOnWith('QP_A', waiting, others);
    if (sentence === null) expect(why).not.toContain('other load');
    else expect(why).toContain(sentence);
  });

  it('leads to a decision where nothing is left to be sent, and names the others there as well', () => {
    const words = goOnWith('QP_A', { waiting: 0, inDoubt: 500 }, ['QP_B']);
    expect(words.title).toBe('Decide about rows of QP_A');
    expect(words.why).toContain('500 rows');
    expect(words.why).toContain('1 other load stands still, too: QP_B.');
  });
});
