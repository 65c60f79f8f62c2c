import { describe, expect, it } from 'vitest';
import { load as sampleLoad } from '@/lib/checklist/derive-samples';
import type { Mapping } from '@/lib/mapping/model';
import type { Load } from '@/lib/workspace/model';
import { attemptRepairs, editedCells } from './attempt-parts';

const mapping: Mapping = [
  { column: 'SKU', source: { kind: 'file', position: 2, by: 'exact' } },
  { column: 'QTY', source: { kind: 'omit' } },
];
const failed: Load = {
  ...sampleLoad(),
  mapping,
  repairs: [
    { id: 'a', kind: 'column', column: 'SKU', rule: { rule: 'trim' } },
    { id: 'b', kind: 'cell', row: 7, column: 'SKU', text: 'new' },
    { id: 'c', kind: 'cell', row: 7, column: 'QTY', text: 'nowhere in the file' },
    { id: 'd', kind: 'skip', row: 9 },
  ],
};

describe('what goes along with failed rows', () => {
  it('is every cell repaired by hand, by its place in the file', () => {
    expect(editedCells(failed)).toEqual([{ row: 7, position: 2, text: 'new' }]);
  });

  it('is every rule of a column, and a skip for every row that must not be sent', () => {
    const match = {
      rows: 1,
      skip: [{ row: 3, reason: 'twice' as const }],
      restored: [
        { row: 2, position: 2, text: '=1' },
        { row: 2, position: 5, text: '=2' },
      ],
    };
    expect(attemptRepairs(failed, mapping, match, () => 'n')).toEqual([
      failed.repairs[0],
      { id: 'n', kind: 'skip', row: 3 },
      { id: 'n', kind: 'cell', row: 2, column: 'SKU', text: '=1' },
    ]);
  });
});
