import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quotedText } from './row-json';

it('quotes every text as JSON does', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', '\ud83d', '\ude00', '\u2028', 'a'),
    }),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect(quotedText(given)).toBe(JSON.stringify(given));
    }),
    { numRuns: 300 },
  );
});
