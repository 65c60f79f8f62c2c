import { describe, expect, it } from 'vitest';
import { column, groupsOf } from './one-column';

describe('what a spreadsheet or an export did to a cell', () => {
  it.each([
    ['text-scientific', '1.23E+15'],
    ['text-date-like', '5-Mar'],
    ['text-date-like', 'Mar-05'],
    ['text-rounded-number', '12345678901234500000'],
    ['text-float-shaped-id', '17850.0'],
    ['text-cut', 'x'.repeat(255)],
    ['text-sheet-mark', '="00123"'],
    ['text-sheet-mark', "'00123"],
    ['text-sheet-mark', "'=1+1"],
    ['text-escaped', 'a\\tb'],
    ['text-escaped', 'C:\\\\new'],
    ['text-null-word', '\\N'],
    ['text-invisible', 'x\u200d'],
    ['text-padded', '\u00a0x'],
    ['text-lone-surrogate', 'x\ud83d'],
    ['text-control', 'a\0b'],
    ['cell-error-value', '#REF!'],
    ['text-too-narrow', '########'],
    ['text-replaced', 'Caf\ufffd'],
  ] as const)('names what a spreadsheet or export did: %s', (code, text) => {
    expect(groupsOf(column('string'), [text]).map((group) => group.code)).toEqual([code]);
  });

  it.each([
    'C:\\new',
    '\\\\host\\new',
    'a\\xb',
    '["\\n"]',
    '5-March',
    '1.23E+1',
    '123456789012345',
    '👩\u200d💻',
    'N',
    '-5',
    'Märchen',
    '###',
    '#### 1 ####',
  ])('says nothing of %s', (text) => {
    expect(groupsOf(column('string'), [text])).toEqual([]);
  });

  it.each([
    ['="00123"', { offer: { rule: 'drop-sheet-mark' } }],
    ['a\\tb', { choices: [{ rule: 'unescape' }] }],
  ])('offers what takes it off: %s', (text, expected) => {
    expect(groupsOf(column('string'), [text])[0]).toMatchObject(expected);
  });

  it('says nothing of backslashes that are left once escapes were read', () => {
    expect(groupsOf(column('string'), ['a\\\\nb'], [{ rule: 'unescape' }])).toEqual([]);
  });

  it.each([
    ['{"a":1,"b":{"a":2}}', undefined],
    ['{"a":1,"a":2}', 'json-duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'json-duplicate-key'],
    ['["a","a"]', undefined],
    ['{"x":"a\\"","y":["x","x"]}', undefined],
    [`{"a"${' '.repeat(150)}:1,"a"${' '.repeat(150)}:2}`, 'json-duplicate-key'],
    ['{"a":1e999}', 'value-out-of-range'],
    ['[-1E+400]', 'value-out-of-range'],
    ['{"a":1e308,"b":"1e999","c":-1e-999}', undefined],
    [`${'['.repeat(1001)}${']'.repeat(1001)}`, 'json-too-deep'],
  ])('JSON %#', (text, code) => {
    expect(groupsOf(column('json'), [text]).map((group) => group.code)).toEqual(
      code === undefined ? [] : [code],
    );
  });

  it('says which rules of the schema nobody checks here', () => {
    const spec = column('string', { unchecked: ['luhn'], pattern: '(?<!x' });
    expect(groupsOf(spec, ['x'])).toMatchObject([
      { code: 'rule-unchecked', unchecked: ['luhn', 'pattern (?<!x'] },
    ]);
  });
});
