import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '@/lib/peak/sample-table';
import { differences } from './copy-differences';

const table = sampleTable([sampleColumn('ID'), sampleColumn('NAME'), sampleColumn('QTY', 'integer')]);
const rowOf = (...tokens: (string | null)[]) => ({ tokens });

describe('how rows of one key differ', () => {
  it('is said of the columns that differ, empty ones included', () => {
    expect(differences(table, [rowOf('"A1"', '"x"', '1'), rowOf('"A1"', null, '1')])).toEqual([
      { column: 'NAME', values: ['x', 'empty'] },
    ]);
  });

  it('is seen where only blanks at the end of the key do, which some warehouses take for another key', () => {
    expect(differences(table, [rowOf('"A1"', '"x"', '1'), rowOf('"A1  "', '"x "', '1')])).toEqual([
      {
        column: 'ID',
        values: ['“A1”', '“A1  ”'],
        note: expect.stringMatching(/^differ by blanks at the end only.*trim/) as string,
      },
      { column: 'NAME', values: ['x', 'x '] },
    ]);
  });
});
