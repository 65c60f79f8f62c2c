import { describe, expect, it } from 'vitest';
import type { FileHead } from '@/lib/files/model';
import type { ColumnSpec } from '@/lib/peak/model';
import { choiceOf, choicesFor, samplesOf, sourceOf } from './choices';

const column = (change: Partial<ColumnSpec>): ColumnSpec => ({
  name: 'CITY',
  type: 'string',
  rawType: 'string',
  required: false,
  nullable: true,
  unchecked: [],
  ...change,
});
const head: FileHead = {
  dialect: {
    encoding: 'utf-8',
    bom: false,
    delimiter: ',',
    newline: '\n',
    quote: '"',
    headerRow: 1,
    decidedBy: { encoding: 'valid-utf-8', delimiter: 'consistent' },
  },
  header: ['Town', ''],
  rawLines: [],
  rows: [
    { row: 2, cells: ['Leeds', '1'] },
    { row: 3, cells: ['Leeds', ''] },
    { row: 4, cells: ['York', '2'] },
  ],
  notes: [],
  sizeBytes: 1,
};

describe('choices for a table column', () => {
  it('shows different values, each once, and leaves empty cells out', () => {
    expect(samplesOf(head.rows, 0)).toEqual(['Leeds', 'York']);
    expect(samplesOf(head.rows, 1)).toEqual(['1', '2']);
  });

  it.each([
    ['offers both null and leaving out', {}, false, ['null', 'omit']],
    ['offers null alone where the key must travel', { required: true }, false, ['null']],
    ['offers neither where a value is required', { required: true, nullable: false }, false, []],
    ['offers neither for a part of the primary key', {}, true, []],
  ] as const)('%s', (_what, change, isKey, expected) => {
    const values = choicesFor(column(change), isKey, head, []).map(({ value }) => value);
    expect(values).toEqual(['file:0', 'file:1', ...expected]);
  });

  it('says of null what it leaves in the table, in words that are not those of a required column', () => {
    const options = choicesFor(column({ required: true }), false, head, []);
    expect(options.find(({ value }) => value === 'null')?.text).toBe('Leave empty (null)');
  });

  it('puts file columns that serve another one last and says whom they serve', () => {
    const mapping = [{ column: 'PLACE', source: sourceOf('file:0') }];
    const options = choicesFor(column({}), false, head, mapping);
    expect(options.at(-1)).toEqual({ value: 'file:0', text: 'Town', note: 'used for PLACE' });
  });

  it('shows nothing as chosen where what the mapping holds is not allowed', () => {
    expect(choiceOf({ kind: 'omit' }, column({ required: true }), false)).toBeNull();
    expect(choiceOf({ kind: 'null' }, column({ nullable: false }), false)).toBeNull();
    expect(choiceOf({ kind: 'null' }, column({}), true)).toBeNull();
  });

  it('takes every choice of a person as theirs', () => {
    expect(sourceOf('file:7')).toEqual({ kind: 'file', position: 7, by: 'user' });
    expect(sourceOf('null')).toEqual({ kind: 'null', by: 'user' });
    expect(sourceOf('omit')).toEqual({ kind: 'omit', by: 'user' });
  });
});
