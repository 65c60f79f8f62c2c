import { describe, expect, it } from 'vitest';
import { load as sampleLoad } from '@/lib/checklist/derive-samples';
import type { Dialect } from '@/lib/files/model';
import type { ColumnSource, Mapping } from '@/lib/mapping/model';
import type { Repair } from '@/lib/repair/model';
import type { Load } from '@/lib/workspace/model';
import type { TableSpec } from '@/lib/peak/model';
import { attemptLosses } from '@/components/load-frame/attempt-losses';
import { attemptMapping, attemptRepairs, attemptStage, editedCells, leftByFiles } from './attempt-parts';

const NOTHING = { rows: 0, skip: [], restored: [], emptyTexts: [], written: [] };
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

  it('is a cell of a file column that only a rule reads, too', () => {
    const repairs: Repair[] = [{ id: 'p', kind: 'cell', row: 4, column: 'phone', position: 5, text: '+49' }];
    expect(editedCells({ ...failed, repairs })).toEqual([{ row: 4, position: 5, text: '+49' }]);
    expect(attemptLosses({ ...failed, repairs }, { header: [], mapping, repairs: [] }).edited).toEqual([]);
  });

  it('is every rule of a column, a skip for every row that must not be sent, and guarded cells by their place', () => {
    const match = {
      ...NOTHING,
      skip: [{ row: 3, reason: 'twice' as const }],
      restored: [
        { row: 2, position: 2, text: '=1' },
        { row: 2, position: 5, text: '=2' },
      ],
    };
    const header = ['a', 'b', 'sku', 'c', 'd', 'phone'];
    expect(attemptRepairs(failed, match, { dialect: TEXT, header, mapping }, () => 'n')).toEqual([
      failed.repairs[0],
      { id: 'n', kind: 'skip', row: 3 },
      { id: 'n', kind: 'cell', row: 2, column: 'sku', position: 2, text: '=1' },
      { id: 'n', kind: 'cell', row: 2, column: 'phone', position: 5, text: '=2' },
    ]);
  });

  it('is what no file holds, named together: written cells of columns that the file does not feed, and empty texts', () => {
    const repairs: Repair[] = [
      { id: 'q', kind: 'column', column: 'SKU', rule: { rule: 'empty-as', as: 'quoted-text' } },
      { id: 'w', kind: 'cell', row: 7, column: 'QTY', text: 'first' },
      { id: 'x', kind: 'cell', row: 7, column: 'QTY', text: 'last' },
      { id: 'p', kind: 'cell', row: 7, column: 'sku', position: 2, text: 'of the file' },
    ];
    const load = { ...failed, repairs };
    const { written, quoted } = leftByFiles(load);
    expect({ written, quoted }).toEqual({ written: [{ row: 7, column: 'QTY', text: 'last' }], quoted: [2] });
    const match = {
      ...NOTHING,
      emptyTexts: [{ row: 4, position: 0 }],
      written: [{ row: 2, column: 'QTY', text: 'last' }],
    };
    const carried = (source: ColumnSource) =>
      attemptRepairs(
        load,
        match,
        { dialect: TEXT, header: ['sku'], mapping: [{ column: 'QTY', source }] },
        () => 'n',
      ).at(-1);
    const emptyText = { row: 4, column: 'sku', position: 0, text: '', quoted: true };
    const together = { id: 'n', kind: 'cells', from: load.table };
    expect(carried({ kind: 'omit' })).toEqual({ ...together, edits: [emptyText, ...match.written] });
    expect(carried({ kind: 'file', position: 1, by: 'exact' })).toEqual({ ...together, edits: [emptyText] });
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
    const [carried] = attemptRepairs(load, NOTHING, { dialect: now, header: [], mapping }, () => 'n');
    const [given] = carried?.kind === 'column' ? [carried.rule] : [];
    expect(given?.rule === 'decimal-comma' ? given.lonePoint : 'no rule').toBe(lonePoint);
  });
});

