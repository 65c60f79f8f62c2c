import { describe, expect, it } from 'vitest';
import { column, groupsOf } from './one-column';

describe('an example of a finding', () => {
  const size = column('string', { allowed: ['S', 'M'] });

  it('says what the rules made of the cell, and what the file holds', () => {
    const [group] = groupsOf(size, ['xl', 'm'], [{ rule: 'case', to: 'upper' }]);
    expect(group?.examples).toMatchObject([{ row: 2, value: 'xl', now: 'XL' }]);
    const [empty] = groupsOf(
      column('string', { nullable: false }),
      ['n/a'],
      [{ rule: 'empty-words', words: ['n/a'] }],
    );
    expect(empty?.examples).toMatchObject([{ value: 'n/a', now: '' }]);
  });

  it('says it once where no rule changed it', () => {
    const [group] = groupsOf(size, ['XL'], [{ rule: 'case', to: 'upper' }]);
    expect(group?.examples[0]).not.toHaveProperty('now');
  });
});
