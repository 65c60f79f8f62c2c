import { describe, expect, it } from 'vitest';
import type { SheetInfo } from '@/lib/files/model';
import { joinOpen, unreadSheets } from './sheets';

const sheets = (...names: string[]): SheetInfo[] =>
  names.map((name) => ({
    name,
    hidden: false,
    counted: true,
    header: name.startsWith('empty') ? [] : ['ID'],
    headerRow: 1,
  }));

describe('what is said of the sheets of a workbook', () => {
  it.each([
    ['nothing of the only sheet', sheets('January'), ['January'], null],
    ['nothing where all are read', sheets('January', 'February'), ['January', 'February'], null],
    ['nothing of empty ones', sheets('January', 'empty'), ['January'], null],
    [
      'the one that is not read',
      sheets('January', 'February'),
      ['January'],
      '1 of 2 sheets is not read: February.',
    ],
    [
      'all that are not read, without the empty ones',
      sheets('January', 'February', 'empty', 'March'),
      ['January'],
      '2 of 3 sheets are not read: February, March.',
    ],
    ['the first of many', sheets(...'abcdefg'), ['a'], '6 of 7 sheets are not read: b, c, d, e and 2 more.'],
  ] as const)('is %s', (_what, there, read, said) => {
    expect(unreadSheets(there, read)).toBe(said);
  });

  it('is which sheets wait for an answer', () => {
    expect(joinOpen(['January', 'February', 'March'])).toBe(
      'Say first, under Sheets, whether January, February and March are joined by heading. Nothing goes on before that.',
    );
  });
});
