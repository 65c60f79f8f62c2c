import { describe, expect, it } from 'vitest';
import type { Dialect } from '@/lib/files/model';
import { chosenSoFar } from './chosen-so-far';

const read = (decidedBy: Dialect['decidedBy']): Dialect => ({
  encoding: 'windows-1252',
  bom: false,
  delimiter: ';',
  newline: '\n',
  quote: '"',
  headerRow: 3,
  decidedBy,
});

describe('what the user decided about the reading of a file', () => {
  it.each([
    [
      'stays when another thing is decided',
      'user',
      'user',
      { encoding: 'windows-1252', delimiter: ';', headerRow: 3 },
    ],
    ['is only what was not evident', 'user', 'consistent', { encoding: 'windows-1252', headerRow: 3 }],
    ['leaves evidence to be weighed again', 'valid-utf-8', 'consistent', { headerRow: 3 }],
  ] as const)('%s', (_what, encoding, delimiter, chosen) => {
    expect(chosenSoFar(read({ encoding, delimiter }))).toEqual(chosen);
  });
});
