import { describe, expect, it } from 'vitest';
import { isKnownFormat } from './date-format';
import { column, groupsOf } from './one-column';
import { compileTable } from './compile-table';

const written = (type: 'date' | 'timestamp', format: string, cell: string) => {
  const table = { name: 'T', objectName: 'T', primaryKey: [], uniqueKeys: [], foreignKeys: [] };
  const compiled = compileTable(
    { ...table, columns: [column(type, { format })] },
    [{ column: 'C', source: { kind: 'file', position: 0, by: 'user' } }],
    [],
    ['c'],
  );
  compiled.check({ row: 2, cells: [cell], broken: false, undecodable: undefined });
  return compiled.values[0];
};

describe("the schema's own format", () => {
  it.each([
    ['timestamp', 'YYYY-MM-DD HH:MM:SS', '2024-01-31 10:20:30'],
    ['timestamp', 'HH:MM:SS DD.MM.YYYY', '10:20:30 31.01.2024'],
    ['timestamp', 'YYYY-MM-DDTHH24:MI:SS', '2024-01-31T10:20:30'],
  ] as const)('of a %s may be %s', (type, format, text) =>
    expect(written(type, format, '2024-01-31 10:20:30')).toBe(text),
  );

  it.each([
    ['timestamp', 'YYYY-MM-DD'],
    ['timestamp', 'YYYY-MM-DD HH24'],
    ['timestamp', 'YYYY-MM-DD HH12:MI:SS'],
    ['date', 'YYYY-mm-DD'],
    ['date', 'YYYY-MM'],
    ['date', 'YYYY-MM-DD DD'],
    ['date', 'YYYY-MM-DD 00'],
    ['date', 'TYYYY-MM-DDTT'],
  ] as const)('is not known for a %s when a part is missing, twice or no part: %s', (type, format) => {
    expect(isKnownFormat(format, type)).toBe(false);
    const groups = groupsOf(column(type, { format }), ['2024-01-31']);
    expect(groups.map(({ code }) => code)).toContain('rule-unchecked');
  });

  it('without seconds takes no cell that has some, and fills none in', () => {
    const spec = column('timestamp', { format: 'YYYY-MM-DD HH24:MI' });
    expect(groupsOf(spec, ['2024-01-31 10:20:30']).map(({ code }) => code)).toEqual(['date-fraction']);
    expect(groupsOf(spec, ['2024-01-31 10:20:00', '2024-01-31 10:20'])).toEqual([]);
  });
});