describe('the columns of an attempt', () => {
  const table: TableSpec = {
    name: 'T',
    objectName: 'T',
    columns: ['ID', 'PRICE', 'MEMO'].map((name) => ({
      name,
      type: 'string',
      rawType: 'string',
      required: name !== 'MEMO',
      nullable: name !== 'ID',
      unchecked: [],
    })),
    primaryKey: ['ID'],
    uniqueKeys: [],
    foreignKeys: [],
  };
  const header = ['id', 'price', 'net', 'memo', 'extra'];
  const OURS = ['peak_code', 'source_row'];
  const then = (by: 'user' | 'saved', repairs: readonly Repair[] = []): Load => ({
    ...failed,
    repairs: [...repairs],
    source: { name: 'a', sizeBytes: 1, lastModified: 1, dialect: TEXT, header },
    mapping: [
      { column: 'ID', source: { kind: 'file', position: 0, by: 'exact' } },
      { column: 'PRICE', source: { kind: 'file', position: 2, by } },
      { column: 'MEMO', source: { kind: 'null' } },
    ],
  });
  const mapped = (load: Load, now: readonly string[]) =>
    attemptMapping(table, load, { header: now, rows: [] }).map(({ source }) =>
      source.kind === 'file' ? source.position : source.kind,
    );

  it.each([
    ['are those of the load in a file that is as it left', [...header, ...OURS], [0, 2, 'null']],
    [
      'follow their headings where a column was deleted',
      ['id', 'price', 'net', 'memo', ...OURS],
      [0, 2, 'null'],
    ],
    ['follow them to other places', ['memo', 'net', 'extra', 'price', 'id', ...OURS], [4, 1, 'null']],
    ['are left open where the heading is gone', ['id', 'price', 'memo', ...OURS], [0, 'omit', 'null']],
    ['are left open where it stands twice', ['net', 'id', 'price', 'net', ...OURS], [1, 'omit', 'null']],
  ] as const)('%s, whoever matched them', (_what, now, expected) => {
    for (const by of ['user', 'saved'] as const) expect(mapped(then(by), now)).toEqual(expected);
  });

  it('are said and looked at first when one of them is left open, until it is decided', () => {
    const now = ['id', 'price', 'memo', ...OURS];
    const mapping = attemptMapping(table, then('saved'), { header: now, rows: [] });
    const attempt = { header: now, mapping, repairs: [] };
    expect(attemptStage(then('saved'), attempt)).toBe('columns');
    expect(attemptLosses(then('saved'), attempt).columns).toEqual([{ column: 'PRICE', heading: 'net' }]);
    const decided = mapping.map((entry) =>
      entry.column === 'PRICE' ? { ...entry, source: { kind: 'null', by: 'user' } as const } : entry,
    );
    expect(attemptStage(then('saved'), { ...attempt, mapping: decided })).toBe('review');
    expect(attemptStage(then('saved'), { header, mapping: then('saved').mapping, repairs: [] })).toBe(
      'review',
    );
  });

  it('do not lose a rule or a written cell without a word', () => {
    const join: Repair = {
      id: 'j',
      kind: 'column',
      column: 'PRICE',
      rule: { rule: 'join', positions: [1, 4], separator: ' ' },
    };
    const written: Repair = { id: 'w', kind: 'cell', row: 2, column: 'MEMO', text: 'by hand' };
    const load = then('user', [join, written]);
    const now = ['id', 'price', 'net', 'memo', ...OURS];
    const attempt = { header: now, mapping: attemptMapping(table, load, { header: now, rows: [] }) };
    const losses = (repairs: Repair[]) => attemptLosses(load, { ...attempt, repairs });
    expect(losses([])).toEqual({ columns: [], rules: [join], edited: [] });
    const fed = attempt.mapping.map((entry) =>
      entry.column === 'MEMO'
        ? { ...entry, source: { kind: 'file', position: 3, by: 'exact' } as const }
        : entry,
    );
    const edited = (repairs: Repair[]) => attemptLosses(load, { header: now, mapping: fed, repairs }).edited;
    expect(edited([])).toEqual(['MEMO']);
    expect(edited([written])).toEqual([]);
  });
});
