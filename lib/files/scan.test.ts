import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { scanRows, type Scanning } from './scan';

const RFC: Scanning = { delimiter: ',', ends: 'crlf', quote: '"', backslash: false };
const scan = (text: string, over: Partial<Scanning> = {}) => scanRows(text, { ...RFC, ...over }, true);

describe('the scanner', () => {
  it('cuts what Papa Parse knows as Papa Parse does, finished or not', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab ,"\n\r;'), maxLength: 8 });
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.nat(200),
        fc.boolean(),
        (rows, newline, cutAt, final) => {
          const whole = rows
            .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',') + newline)
            .join('');
          const text = final ? whole : whole.slice(0, cutAt);
          const parser = new Papa.Parser({ delimiter: ',', newline, quoteChar: '"' });
          const papa = parser.parse(text, 0, true) as Papa.ParseResult<string[]>;
          const ends = newline === '\n' ? 'lf' : newline === '\r' ? 'cr' : 'crlf';
          const ours = scanRows(text, { ...RFC, ends }, false);
          // A closing quote at the very end may be half of a doubled one; we wait where Papa Parse does not.
          const same = papa.data.slice(0, ours.rows.length);
          expect(ours.rows).toEqual(same);
          expect(papa.data.length - ours.rows.length).toBeLessThanOrEqual(1);
          expect(ours.broken.size).toBe(0);
          if (ours.rows.length === papa.data.length) expect(ours.used).toBe(papa.meta.cursor);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      'mixed line ends',
      'a,b\r\n1,2\n3,4\r5,6',
      { ends: 'any' },
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['mixed line ends inside quotes', 'a\r\n"1\n2\r3"\n', { ends: 'any' }, [['a'], ['1\n2\r3']]],
    [
      'CRLF among LF',
      'a,b\n1,2\r\n3,4\n',
      { ends: 'lf' },
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['blank lines of both kinds', 'a\n\r\n\nb', { ends: 'lf' }, [['a'], [''], [''], ['b']]],
    ['backslash escapes', String.raw`"a \"x\"","b\\",c\d`, { backslash: true }, [['a "x"', 'b\\', 'c\\d']]],
    ['both ways of escaping', String.raw`"a ""x"" \"y\"",1`, { backslash: true }, [['a "x" "y"', '1']]],
    ['apostrophes for quotes', "'a,b','it''s'", { quote: "'" }, [['a,b', "it's"]]],
    ['no quotes', '"a,b"', { quote: '' }, [['"a', 'b"']]],
    ['spaces after a closing quote', '"a" ,b', {}, [['a', 'b']]],
  ] as const)('reads %s', (_what, text, over, rows) => {
    const cut = scan(text, over);
    expect(cut.rows).toEqual(rows);
    expect(cut.broken.size).toBe(0);
  });

  it.each([
    ['a quote inside an unquoted cell', '12" pipe,x\r\ny,z', [0], []],
    ['a quote that opens in the middle', 'ab"c,d"\r\ny,z', [0], []],
    ['a lone LF in an unquoted cell', 'a,b\nc\r\ny,z', [0], []],
    ['a stray quote inside quotes', '"x"y",2\r\ny,z', [], [0]],
    ['a quote that swallows lines up to the next one', 'a,"b\r\n1,2\r\n3,"x",4\r\ny,z\r\n', [], [0, 1, 2]],
  ] as const)('names %s', (_what, text, stray, broken) => {
    const cut = scan(text);
    expect([...cut.stray]).toEqual(stray);
    expect([...cut.broken]).toEqual(broken);
    expect(cut.rows.at(-1)).toEqual(['y', 'z']);
  });
});
