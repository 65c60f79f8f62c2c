import { describe, expect, it } from 'vitest';
import { numbersAlike } from '@/components/load-frame/carry-rules';
import type { Dialect } from '@/lib/files/model';
import { chosenSoFar, formerReading } from './chosen-so-far';

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
      { encoding: 'user', delimiter: 'user', header: 'user', quote: 'user', newline: 'user' },
      {
        encoding: 'windows-1252',
        delimiter: ';',
        newline: '\n',
        headerRow: 3,
        quote: '"',
        escape: 'doubled',
      },
    ],
    [
      'is only what was not evident',
      { encoding: 'user', delimiter: 'consistent' },
      { encoding: 'windows-1252' },
    ],
    [
      'leaves evidence to be weighed again',
      { encoding: 'valid-utf-8', delimiter: 'consistent', header: 'found' },
      {},
    ],
  ] as const)('%s', (_what, decidedBy, chosen) => {
    expect(chosenSoFar(read(decidedBy))).toEqual(chosen);
  });

  it('keeps the wish to leave out totals', () => {
    const dialect = {
      ...read({ encoding: 'valid-utf-8', delimiter: 'consistent' }),
      totals: 'skip' as const,
    };
    expect(chosenSoFar(dialect)).toEqual({ totals: 'skip' });
  });
});

it.each<[string, Partial<Dialect>]>([
  ['a text', { delimiter: '\t', newline: 'mixed', quote: 'none' }],
  ['a text with backslashes', { escape: 'backslash' }],
  ['a workbook', { workbook: { sheets: ['S'], byName: false } }],
])('the former reading of %s numbers its rows as it did', (_what, parts) => {
  const now = read({ encoding: 'valid-utf-8', delimiter: 'consistent' });
  const former = { ...now, ...parts };
  expect(numbersAlike(former, now)).toBe(false);
  expect(numbersAlike(former, { ...now, ...formerReading(former) })).toBe(true);
});
