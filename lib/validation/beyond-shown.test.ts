import { describe, expect, it } from 'vitest';
import { shownDigits } from '../repair/shown-digits';
import { column, groupsOf } from './one-column';

const STORED = '40.619999999999997';
const numeric = (precision: number, scale: number) => column('numeric', { precision, scale });

describe('a number that is stored with more digits than a spreadsheet shows', () => {
  it.each([
    ['float', column('float'), 'number-beyond-shown', 'warning'],
    ['numeric without limits', column('numeric'), 'number-beyond-shown', 'warning'],
    ['numeric with room', numeric(38, 20), 'number-beyond-shown', 'warning'],
    ['numeric that fits what is shown', numeric(10, 2), 'number-beyond-shown-unfit', 'error'],
    ['numeric that fits neither', numeric(10, 1), 'numeric-scale', 'error'],
    ['text', column('string'), 'number-beyond-shown', 'warning'],
  ] as const)('is said in a column of %s', (_what, spec, code, severity) => {
    expect(groupsOf(spec, ['1.5', STORED])).toMatchObject([{ code, severity, count: 1 }]);
  });

  it('is said of 16 digits, as some programs write what a float holds', () => {
    expect(groupsOf(numeric(38, 20), ['1.5', '83.06999999999999'])).toMatchObject([
      { code: 'number-beyond-shown', offer: { rule: 'round-shown' }, count: 1 },
    ]);
  });

  it('is held back where a whole number is shown, for that is no whole number', () => {
    const [group] = groupsOf(column('integer'), ['2.9999999999999996']);
    expect(group).toMatchObject({ code: 'number-beyond-shown-unfit', offer: { rule: 'round-shown' } });
    expect(groupsOf(column('integer'), ['2.9999999999999996'], [{ rule: 'round-shown' }])).toEqual([]);
  });

  it.each([column('float'), numeric(10, 2), column('string')])(
    'is mended by the offered rule (%#)',
    (spec) => {
      const [group] = groupsOf(spec, [STORED]);
      expect(group?.offer).toEqual({ rule: 'round-shown' });
      expect(groupsOf(spec, [STORED], [{ rule: 'round-shown' }])).toEqual([]);
    },
  );

  it('is read after the decimal comma', () => {
    expect(groupsOf(column('float'), ['40,619999999999997'], [{ rule: 'decimal-comma' }])).toMatchObject([
      { code: 'number-beyond-shown' },
    ]);
  });

  it.each([
    ['1.10000000000000000002', '1.1'],
    ['-3.29999999999999999996', '-3.3'],
    ['0.200000000000000000011', '0.2'],
  ])('is also %s, as programs write that calculate in 80 bits', (stored, shown) => {
    for (const spec of [column('float'), column('numeric'), column('string')])
      expect(groupsOf(spec, [stored])).toMatchObject([{ code: 'number-beyond-shown', count: 1 }]);
    expect(shownDigits(stored)).toBe(shown);
  });

  it.each(['12345678901234567890', '0.1234567890123456789', '123456789012.345'])(
    'is not what %s is, which no float writes',
    (text) => expect(groupsOf(column('numeric'), [text])).toEqual([]),
  );
});

describe('a number with more digits than a float keeps', () => {
  it.each(['12345678901234567891', '0.1234567890123456789', '-1234567.12345678912'])(
    'is said of %s, and sent as it stands',
    (text) => {
      expect(groupsOf(column('float'), ['1.5', text])).toMatchObject([
        { code: 'float-rounded', severity: 'warning', count: 1 },
      ]);
    },
  );

  it.each(['0.12345678901234567', '120000000000000000000000', '0.000000000000000000125', '123456789012.345'])(
    'is not what %s is',
    (text) => expect(groupsOf(column('float'), [text])).toEqual([]),
  );
});
