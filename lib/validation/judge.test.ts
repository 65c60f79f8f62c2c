import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSpec, TableSpec } from '../peak/model';
import { DUPLICATE_POLICIES, type DuplicatePolicy } from '../repair/model';
import { compileTable } from './compile-table';
import { RowSet } from './growing';
import { effectivePolicy, judge } from './judge';
import { Ledger, stateOf } from './ledger';

const column = (name: string, nullable: boolean): ColumnSpec => ({
  name,
  type: name === 'V' ? 'integer' : 'string',
  rawType: 'string',
  required: true,
  nullable,
  unchecked: [],
});
const table: TableSpec = {
  name: 'T',
  objectName: 'T',
  columns: [column('K1', false), column('K2', false), column('V', true)],
  primaryKey: ['K1', 'K2'],
  uniqueKeys: [],
  foreignKeys: [],
};

function judged(rows: readonly (readonly string[])[], policy: DuplicatePolicy, skipped: number[] = []) {
  const compiled = compileTable(
    table,
    table.columns.map(({ name }, position) => ({
      column: name,
      source: { kind: 'file', position, by: 'user' },
    })),
    [],
    ['a', 'b', 'c'],
  );
  const ledger = new Ledger(3);
  rows.forEach((cells, at) => {
    if (cells.every((cell) => cell === '')) return ledger.noteBlank(at);
    if (skipped.includes(at)) return ledger.noteSkipped(at);
    compiled.check({ row: at + 2, cells, broken: false, undecodable: undefined });
    ledger.note(at, at + 2, compiled);
  });
  const verdict = judge(ledger, policy);
  return { verdict, states: rows.map((_, at) => stateOf(ledger.flags.get(at))) };
}

const ROWS = [
  ['a', 'b', '1'],
  ['a', 'b', '2'],
  ['ab', '', '9'],
  ['x', 'y', '5'],
  ['a', 'b', '2'],
  ['x', 'y', 'bad'],
];

describe('judging duplicates', () => {
  it.each([
    ['keep-last', ['superseded', 'superseded', 'held', 'ready', 'ready', 'held'], 1, 1],
    ['keep-first', ['ready', 'superseded', 'held', 'ready', 'superseded', 'held'], 0, 2],
    ['hold-all', ['held', 'held', 'held', 'ready', 'held', 'held'], 1, 1],
    ['keep-all', ['ready', 'ready', 'held', 'ready', 'ready', 'held'], 1, 1],
  ] as const)('%s', (policy, states, identical, conflicting) => {
    const result = judged(ROWS, policy);
    expect(result.states).toEqual(states);
    expect(result.verdict).toMatchObject({ keys: 1, extraRows: 2, identical, conflicting });
  });

  it('lets no held or skipped row supersede another', () => {
    expect(judged(ROWS, 'keep-last', [4]).states).toEqual([
      'superseded',
      'ready',
      'held',
      'ready',
      'skipped',
      'held',
    ]);
  });

  it('keeps composite keys apart whose parts only join to the same text', () => {
    const { verdict } = judged(
      [
        ['a', 'bc', '1'],
        ['ab', 'c', '1'],
      ],
      'keep-last',
    );
    expect(verdict).toMatchObject({ keys: 0, ready: 2 });
  });

  it('keeps all within an UPSERT only as far as each key can travel once', () => {
    expect(effectivePolicy('keep-all', 'UPSERT')).toBe('keep-last');
    expect(effectivePolicy('keep-all', 'APPEND')).toBe('keep-all');
  });

  it('puts every row in exactly one state, whatever the rows and the policy', () => {
    const cell = fc.constantFrom('', 'a', 'b', '1', '2', 'bad');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 60 }),
        fc.constantFrom(...DUPLICATE_POLICIES),
        fc.array(fc.nat(59)),
        (rows, policy, skipped) => {
          const { verdict, states } = judged(rows, policy, skipped);
          const count = (state: string) => states.filter((other) => other === state).length;
          const { ready, held, superseded } = verdict;
          expect({ ready, held, superseded, skipped: verdict.skipped }).toEqual({
            ready: count('ready'),
            held: count('held'),
            superseded: count('superseded'),
            skipped: count('skipped'),
          });
          expect(ready + held + superseded + verdict.skipped + count('blank')).toBe(rows.length);
          if (policy === 'keep-last' || policy === 'keep-first') {
            const sent = rows.filter((_, at) => states[at] === 'ready').map(([a, b]) => `${a}|${b}`);
            expect(new Set(sent).size).toBe(sent.length);
            expect(superseded).toBe(verdict.extraRows);
            expect(verdict.identical + verdict.conflicting).toBe(verdict.extraRows);
          }
        },
      ),
    );
  });
});

describe('a set of rows', () => {
  it('pages like a sorted list, over chunk edges and after deletions', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(200_000), { maxLength: 80 }),
        fc.nat(90),
        fc.nat(90),
        (rows, from, count) => {
          const set = new RowSet();
          for (const row of rows) set.add(row);
          const gone = rows.filter((_, at) => at % 3 === 0);
          for (const row of gone) set.delete(row);
          const left = rows.filter((row) => !gone.includes(row)).sort((a, b) => a - b);
          expect(set.size).toBe(left.length);
          expect(set.page(from, count)).toEqual(left.slice(from, from + count));
        },
      ),
    );
  });
});

it('takes two spellings of one float for one key, as the warehouse will', () => {
  const float = { ...column('F', false), type: 'float' as const };
  const mapping = [{ column: 'F', source: { kind: 'file' as const, position: 0, by: 'user' as const } }];
  const compiled = compileTable({ ...table, columns: [float], primaryKey: ['F'] }, mapping, [], ['f']);
  const ledger = new Ledger(1);
  ['0.1', '0.10000000000000000001', '1e-1', '-0', '0', '0.2'].forEach((text, at) => {
    compiled.check({ row: at + 2, cells: [text], broken: false, undecodable: undefined });
    ledger.note(at, at + 2, compiled);
  });
  expect(judge(ledger, 'keep-last')).toMatchObject({ ready: 3, superseded: 3, keys: 2 });
});
