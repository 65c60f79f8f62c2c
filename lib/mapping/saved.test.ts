import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableSpec } from '../peak/model';
import type { Mapping, SavedMapping } from './model';
import { recall, remember } from './saved';

const names = ['A', 'B', 'C'];
const table: TableSpec = {
  name: 'T',
  objectName: 'T',
  columns: names.map((name) => ({
    name,
    type: 'string',
    rawType: 'string',
    required: false,
    nullable: true,
    unchecked: [],
  })),
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
};
const mappingOf = (positions: readonly (number | null)[]): Mapping =>
  names.map((column, at) => {
    const position = positions[at] ?? null;
    return {
      column,
      source: position === null ? { kind: 'omit' } : { kind: 'file', position, by: 'user' },
    };
  });
const nothing = mappingOf([]);
const saved = (header: string[], positions: (number | null)[], before: SavedMapping[] = []) =>
  remember(before, { table: 'T', header, mapping: mappingOf(positions), schemaFingerprint: 'f', at: 1 });
const places = (mapping: Mapping | undefined) =>
  mapping?.map(({ source }) => (source.kind === 'file' ? `${source.position} ${source.by}` : source.kind));

describe('a mapping remembered', () => {
  it('finds its headings again wherever they stand, equal ones by their order', () => {
    const known = saved(['x', 'y', 'x'], [0, 2, 1]);
    expect(places(recall(known, table, ['x', 'x', 'y'], 'f', nothing))).toEqual([
      '0 saved',
      '1 saved',
      '2 saved',
    ]);
  });

  it('is not used for other headings or another table', () => {
    const known = saved(['x', 'y'], [0, 1, null]);
    expect(recall(known, table, ['x', 'y', 'z'], 'f', nothing)).toBeUndefined();
    expect(recall(known, { ...table, name: 'U' }, ['x', 'y'], 'f', nothing)).toBeUndefined();
  });

  it('is used where empty headings alone are more or fewer, unless it was of one of them', () => {
    const known = saved(['x', 'y', ''], [0, 1, null]);
    expect(places(recall(known, table, ['x', 'y'], 'f', nothing))).toEqual(['0 saved', '1 saved', 'omit']);
    expect(places(recall(known, table, ['', 'x', 'y', ' '], 'f', nothing))).toEqual([
      '1 saved',
      '2 saved',
      'omit',
    ]);
    const unnamed = saved(['x', 'y', ''], [0, 1, 2]);
    expect(recall(unnamed, table, ['', 'x', 'y', ''], 'f', nothing)).toBeUndefined();
    expect(places(recall(unnamed, table, ['', 'x', 'y'], 'f', nothing))).toEqual([
      '1 saved',
      '2 saved',
      '0 saved',
    ]);
  });

  it('is to be looked at again under another schema', () => {
    const known = saved(['x', 'y'], [0, 1, null]);
    expect(places(recall(known, table, ['x', 'y'], 'g', nothing))).toEqual(['0 guess', '1 guess', 'omit']);
  });

  it('leaves new columns of the table to the suggestion, unless their file column is taken', () => {
    const known = saved(['x', 'y'], [0]).map((entry) => ({ ...entry, columns: entry.columns.slice(0, 1) }));
    expect(places(recall(known, table, ['x', 'y'], 'f', mappingOf([null, 0, 1])))).toEqual([
      '0 saved',
      'omit',
      '1 user',
    ]);
  });

  it('replaces what was known of such files, and forgets the oldest of very many', () => {
    const twice = saved(['y', 'x'], [1], saved(['x', 'y'], [0]));
    expect(twice).toHaveLength(1);
    const many = Array.from({ length: 80 }, (_, at) => `h${at}`).reduce<SavedMapping[]>(
      (before, heading) => saved([heading], [0], before),
      [],
    );
    expect(many).toHaveLength(60);
    expect(many[0]?.headings).toEqual(['h79']);
  });

  it('comes back whole for any order of the same headings', () => {
    const heading = fc.constantFrom('x', 'y', '', 'x ');
    fc.assert(
      fc.property(
        fc.array(heading, { minLength: 3, maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2]),
        (header, own) => {
          const back = recall(saved(header, own), table, header, 'f', nothing);
          expect(back?.map(({ source }) => (source.kind === 'file' ? source.position : null))).toEqual(
            names.map((_, at) => own[at] ?? null),
          );
        },
      ),
    );
  });
});
