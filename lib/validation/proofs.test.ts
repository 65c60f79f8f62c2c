import { describe, expect, it } from 'vitest';
import type { ColumnRule } from '../repair/model';
import { column, groupsOf } from './one-column';

describe('what is no proof, and what is one', () => {
  const float = column('float');
  const euro: ColumnRule = { rule: 'strip-unit', units: ['€'] };

  it('takes a dash alone for no word of a pair', () => {
    expect(groupsOf(column('boolean'), ['true', '-'])[0]).toMatchObject({
      code: 'boolean-malformed',
      choices: [
        { rule: 'map-values', values: [{ from: '-', to: 'false' }] },
        { rule: 'empty-words', words: ['-'] },
      ],
    });
    expect(groupsOf(column('boolean'), ['X', '-'])[0]?.offer?.rule).toBe('map-values');
  });

  it('takes no point for proved that a rule has made', () => {
    const percent: ColumnRule = { rule: 'percent-to-fraction' };
    expect(groupsOf(float, ['5%', '1.234'], [percent])[0]?.code).toBe('number-point-group');
    expect(groupsOf(float, ['5.5%', '1.234'], [percent])).toEqual([]);
    expect(groupsOf(float, ['1.234 %', '1.234'], [percent])[0]).toMatchObject({
      code: 'number-point-group',
      count: 2,
    });
  });

  it('reads the sign of numbers that only a rule laid bare', () => {
    const groups = groupsOf(float, ['5,50 €', '1.234 €', '0.5'], [euro]);
    expect(groups.map(({ code, count }) => [code, count])).toEqual([
      ['number-decimal-comma', 1],
      ['number-point-group', 1],
    ]);
    const proofs = groupsOf(float, ['5,50 €', '1.234.567,5 €'], [euro])[0];
    expect(proofs?.offer).toEqual({ rule: 'decimal-comma', lonePoint: 'thousands' });
  });

  it.each(['DD-MON-YYYY', 'yyyy-MM-dd', 'DD.MM.YY'])(
    'writes no date in the format %s, which it cannot read',
    (format) => {
      const [group] = groupsOf(column('date', { format }), ['2024-01-31']);
      expect(group).toMatchObject({ code: 'rule-unchecked', unchecked: [`format ${format}`] });
    },
  );
});
