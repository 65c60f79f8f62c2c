import { describe, expect, it } from 'vitest';
import { bytesOfLoad } from './usage';

describe('the space a load takes', () => {
  const usage = {
    usedBytes: 100,
    quotaBytes: 1000,
    persisted: false,
    files: [
      { path: 'loads/aaa/source', bytes: 40 },
      { path: 'loads/aaa/index', bytes: 2 },
      { path: 'loads/bbb/source', bytes: 7 },
    ],
  };
  it.each([
    ['aaa', 42],
    ['bbb', 7],
    ['ccc', 0],
  ])('is the sum of the files whose path holds its id: %s', (id, bytes) => {
    expect(bytesOfLoad(usage, id)).toBe(bytes);
  });
});
