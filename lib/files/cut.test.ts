import { describe, expect, it } from 'vitest';
import { cutter } from './cut';

const cut = cutter({ delimiter: ',', newline: '\r\n', quote: '"' });

describe('a file of one column', () => {
  it.each([
    ['a lone LF outside quotes, which joins two lines', 'id\r\na\nb\r\nc\r\n', [1]],
    ['the same while other cells are quoted', 'id\r\n"x"\r\na\nb\r\n', [2]],
    ['a line break that quotes hold', 'id\r\n"a\nb"\r\nc\r\n', []],
    ['a quoted line break with doubled quotes', 'id\r\n"a ""x""\nb"\r\n', []],
  ])('names %s', (_what, text, broken) => {
    expect([...cut(text, false).broken]).toEqual(broken);
  });
});
