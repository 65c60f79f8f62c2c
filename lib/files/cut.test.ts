import { describe, expect, it } from 'vitest';
import { cutFirstLine, cutter } from './cut';

const cut = cutter({ delimiter: ',', newline: '\r\n', quote: '"' });

describe('a file of one column', () => {
  it.each([
    ['a lone LF outside quotes, which joins two lines', 'id\r\na\nb\r\nc\r\n', [1]],
    ['the same while other cells are quoted', 'id\r\n"x"\r\na\nb\r\n', [2]],
    ['the same where the text ends between CR and LF', 'id\r\na\nb\r\nc\r', [1]],
    ['a line break that quotes hold', 'id\r\n"a\nb"\r\nc\r\n', []],
    ['a quoted line break with doubled quotes', 'id\r\n"a ""x""\nb"\r\n', []],
  ])('names %s', (_what, text, broken) => {
    expect([...cut(text, false).broken]).toEqual(broken);
  });
});

describe('a line without an end of its own', () => {
  it('hides no line that ends in another way', () => {
    const cut = cutFirstLine('a,b\nc,d\ne,f', { delimiter: ',', newline: '\r\n', quote: '"' }, 10);
    expect(cut.rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect([...cut.broken]).toEqual([0, 1]);
    expect(cut.used).toBe(8);
  });
});
