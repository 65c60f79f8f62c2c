import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule } from './apply-rule';
import type { ColumnRule } from './model';

const CELLS = ['Ann', '', 'Lee', 'x'];

describe('a rule of one column', () => {
  it.each<[string, ColumnRule, string, string]>([
    ['cuts blanks nobody sees', { rule: 'trim' }, '\u200b\u00a0 A B\ufeff\t', 'A B'],
    ['leaves the inside alone when trimming', { rule: 'trim' }, 'a\u00a0b', 'a\u00a0b'],
    ['writes large', { rule: 'case', to: 'upper' }, 'straße', 'STRASSE'],
    ['writes small', { rule: 'case', to: 'lower' }, 'ÉCOLE', 'école'],
    [
      'writes words with a capital',
      { rule: 'case', to: 'title' },
      "o'NEILL-smith élan 3RD",
      "O'neill-Smith Élan 3rd",
    ],
    ['maps spelled exactly', { rule: 'map-values', values: [{ from: 'Y', to: 'true' }] }, 'y', 'y'],
    [
      'maps ignoring case',
      { rule: 'map-values', values: [{ from: 'Y', to: 'true' }], ignoreCase: true },
      ' y',
      'true',
    ],
    ['takes a formula of a text off', { rule: 'drop-sheet-mark' }, '="00123"', '00123'],
    ['takes an apostrophe off', { rule: 'drop-sheet-mark' }, "'00123", '00123'],
    ['takes the apostrophe of a guarded formula off', { rule: 'drop-sheet-mark' }, "'=1+1", '=1+1'],
    ['leaves an apostrophe of the text', { rule: 'drop-sheet-mark' }, "'s-Gravenhage", "'s-Gravenhage"],
    ['reads escapes of a dump', { rule: 'unescape' }, 'a\\tb\\nc\\\\d\\"e', 'a\tb\nc\\d"e'],
    ['reads each backslash once', { rule: 'unescape' }, 'C:\\\\new', 'C:\\new'],
    ['leaves a path', { rule: 'unescape' }, 'C:\\new\\table', 'C:\\new\\table'],
    ['leaves a share', { rule: 'unescape' }, '\\\\host\\new', '\\\\host\\new'],
    ['leaves JSON', { rule: 'unescape' }, '{"a":"b\\nc"}', '{"a":"b\\nc"}'],
    ['leaves other backslashes', { rule: 'unescape' }, 'a\\xb\\N', 'a\\xb\\N'],
    ['fills with zeros', { rule: 'pad-zeros', length: 5 }, '42', '00042'],
    ['cuts no number to fit', { rule: 'pad-zeros', length: 3 }, '12345', '12345'],
    ['fills no text with zeros', { rule: 'pad-zeros', length: 5 }, '4a', '4a'],
    ['puts a constant everywhere', { rule: 'constant', value: 'EUR' }, 'GBP', 'EUR'],
    ['takes a part', { rule: 'split', separator: ' - ', part: 2 }, 'A - B - C', 'B'],
    ['takes the last part', { rule: 'split', separator: '/', part: -1 }, 'a/b/c', 'c'],
    ['guesses no part that is not there', { rule: 'split', separator: '/', part: 4 }, 'a/b', 'a/b'],
    ['splits nothing without the separator', { rule: 'split', separator: '/', part: 1 }, 'ab', 'ab'],
    [
      'joins what holds something',
      { rule: 'join', positions: [0, 1, 2, 9], separator: ' ' },
      'old',
      'Ann Lee',
    ],
    ['looks up where empty', { rule: 'first-filled', positions: [1, 2, 0] }, '', 'Lee'],
    ['looks up nothing where filled', { rule: 'first-filled', positions: [2] }, 'own', 'own'],
    [
      'replaces literally',
      { rule: 'replace', find: '.*', with: '$&', whole: false, matchCase: false },
      'a.*b',
      'a$&b',
    ],
    [
      'replaces in any case',
      { rule: 'replace', find: 'ÄB', with: '-', whole: false, matchCase: false },
      'xäbÄb',
      'x--',
    ],
    [
      'replaces every sign that a pattern knows',
      { rule: 'replace', find: '-/^$.*+?()[]{}|\\', with: '', whole: false, matchCase: false },
      'a-/^$.*+?()[]{}|\\b',
      'ab',
    ],
    [
      'replaces by case',
      { rule: 'replace', find: 'ab', with: '-', whole: false, matchCase: true },
      'abAB',
      '-AB',
    ],
    [
      'replaces whole cells',
      { rule: 'replace', find: 'a', with: '-', whole: true, matchCase: true },
      'aa',
      'aa',
    ],
    [
      'replaces whole cells in any case',
      { rule: 'replace', find: 'n/a', with: '', whole: true, matchCase: false },
      'N/A',
      '',
    ],
  ])('%s', (_name, rule, text, expected) => {
    expect(compileRule(rule)(text, CELLS)).toBe(expected);
  });

  it('answers every text with a text, and says the same twice', () => {
    const rule = fc.constantFrom<ColumnRule>(
      { rule: 'trim' },
      { rule: 'clean' },
      { rule: 'case', to: 'title' },
      { rule: 'map-values', values: [{ from: 'a', to: 'b' }], ignoreCase: true },
      { rule: 'pad-zeros', length: 4 },
      { rule: 'split', separator: 'a', part: -2 },
      { rule: 'join', positions: [0, 5], separator: '' },
      { rule: 'replace', find: 'a', with: 'aa', whole: false, matchCase: false },
    );
    fc.assert(
      fc.property(rule, fc.string({ unit: 'binary' }), fc.array(fc.string()), (each, text, cells) => {
        const apply = compileRule(each);
        const first = apply(text, cells);
        expect(typeof first).toBe('string');
        expect(compileRule(each)(text, cells)).toBe(first);
        expect(apply(text, cells)).toBe(first);
      }),
    );
  });
});
