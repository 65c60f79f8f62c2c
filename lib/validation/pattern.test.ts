import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern';
import { linearTest } from './pattern-machine';
import { parsePattern } from './pattern-parse';

/** Text of patterns as people write them: nested, repeated, anchored. */
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\.', '\\p{L}', '^', '$', ''),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `${one}${other}`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?'))
      .map(([part, times]) => `(${part})${times}`),
  ),
}));

describe('a pattern of the schema', () => {
  it('says what the engine of the browser says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', ' ', 'é', '😀', '\n'), maxLength: 7 });
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        const node = parsePattern(source);
        const said = node === undefined ? undefined : linearTest(node)?.(subject);
        // Too large a machine says nothing.
        expect(said ?? new RegExp(source, 'u').test(subject)).toBe(new RegExp(source, 'u').test(subject));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^(.*a){12}$',
    '^(?:[a-z]+)*[a-z]+$',
    'a*a*a*a*b',
    '^([a-zA-Z0-9])(([-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  ])('ends in the time that the text takes: %s', (source) => {
    expect(compilePattern(source)?.(`${'a'.repeat(20_000)}!`)).toBe(false);
  });

  it.each([
    ['looks ahead', '^(?=.*\\d).+$'],
    ['looks behind', '(?<!a)b'],
    ['goes back to a group', '^(a)\\1$'],
    ['is of another dialect', '^[[:alpha:]]+(?i)$'],
    ['is too large', '^(?:[a-z]{0,200}){200}$'],
    ['repeats nothing a thousand million times', '^(?:|){1000000000}$'],
  ])('is not checked here when it %s', (_why, source) => {
    expect(compilePattern(source)).toBeUndefined();
  });

  it.each([
    ['^SKU-\\d{4}$', 'SKU-0042', true],
    ['^SKU-\\d{4}$', 'SKU-42', false],
    ['^[\\w.]+@[\\w-]+(\\.[a-z]{2,})+$', 'ann.lee@shop-4.co.uk', true],
    ['^[\\w.]+@[\\w-]+(\\.[a-z]{2,})+$', 'ann.lee@shop', false],
    ['^(?<year>\\d{4})-\\d\\d$', '2024-01', true],
    ['^(?:a+\\b.)+$', 'aa.a-', true],
    ['^(?:a+\\B.)+$', 'aa.a-', false],
    ['[\\]x]', ']', true],
    ['^\\u{1F600}$', '😀', true],
  ])('%s of %s: %s', (source, text, fits) => {
    expect(compilePattern(source)?.(text)).toBe(fits);
  });
});
