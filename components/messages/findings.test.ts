import { describe, expect, it } from 'vitest';
import { findingAdvice } from './findings';

describe('what is advised of bytes that are no letters', () => {
  const { todo } = findingAdvice('cell-undecodable');

  it('is to correct a few cells, for another encoding would break the sound rows', () => {
    expect(todo).toMatch(/^A few such cells: correct them in the rows below/);
  });

  it('is another encoding for many alone', () => {
    expect(todo).toMatch(/Many of them: the encoding is likely another one; choose it on File\./);
  });
});
