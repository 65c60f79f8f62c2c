import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenOut } from './number-text';

describe('large numbers as Java writes them', () => {
  it.each([
    ['4.006381333931E12', '4006381333931'],
    ['1.2345678E7', '12345678'],
    ['2.0E7', '20000000'],
    ['-1.5E7', '-15000000'],
    ['1.2345678E3', '1234.5678'],
  ])('%s is %s', (text, plain) => expect(writtenOut(text)).toBe(plain));

  it.each(['1.23456789012345E15', '1.2E+20', '1.0E-4', '12.5E3', '1E7', '1.5', 'E5', '1E', '1.E5'])(
    '%s stays as it is',
    (text) => expect(writtenOut(text)).toBeUndefined(),
  );

  it('are the same numbers written out', () => {
    const written = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.stringMatching(/^\d{1,14}$/), fc.integer({ min: 0, max: 14 }))
      .map(([first, rest, by]) => `${first}.${rest}E${by}`);
    fc.assert(fc.property(written, (text) => Number(writtenOut(text)) === Number(text)));
  });
});
