import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRows } from './count-rows';

const encode = (text: string) => new TextEncoder().encode(text);
const open = '{"solutionName":"QP","dryRun":false,"data":';

describe('counting the rows of a body', () => {
  it.each([
    ['[{}]', 1],
    ['[{"a":1},{"a":2}]', 2],
    [' [ {"a" : [1,{"b":"]}"}]} ,\n{} ] ', 2],
    [String.raw`[{"a":"\"},{"},{"b":"\\"}]`, 2],
    ['[{"a":"naïve 雪"}]', 1],
  ])('finds them: %s', (text, rows) => {
    expect(countRows(encode(text))).toEqual({ ok: true, value: rows });
  });

  it.each([
    ['nothing', '', { reason: 'not-an-array' }],
    ['an object', '{"a":1}', { reason: 'not-an-array' }],
    ['a byte order mark', '\ufeff[{}]', { reason: 'not-an-array' }],
    ['no rows', '[]', { reason: 'no-rows' }],
    ['something behind no rows', '[],"x":[]', { reason: 'json' }],
    ['a number for a row', '[{},1]', { reason: 'row-not-an-object', row: 1 }],
    ['an array for a row', '[[]]', { reason: 'row-not-an-object', row: 0 }],
    ['a comma too many', '[{},]', { reason: 'row-not-an-object', row: 1 }],
    ['a comma too few', '[{}{}]', { reason: 'json', row: 1 }],
    ['another kind of bracket', '[{]}', { reason: 'json', row: 0 }],
    ['a string that does not end', '[{"a":"}]', { reason: 'json', row: 0 }],
    ['a line break inside a string', '[{"a":"\n"}]', { reason: 'json', row: 0 }],
    ['an array that does not end', '[{}', { reason: 'json', row: 1 }],
    ['a way out of the envelope', '[{}],"operationType":"UPSERT","x":[{}]', { reason: 'json' }],
    ['more depth than data has', `[{"a":${'['.repeat(600)}`, { reason: 'json', row: 0 }],
  ])('refuses %s', (_what, text, refusal) => {
    expect(countRows(encode(text))).toEqual({ ok: false, error: refusal });
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(countRows(Uint8Array.of(0x5b, 0x7b, 0x22, 0xff, 0x22, 0x7d, 0x5d)).ok).toBe(false);
  });

  it('agrees with a parser about every array of objects', () => {
    const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.nat(3), (data, indent) => {
        expect(countRows(encode(JSON.stringify(data, null, indent)))).toEqual({
          ok: true,
          value: data.length,
        });
      }),
    );
  });

  it('lets nothing through that could stand outside of `data`', () => {
    const piece = fc.constantFrom(...'[]{},:"\\ 1a\n', '"a"', '{}', '{"a":1}', '],"x":[');
    const text = fc.array(piece, { maxLength: 24 }).map((pieces) => `[${pieces.join('')}]`);
    fc.assert(
      fc.property(text, (body) => {
        const counted = countRows(encode(body));
        let whole: Record<string, unknown>;
        try {
          whole = JSON.parse(`${open}${body}}`) as Record<string, unknown>;
        } catch {
          return;
        }
        const { data, ...rest } = whole;
        const alone = Object.keys(rest).length === 2 && Array.isArray(data) && data.length > 0;
        const objects = alone && data.every((row) => typeof row === 'object' && row && !Array.isArray(row));
        expect(counted.ok).toBe(objects);
        if (counted.ok) expect(data).toHaveLength(counted.value);
      }),
      { numRuns: 3_000 },
    );
  });
});
