import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSpec, TableSpec } from '../peak/model';
import { DUPLICATE_POLICIES, type DuplicatePolicy } from '../repair/model';
import { compileTable } from './compile-table';
import type { CompiledTable } from './compiled-table';
import { Growing8, RowSet } from './growing';
import { effectivePolicy, judge } from './judge';
import { KeySettler } from './key-settler';
import { memorySpill } from '../intake/memory-files';
import { Ledger, stateOf, type LedgerOptions } from './ledger';

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

/** Looks at the candidates once more, as intake does with a file. */
async function settle(ledger: Ledger, compiled: CompiledTable, cellsAt: (at: number) => readonly string[]) {
  const settler = new KeySettler(ledger);
  for (const at of ledger.keys.candidates().page(0, Infinity)) {
    compiled.check({ row: at + 2, cells: cellsAt(at), broken: false, undecodable: undefined });
    settler.add(ledger.candidate(at, compiled));
    await settler.relieve();
  }
  ledger.groups = settler.finish();
}

async function judged(
  rows: readonly (readonly string[])[],
  policy: DuplicatePolicy,
  skipped: number[] = [],
  options: LedgerOptions = {},
) {
  const compiled = compileTable(
    table,
    table.columns.map(({ name }, position) => ({
      column: name,
      source: { kind: 'file', position, by: 'user' },
    })),
    [],
    ['a', 'b', 'c'],
  );
  const ledger = new Ledger(3, options);
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => cell === '')) ledger.noteBlank(at);
    else if (skipped.includes(at)) ledger.noteSkipped(at);
    else {
      compiled.check({ row: at + 2, cells, broken: false, undecodable: undefined });
      ledger.note(at, at + 2, compiled);
    }
    if (at % 16 === 0) await ledger.keys.relieve();
  }
  await settle(ledger, compiled, (at) => rows[at] ?? []);
  const verdict = judge(ledger, policy);
  return { verdict, groups: ledger.groups, states: rows.map((_, at) => stateOf(ledger.flags.get(at))) };
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
  ] as const)('%s', async (policy, states, identical, conflicting) => {
    const result = await judged(ROWS, policy);
    expect(result.states).toEqual(states);
    expect(result.verdict).toMatchObject({ keys: 1, extraRows: 2, identical, conflicting });
  });

  it('lets no held or skipped row supersede another', async () => {
    expect((await judged(ROWS, 'keep-last', [4])).states).toEqual([
      'superseded',
      'ready',
      'held',
      'ready',
      'skipped',
      'held',
    ]);
  });

  it('asks about copies whose keys differ by blanks at the end, as about any that differ', async () => {
    const rows = ['b', 'b  '].map((key) => ['a', key, '1']);
    const { verdict } = await judged(rows, 'keep-last');
    expect(verdict).toMatchObject({ keys: 1, identical: 0, conflicting: 1 });
  });

  it('keeps composite keys apart whose parts only join to the same text', async () => {
    const { verdict } = await judged(
      [
        ['a', 'bc', '1'],
        ['ab', 'c', '1'],
      ],
      'keep-last',
    );
    expect(verdict).toMatchObject({ keys: 0, ready: 2 });
  });

  it('keeps all within an UPSERT only as far as each key can travel once', () => {
    const table = { columns: [] };
    const policy = (operation: 'UPSERT' | 'APPEND') =>
      effectivePolicy({ duplicates: 'keep-all', operation, table, mapping: [] });
    expect([policy('UPSERT'), policy('APPEND')]).toEqual(['keep-last', 'keep-all']);
  });

  it('puts every row in exactly one state, whatever the rows and the policy', async () => {
    const cell = fc.constantFrom('', 'a', 'b', '1', '2', 'bad');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 60 }),
        fc.constantFrom(...DUPLICATE_POLICIES),
        fc.array(fc.nat(59)),
        async (rows, policy, skipped) => {
          const { verdict, states } = await judged(rows, policy, skipped);
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

/** What a Map of whole keys says, for comparison. */
function naive(rows: readonly (readonly string[])[]) {
  const places = new Map<string, number[]>();
  rows.forEach(([a = '', b = '', v = ''], at) => {
    if (a === '' || b === '' || !/^\d*$/.test(v)) return;
    const key = JSON.stringify([a, b]);
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  const copies = [...places.values()].filter((group) => group.length > 1);
  const same = (a: number, b: number) => JSON.stringify(rows[a]) === JSON.stringify(rows[b]);
  const losers = copies.flatMap((group) => group.slice(0, -1).map((at) => [at, group.at(-1) ?? -1] as const));
  return { copies, identical: losers.filter(([at, last]) => same(at, last)).length };
}

describe('the rows of one key', () => {
  const hashes: Record<string, LedgerOptions> = {
    'as keys are hashed': {},
    'when all keys have one hash': { hash: (_, into) => into.fill(7) },
    'when only the first letter is hashed': {
      hash: ([first = ''], into) => into.fill(Math.imul(first.charCodeAt(0), 0x9e3779b1)),
    },
  };
  it.each(Object.entries(hashes))('are those that a Map of whole keys finds, %s', async (_, options) => {
    const part = fc.oneof(
      fc.constantFrom('a', 'b', 'aa', 'ab', '1:a', '\ud800', '\ud801', '\ufffd'),
      fc.string(),
    );
    const cells = fc.tuple(part, part, fc.constantFrom('1', '2', 'bad', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 200 }), fc.boolean(), async (drawn, spilled) => {
        // Only what is sent as it stands: texts with findings of their own are another matter.
        const rows = drawn.filter(([a, b]) =>
          [a, b].every((text) => /^[\w:]*$/.test(text) || text.length === 1),
        );
        const { verdict, groups } = await judged(rows, 'keep-last', [], {
          ...options,
          openSpill: async () => memorySpill(),
          ...(spilled ? { inMemory: 0 } : {}),
        });
        const all = [...groups.starts.subarray(0, -1)].map((from, at) => [
          ...groups.places.subarray(from, groups.starts[at + 1]),
        ]);
        const held = new Set(
          (await judged(rows, 'keep-last')).states.flatMap((state, at) => (state === 'held' ? [at] : [])),
        );
        const known = naive(rows.map((row, at) => (held.has(at) ? [] : row)));
        expect(all.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(known.copies);
        expect(verdict).toMatchObject({ keys: known.copies.length, identical: known.identical });
      }),
    );
  });

  it('are found through a spill that fills up on the way', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [`a${at % 29_990}`, 'b', String(at % 7)]);
    const room = (bytes: number) => ({ openSpill: async () => memorySpill(bytes), inMemory: 20_000 });
    for (const options of [room(0), room(100_000), room(Infinity)]) {
      const { verdict, groups } = await judged(rows, 'keep-last', [], options);
      expect(verdict).toMatchObject({ keys: 10, extraRows: 10, identical: 0, conflicting: 10 });
      expect(groups.places.length).toBe(20);
    }
  });
});

