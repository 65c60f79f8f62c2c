import { describe, expect, it } from 'vitest';
import type { TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';
import { sampleLoad } from '@/lib/workspace/sample-load';
import { withDuplicates, withOperation } from './load-change';
import { barrier, isMatchedByName, keysBarrier } from './steps';

type Decided = NonNullable<Load['source']>['dialect']['decidedBy']['encoding'];

const table: TableSpec = {
  name: 'QP_SALE_OOTB',
  objectName: 'SALE',
  columns: [
    { name: 'ID', type: 'string', rawType: 'string', required: true, nullable: false, unchecked: [] },
  ],
  primaryKey: ['ID'],
  uniqueKeys: [],
  foreignKeys: [],
};

const loadOf = (encoding: Decided): Load =>
  sampleLoad({
    table: table.name,
    stage: 'send',
    source: {
      name: 'sales.csv',
      sizeBytes: 20,
      lastModified: 0,
      header: ['ID'],
      dialect: {
        encoding: 'windows-1252',
        bom: false,
        delimiter: ',',
        newline: '\n',
        quote: '"',
        headerRow: 1,
        decidedBy: { encoding, delimiter: 'consistent' },
      },
    },
    mapping: [{ column: 'ID', source: { kind: 'file', position: 0, by: 'exact' } }],
  });

const mapped = (by: 'user' | 'guess'): Load['mapping'] => [
  { column: 'ID', source: { kind: 'file', position: 0, by } },
];

describe('the steps of a load', () => {
  it.each(['columns', 'review', 'send'] as const)(
    '%s waits for the encoding, and for nothing else',
    (step) => {
      expect(barrier(step, loadOf('undecided'), table)).toMatchObject({ back: 'file' });
      expect(barrier(step, loadOf('user'), table)).toBeNull();
    },
  );

  it.each<[string, Partial<Load>, boolean]>([
    ['every heading is a column of the table', {}, true],
    ['a match was chosen by hand', { mapping: mapped('user') }, false],
    ['a match is guessed', { mapping: mapped('guess') }, false],
    ['nothing is matched', { mapping: [{ column: 'ID', source: { kind: 'omit' } }] }, false],
  ])('Columns is passed by only where all is sure: %s', (_what, over, passed) => {
    expect(isMatchedByName({ ...loadOf('user'), ...over }, table)).toBe(passed);
  });

  it('Columns is not passed by where a file column would go nowhere', () => {
    const load = loadOf('user');
    const source = load.source === null ? null : { ...load.source, header: ['ID', 'NOTE'] };
    expect(isMatchedByName({ ...load, source }, table)).toBe(false);
  });

  it('Send waits for a word on rows of one key that differ', () => {
    const load = loadOf('user');
    const of = (conflicting: number, over: Partial<Load> = {}): Load => ({
      ...load,
      summary: {
        ...{ rows: 9, blankRows: 0, ready: 6, held: 0, skipped: 0, superseded: 3 },
        ...{ groups: [], errors: 0, warnings: 3, ms: 1 },
        duplicates: { keys: 1, extraRows: 3, identical: 3 - conflicting, conflicting, examples: [] },
      },
      ...over,
    });
    expect(barrier('send', of(2), table)).toEqual({
      back: 'review',
      reason: '2 rows differ from another row of the same key. Say which of them is sent.',
    });
    const kept: Load = { ...of(2), duplicatesSaid: 'keep-all' };
    expect(barrier('send', kept, table)).toMatchObject({ back: 'review', fallsWithAppend: true });
    const history = { ...table, primaryKey: ['ID', 'UPDATED_AT'] };
    expect(keysBarrier(of(2), history, of(2).summary)).toMatchObject({ fallsWithAppend: true });
    expect(barrier('send', withOperation('APPEND')(kept), table)).toBeNull();
    expect(barrier('send', of(0), table)).toBeNull();
    expect(barrier('send', withDuplicates('keep-last')(of(2)), table)).toBeNull();
    expect(barrier('send', of(2, { operation: 'APPEND', duplicates: 'keep-all' }), table)).toBeNull();
  });

  it('File is open whatever is undecided', () => {
    expect(barrier('file', loadOf('undecided'), table)).toBeNull();
  });
});
