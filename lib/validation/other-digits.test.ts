import { describe, expect, it } from 'vitest';
import type { ColumnRule } from '../repair/model';
import { column, groupsOf } from './one-column';

const plain: ColumnRule = { rule: 'plain-digits' };
const offersOf = (cells: readonly string[], rules: readonly ColumnRule[] = []) =>
  groupsOf(column('float'), cells, rules).map(({ code, offer, choices }) => [code, offer ?? choices]);

describe('numbers in digits of another script', () => {
  it('are offered the next reading once their digits are plain', () => {
    const cells = ['\u0661\u066c\u0662\u0663\u0664\u066b\u0665', '\u0665'];
    expect(offersOf(cells)).toEqual([['number-other-digits', plain]]);
    expect(offersOf(cells, [plain])).toEqual([['number-thousands', { rule: 'thousands-comma' }]]);
    expect(offersOf(cells, [plain, { rule: 'thousands-comma' }])).toEqual([]);
  });

  it('are offered to lose a unit beside them', () => {
    const strip: ColumnRule = { rule: 'strip-unit', units: ['\uffe5'] };
    expect(offersOf(['\uffe5\uff11\uff12'], [plain])).toEqual([['number-unit', strip]]);
    expect(offersOf(['\uffe5\uff11\uff12'], [plain, strip])).toEqual([]);
  });

  it.each(['\u20135', '\u20115', '5\u2013'])(
    'or with a dash for a minus are offered plain signs: %s',
    (text) => {
      expect(offersOf([text])).toEqual([['number-other-digits', plain]]);
    },
  );

  it('are no number where a dash stands between two', () => {
    expect(offersOf(['5\u20137'])).toEqual([['number-malformed', undefined]]);
  });
});

describe('units that a point ends', () => {
  it.each([
    ['12 kr.', 'kr'],
    ['5 St.', 'St'],
    ['Rs. 500', 'Rs'],
  ])('are taken off with it: %s', (text, unit) => {
    const strip: ColumnRule = { rule: 'strip-unit', units: [unit] };
    expect(offersOf([text])).toEqual([['number-unit', strip]]);
    expect(offersOf([text], [strip])).toEqual([]);
  });

  it('leave the point of a number where it is', () => {
    expect(offersOf(['12. kr'], [{ rule: 'strip-unit', units: ['kr'] }])).toEqual([]);
    expect(groupsOf(column('float'), ['$.50'], [{ rule: 'strip-unit', units: ['$'] }])).toEqual([]);
  });
});

it.each(['\u2014', '\u2013', '.', 'n.a.', '<NA>', 'NaT', '[NULL]', 'undefined'])(
  'takes %s for a word for nothing',
  (text) => {
    expect(offersOf([text, '1'])).toEqual([['number-malformed', { rule: 'empty-words', words: [text] }]]);
  },
);