it('pages bytes that pass like a filtered list, over chunk edges', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000), { maxLength: 60 }), fc.nat(70), fc.nat(70), (rows, from, count) => {
      const bytes = new Growing8();
      bytes.set(200_000, 1);
      for (const row of rows) bytes.set(row, 5);
      const all = [...new Set(rows)].sort((a, b) => a - b);
      const page = bytes.page((byte) => byte === 5, from, count);
      expect(page).toEqual({ places: all.slice(from, from + count), total: all.length });
    }),
    { numRuns: 20 },
  );
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

it('takes two spellings of one float for one key, as the warehouse will', async () => {
  const float = { ...column('F', false), type: 'float' as const };
  const mapping = [{ column: 'F', source: { kind: 'file' as const, position: 0, by: 'user' as const } }];
  const compiled = compileTable({ ...table, columns: [float], primaryKey: ['F'] }, mapping, [], ['f']);
  const ledger = new Ledger(1);
  const texts = ['0.1', '0.10000000000000000001', '1e-1', '-0', '0', '0.2'];
  texts.forEach((text, at) => {
    compiled.check({ row: at + 2, cells: [text], broken: false, undecodable: undefined });
    ledger.note(at, at + 2, compiled);
  });
  await settle(ledger, compiled, (at) => [texts[at] ?? '']);
  expect(judge(ledger, 'keep-last')).toMatchObject({ ready: 3, superseded: 3, keys: 2 });
});
