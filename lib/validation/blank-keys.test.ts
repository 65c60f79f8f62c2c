import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import { codeAt } from './codes';
import { compileTable } from './compile-table';
import { keyParts } from './ledger';

/** The first finding and the key of a row whose key is this text. */
function keyOf(text: string) {
  const table = sampleTable([sampleColumn('ID'), sampleColumn('NAME')]);
  const mapping = table.columns.map(({ name }, position) => ({
    column: name,
    source: { kind: 'file' as const, position, by: 'user' as const },
  }));
  const compiled = compileTable(table, mapping, [], ['id', 'name']);
  compiled.check({ row: 2, cells: [text, ' '], broken: false, undecodable: undefined });
  const { codes, columns } = compiled.faults;
  return { found: codes.filter((_, at) => columns[at] === 0).map(codeAt), key: keyParts(compiled) };
}

describe('blanks in keys', () => {
  it.each([' ', '   ', '\t', '\u00a0'])('and nothing else are no key: %j', (text) => {
    expect(keyOf(text).found).toEqual(['key-empty']);
  });

  it('at their end are none to Redshift: both rows have the same key, as each is written', () => {
    expect(keyOf('A1 ')).toEqual({ found: ['text-padded'], key: keyOf('A1').key });
    expect(keyOf('A1   ').key).toEqual(['A1']);
  });

  it.each([' A1', 'A1\u00a0', 'A1\t', 'a1'])(
    'elsewhere, and others than blanks, make another key: %j',
    (text) => {
      expect(keyOf(text).key).toEqual([text]);
    },
  );
});
