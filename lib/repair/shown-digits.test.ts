import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule } from './apply-rule';
import { shownDigits } from './shown-digits';

const round = compileRule({ rule: 'round-shown' });

describe('the 15 digits that spreadsheets show', () => {
  it.each([
    ['40.619999999999997', '40.62'],
    ['-40.619999999999997', '-40.62'],
    ['83.06999999999999', '83.07'],
    ['8.306999999999999E1', '83.07'],
    ['0.30000000000000004', '0.3'],
    ['2.9999999999999996', '3'],
    ['99.999999999999986', '100'],
    ['999999999999999.88', '1000000000000000'],
    ['1.0000000000000001E-5', '0.00001'],
    ['4.0619999999999997E1', '40.62'],
    ['123456789012345.6', '123456789012346'],
    ['0.12345678901234568', '0.123456789012346'],
    [' 16.140999999999998 ', '16.141'],
  ])('%s is shown as %s', (text, shown) => {
    expect(round(text)).toBe(shown);
  });

  it.each([
    '40.62',
    '17850.0',
    '1234567890123456789',
    '12345678901234567',
    '0.123456789012345678',
    '1.2345678901234567E+17',
    '40,619999999999997',
    '1.000000000000000000000',
    'seventeen letters.',
    '',
  ])('leaves %s as it is', (text) => {
    expect(round(text)).toBe(text);
  });

  it('says of any float what rounding its decimal digits says, and of fewer digits nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e12, noNaN: true }), (value) => {
        const shown = shownDigits(value.toPrecision(17));
        if (shown === undefined) {
          const text = value.toPrecision(17);
          expect(Number(text) === Number(value.toPrecision(15)) || Number.isInteger(value)).toBe(true);
          return;
        }
        expect(Math.abs(Number(shown) - value)).toBeLessThanOrEqual(Math.abs(value) * 6e-15);
        expect(shownDigits(shown)).toBeUndefined();
      }),
    );
  });
});
