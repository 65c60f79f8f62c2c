import fc from 'fast-check';
import { expect, it } from 'vitest';
import { column } from './one-column';
import { compileColumn } from './compile-column';
import { quotedText, rowWriter, valueToken } from './row-json';

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

it('writes a row as its values one by one, whatever they hold and whichever are left out', () => {
  const columns = (['string', 'float', 'string', 'string', 'integer'] as const).map((type, at) =>
    compileColumn(column(type, { name: `C"${at}` }), false, []),
  );
  const text = fc.option(
    fc.oneof(fc.constantFrom('', 'plain', '"', '\\', 'a\nb', '\ud83d', 'é'), fc.constant(undefined)),
  );
  const number = fc.option(fc.constantFrom('1.10', '-0.5', undefined));
  fc.assert(
    fc.property(fc.tuple(text, number, text, text, number), (values) => {
      const members = columns.flatMap((one, at) => {
        const token = valueToken(one, values[at]);
        return token === undefined ? [] : [`${JSON.stringify(one.spec.name)}:${token}`];
      });
      expect(rowWriter(columns)(values)).toBe(`{${members.join(',')}}`);
    }),
    { numRuns: 500 },
  );
});
