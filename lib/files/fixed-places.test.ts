import { describe, expect, it } from 'vitest';
import { placeCutter } from './fixed-places';

describe('lines cut at places', () => {
  it.each([
    ['a lone LF', '\r\n', '1  a\r\n2  b\n3  c\r\n4  d\r\n', 1],
    ['a lone CR', '\n', '1  a\n2  b\r3  c\n4  d\n', 1],
    ['an LF among CRs', '\r', '1  a\r2  b\n3  c\r4  d\r', 1],
  ] as const)('say where %s hides a row', (_what, newline, text, at) => {
    const cut = placeCutter([{ from: 3, to: 3 }], newline);
    expect([...cut(text, true).broken]).toEqual([at]);
    expect([...cut(text.replaceAll(/\r\n|\n|\r/g, newline), true).broken]).toEqual([]);
  });
});
