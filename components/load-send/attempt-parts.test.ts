import { describe, expect, it } from 'vitest';
import { load as sampleLoad } from '@/lib/checklist/derive-samples';
import type { Dialect } from '@/lib/files/model';
import type { Mapping } from '@/lib/mapping/model';
import type { Repair } from '@/lib/repair/model';
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

const TEXT: Dialect = {
  encoding: 'utf-8',
  bom: false,
  delimiter: ',',
  newline: '\n',
  quote: '"',
  headerRow: 1,
  decidedBy: { encoding: 'valid-utf-8', delimiter: 'consistent' },
};
const WORKBOOK: Dialect = { ...TEXT, workbook: { sheets: ['S'], byName: false } };

describe('what goes along with failed rows', () => {
  it('is every cell repaired by hand or by a file that came back, by its place in the file, the last edit last', () => {
    const back: Repair = {
      id: 'e',
      kind: 'cells',
      from: 'back.csv',
      edits: [
        { row: 7, column: 'SKU', text: 'newer' },
        { row: 8, column: 'SKU', text: 'too' },
      ],
    };
    expect(editedCells({ ...failed, repairs: [...failed.repairs, back] })).toEqual([
      { row: 7, position: 2, text: 'new' },
      { row: 7, position: 2, text: 'newer' },
      { row: 8, position: 2, text: 'too' },
    ]);
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
    expect(attemptRepairs(failed, mapping, match, { dialect: TEXT, header: [] }, () => 'n')).toEqual([
      failed.repairs[0],
      { id: 'n', kind: 'skip', row: 3 },
      { id: 'n', kind: 'cell', row: 2, column: 'SKU', text: '=1' },
    ]);
  });

  it.each([
    ['a workbook of a workbook', WORKBOOK, WORKBOOK, 'thousands'],
    ['a text of a text', TEXT, TEXT, 'thousands'],
    ['a text of a workbook, which no longer tells numbers', WORKBOOK, TEXT, undefined],
  ] as const)('leaves a lone point to be asked about again only in %s', (_what, then, now, lonePoint) => {
    const rule = { rule: 'decimal-comma', lonePoint: 'thousands' } as const;
    const load: Load = {
      ...failed,
      source: { name: 'a', sizeBytes: 1, lastModified: 1, dialect: then, header: [] },
      repairs: [{ id: 'a', kind: 'column', column: 'SKU', rule }],
    };
    const [carried] = attemptRepairs(
      load,
      mapping,
      { rows: 0, skip: [], restored: [] },
      { dialect: now, header: [] },
      () => 'n',
    );
    const [given] = carried?.kind === 'column' ? [carried.rule] : [];
    expect(given?.rule === 'decimal-comma' ? given.lonePoint : 'no rule').toBe(lonePoint);
  });
});
