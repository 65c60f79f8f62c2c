import { describe, expect, it } from 'vitest';
import type { TableSpec } from '@/lib/peak/model';
import type { Load } from '@/lib/workspace/model';
import { sampleLoad } from '@/lib/workspace/sample-load';
import { barrier, isMatchedByName } from './steps';

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

  it('File is open whatever is undecided', () => {
    expect(barrier('file', loadOf('undecided'), table)).toBeNull();
  });
});
