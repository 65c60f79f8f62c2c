import { describe, expect, it } from 'vitest';
import { numbersAlike } from '@/components/load-frame/carry-rules';
import type { Dialect } from '@/lib/files/model';
import { chosenSoFar, chosenWith, formerReading } from './chosen-so-far';

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

describe('a choice beside those made before', () => {
  const cut: Partial<Dialect> = { places: [{ from: 3, to: 4 }], quote: 'none', delimiter: ',' };
  const byUser = { encoding: 'valid-utf-8', delimiter: 'user', quote: 'user' } as const;

  it('takes over neither quotes nor separator from columns at fixed places', () => {
    const chosen = chosenWith({ ...read(byUser), ...cut }, { delimiter: ';', places: undefined });
    expect(chosen).toEqual({ delimiter: ';', places: undefined });
  });

  it.each<[string, Partial<Dialect>, boolean]>([
    ['the encoding', { encoding: 'utf-8' }, true],
    ['the separator', { delimiter: '|' }, false],
    ['the header row', { headerRow: 2 }, false],
  ])('keeps what was said of unnamed columns with %s: %j', (_what, change, isKept) => {
    const dialect = {
      ...read({ encoding: 'valid-utf-8', delimiter: 'consistent' }),
      unnamed: 'first' as const,
    };
    expect('unnamed' in chosenWith(dialect, change)).toBe(isKept);
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
