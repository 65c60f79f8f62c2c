import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalKey } from './decimal';
import { asText } from './number-cell';

const shown = (raw: string) => asText(raw, 0, {});
const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^\\d{${min},${max}}$`));
const number = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 18), digits(0, 18), fc.integer({ min: -40, max: 40 }))
  .map(([sign, whole, rest, by]) => `${sign}${whole}.${rest}E${by}`);

describe('a number of a workbook as a text', () => {
  it('is the same number, exactly', () => {
    fc.assert(fc.property(number, (raw) => decimalKey(shown(raw)) === decimalKey(raw)));
  });

  it('is shown once and for all', () => {
    fc.assert(fc.property(number, (raw) => shown(shown(raw)) === shown(raw)));
  });

  it.each(['.', 'E5', '1E', '1.2.3', '.E5', '10.0 kg', '1,50', 'k.0', '1e5e5', ''])('%s is none', (text) =>
    expect(shown(text)).toBe(text),
  );

  it('is one only where its cell is no text', () => {
    expect(asText('1E7', 2, { quotedTexts: [2] })).toBe('1E7');
    expect(asText('1E7', 2, { quotedTexts: [1] })).toBe('10000000');
  });
});
