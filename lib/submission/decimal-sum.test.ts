import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecimalSum } from './decimal-sum';

const sumOf = (texts: readonly string[]): string => {
  const sum = new DecimalSum();
  for (const text of texts) sum.add(text);
  return sum.toString();
};

describe('an exact sum', () => {
  it.each<[string, string[], string]>([
    ['of nothing', [], '0'],
    ['of what floats get wrong', ['0.1', '0.2'], '0.3'],
    ['that is negative', ['1.5', '-2.25'], '-0.75'],
    ['that comes to nothing', ['12.340', '-12.34'], '0'],
    ['of thirty-eight digits', ['12345678901234567890.0123456789', '1'], '12345678901234567891.0123456789'],
    ['of exponents', ['1e3', '25E-2', '-1.5e+1'], '985.25'],
    ['without trailing zeros', ['1.50', '2.50'], '4'],
  ])('%s', (_, texts, expected) => {
    expect(sumOf(texts)).toBe(expected);
  });

  it.each(['', '.', 'abc', '1,5', 'NaN', '1e'])('takes no %j', (text) => {
    const sum = new DecimalSum();
    expect(sum.add(text)).toBe(false);
    expect([sum.toString(), sum.count]).toEqual(['0', 0]);
  });

  it('is the same in any order', () => {
    const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 50 });
    fc.assert(
      fc.property(cents, (values) => {
        const texts = values.map((value) => (value / 100).toFixed(2));
        const whole = values.reduce((a, b) => a + b, 0);
        expect(Number(sumOf(texts))).toBe(whole / 100);
        expect(sumOf([...texts].reverse())).toBe(sumOf(texts));
      }),
    );
  });
});
