import { describe, expect, it } from 'vitest';
import type { ColumnSpec } from '@/lib/peak/model';
import type { FindingCode, FindingGroup } from '@/lib/validation/model';
import { rulesOnOffer } from './rules-on-offer';
import { shownToken } from './shown-value';

const column: ColumnSpec = {
  name: 'SOLD_AT',
  type: 'timestamp',
  rawType: 'timestamp',
  required: true,
  nullable: true,
  unchecked: [],
};
const group = (
  code: FindingCode,
  values: readonly string[],
  offer?: FindingGroup['offer'],
): FindingGroup => ({
  code,
  severity: 'error',
  column: column.name,
  count: values.length,
  examples: values.map((value, at) => ({ code, severity: 'error', row: at + 2, column: column.name, value })),
  ...(offer === undefined ? {} : { offer }),
});

describe('what is offered for a group of findings', () => {
  it.each([
    ['offers to read error values as empty', 'cell-error-value', ['empty-words']],
    ['offers nothing for what only the source can mend', 'row-ragged-long', []],
  ] as const)('%s', (_what, code, expected) => {
    const { by, rules } = rulesOnOffer(group(code, ['#N/A', '#N/A']), column);
    expect(by).toBe('ask');
    expect(rules.map((rule) => (rule.rule === 'date-order' ? rule.order : rule.rule))).toEqual(expected);
  });

  it('asks with the choices that the column leaves', () => {
    const choices = [{ rule: 'decimal-comma' }, { rule: 'thousands-comma' }] as const;
    const asked = { ...group('number-thousands', ['1,234']), choices: [...choices] };
    expect(rulesOnOffer(asked, column)).toEqual({ by: 'ask', rules: choices, fill: false, map: false });
  });

  it('offers the proved rule alone where the column proves one', () => {
    const offer = { rule: 'date-order', order: 'month-first' } as const;
    expect(rulesOnOffer(group('date-order-unknown', [], offer), column)).toEqual({
      by: 'proved',
      rules: [offer],
      fill: false,
      map: false,
    });
  });

  it('does not call it proved that a word means nothing', () => {
    const offer = { rule: 'empty-words', words: ['n/a'] } as const;
    expect(
      rulesOnOffer(group('integer-malformed', ['n/a'], { ...offer, words: ['n/a'] }), column),
    ).toMatchObject({
      by: 'likely',
      rules: [offer],
    });
  });

  it('does not offer to empty cells that may not be empty', () => {
    const strict = { ...column, nullable: false };
    expect(rulesOnOffer(group('cell-error-value', ['#N/A']), strict).rules).toEqual([]);
  });

  it('offers a list of values where only some are allowed', () => {
    expect(rulesOnOffer(group('value-not-allowed', ['x']), column)).toMatchObject({ rules: [], map: true });
  });
});

describe('a JSON token as it is read by people', () => {
  it.each([
    ['12345678901234567890.0123456789', '12345678901234567890.0123456789'],
    ['"a \\"b\\""', 'a "b"'],
    ['null', ''],
    [null, ''],
    ['true', 'true'],
  ])('%s reads %s', (token, text) => {
    expect(shownToken(token)).toBe(text);
  });
});
