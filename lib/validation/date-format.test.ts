import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownFormat, momentKey, writesMoments } from './date-format';
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

describe('a moment with a zone', () => {
  const ISO = 'YYYY-MM-DDTHH24:MI:SS±hh:mm';

  it.each([
    [ISO, '2024-01-01T01:00:00+01:00', '2024-01-01T00:00:00+00:00'],
    [ISO, '2024-01-01T00:00:00-00:00', '2024-01-01T00:00:00+00:00'],
    [ISO, '2023-12-31T18:30:00-05:30', '2024-01-01T00:00:00+00:00'],
    [ISO, '2024-03-01T05:44:59+05:45', '2024-02-29T23:59:59+00:00'],
    [ISO, '0099-12-31T23:00:00-02:00', '0100-01-01T01:00:00+00:00'],
    ['DD/MM/YYYY HH24:MI TZH:TZM', '01/01/2024 02:00 +02:00', '01/01/2024 00:00 +00:00'],
  ])('written as %s is compared by the moment: %s', (format, text, key) => {
    expect(momentKey(format)(text)).toBe(key);
  });

  it('is one key however far its clock is from UTC, and another one at any other moment', () => {
    const clock = fc.record({
      at: fc.integer({ min: -5e9, max: 5e9 }),
      away: fc.integer({ min: -840, max: 840 }),
    });
    const spelled = ({ at, away }: { at: number; away: number }) => {
      const local = new Date((at + away * 60) * 1000).toISOString().slice(0, 19);
      const two = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, '0');
      return `${local}${away < 0 ? '-' : '+'}${two(away / 60)}:${two(away % 60)}`;
    };
    const key = momentKey(ISO);
    fc.assert(
      fc.property(clock, clock, (a, b) => {
        expect(key(spelled(a))).toBe(key(spelled({ ...a, away: b.away })));
        expect(key(spelled(a)) === key(spelled(b))).toBe(a.at === b.at);
      }),
    );
  });

  it.each(['YYYY-MM-DD HH24:MI:SS', 'YYYY-MM-DD'])('is nothing that %s writes', (format) => {
    expect(writesMoments(format)).toBe(false);
  });
});
