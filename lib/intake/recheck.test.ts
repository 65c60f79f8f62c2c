import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import { DUPLICATE_POLICIES, type ColumnRule, type DuplicatePolicy, type Repair } from '../repair/model';
import type { RowFilter, Rules } from './protocol';
import type { createReading } from './reading';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([
  sampleColumn('ID', 'string', { nullable: false }),
  sampleColumn('QTY', 'integer'),
  sampleColumn('AT', 'date'),
  sampleColumn('NOTE', 'string', { nullable: false }),
]);
const rulesOf = (
  repairs: readonly Repair[],
  duplicates: DuplicatePolicy = 'keep-last',
  newestBy?: string,
): Rules =>
  sampleRules(table, {
    mapping: table.columns.map(({ name }, position) => ({
      column: name,
      source: name === 'NOTE' ? { kind: 'omit' } : { kind: 'file', position, by: 'user' },
    })),
    repairs: [...repairs],
    duplicates,
    ...(newestBy === undefined ? {} : { newestBy }),
  });
const onColumn = (name: string, rule: ColumnRule): Repair => ({
  id: `${name}${JSON.stringify(rule)}`,
  kind: 'column',
  column: name,
  rule,
});
const csvOf = (rows: readonly (readonly string[])[]) =>
  `id;qty;at;extra\n${rows.map((row) => row.join(';')).join('\n')}\n`;

type Keys = Parameters<typeof createReading>[0]['keys'];

async function opened(csv: string, keys: Keys = {}) {
  const { reading } = readingTrial({ keys });
  await reading.open({ loadId: 'l', file: new File([csv], 'a.csv'), dialect: { delimiter: ';' } });
  return reading;
}
const CSV = csvOf([
  ['A', '1.0', '2024-01-31', 'x'],
  ['B', ' 2', '31/01/2024', 'y'],
  ['B', '3,5', '2024-02-01', ''],
  ['a', 'n/a', '', 'z'],
  ['', '5', '2024-01-01', 'w'],
]);

describe('re-checking after a change of rules', () => {
  it.each<[string, Keys]>([
    ['whatever was done and undone', {}],
    ['whatever keys are mistaken for each other', { hash: (_, into) => into.fill(1), inMemory: 0 }],
    [
      'whatever some keys are mistaken for',
      { hash: ([key = ''], into) => into.fill(Math.imul(key.length, 0x9e3779b1)), inMemory: 0 },
    ],
  ])('comes to what a check of the whole file comes to, %s', async (_, keys) => {
    const rule = fc.constantFrom<Repair>(
      onColumn('ID', { rule: 'case', to: 'upper' }),
      onColumn('ID', { rule: 'constant-when-empty', value: 'Z' }),
      onColumn('QTY', { rule: 'drop-point-zero' }),
      onColumn('QTY', { rule: 'empty-words', words: ['n/a'] }),
      onColumn('QTY', { rule: 'replace', find: ',5', with: '', whole: false, matchCase: true }),
      onColumn('AT', { rule: 'date-order', order: 'day-first' }),
      onColumn('AT', { rule: 'first-filled', positions: [3] }),
      onColumn('NOTE', { rule: 'join', positions: [0, 3], separator: '-' }),
      { id: 'e', kind: 'cell', row: 3, column: 'QTY', text: '7' },
      {
        id: 'm',
        kind: 'cells',
        from: 'back.csv',
        edits: [
          { row: 2, column: 'ID', text: 'B' },
          { row: 6, column: 'ID', text: 'A' },
        ],
      },
      { id: 's', kind: 'skip', row: 4 },
      { id: 'f', kind: 'skip-found', code: 'integer-malformed', column: 'QTY' },
      { id: 'g', kind: 'skip-found', code: 'key-empty', column: 'ID' },
    );
    const cell = fc.constantFrom(
      'A',
      'a',
      'B',
      '1.0',
      '2',
      '3,5',
      'n/a',
      '',
      '2024-02-01',
      '31/01/2024',
      '01/02/2024',
    );
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 });
    const policy = fc.constantFrom(...DUPLICATE_POLICIES.filter((each) => each !== 'keep-all'));
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(fc.tuple(fc.array(rule, { maxLength: 6 }), policy), { minLength: 1, maxLength: 4 }),
        async (cells, steps) => {
          const reading = await opened(csvOf(cells), keys);
          await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([]) });
          for (const [at, [repairs, duplicates]] of steps.entries()) {
            const rules = rulesOf(repairs, duplicates, duplicates === 'keep-newest' ? 'AT' : undefined);
            const near = await reading.check({ loadId: 'l', runId: at + 2, rules });
            const fresh = await (await opened(csvOf(cells))).check({ loadId: 'l', runId: 1, rules });
            const order = (groups: typeof fresh.groups) =>
              [...groups].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
            expect({ ...near, ms: 0, groups: order(near.groups) }).toEqual({
              ...fresh,
              ms: 0,
              groups: order(fresh.groups),
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds the newest row of a key also where the check before asked for the last', async () => {
    const reading = await opened(
      csvOf([
        ['A', '1', '2024-02-01', ''],
        ['A', '2', '2024-01-31', ''],
      ]),
    );
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([], 'keep-last', 'AT') });
    await reading.check({ loadId: 'l', runId: 2, rules: rulesOf([], 'keep-newest', 'AT') });
    const filter: RowFilter = { kind: 'state', state: 'ready' };
    const { rows } = await reading.rows({ loadId: 'l', filter, from: 0, count: 9 });
    expect(rows.map(({ row }) => row)).toEqual([2]);
  });

  it('keeps the newest row of a key, of equals the later', async () => {
    const reading = await opened(
      csvOf([
        ['A', '1', '2024-03-01', ''],
        ['A', '2', '2024-01-01', ''],
        ['B', '3', '2024-01-01', ''],
        ['B', '4', '2024-01-01', ''],
        ['B', '5', '', ''],
      ]),
    );
    const fill = onColumn('NOTE', { rule: 'constant', value: 'n' });
    const told = await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([fill], 'keep-newest', 'AT') });
    expect(told.duplicates).toMatchObject({ keys: 2, tied: 1 });
    const rowsOf = async (filter: RowFilter) =>
      (await reading.rows({ loadId: 'l', filter, from: 0, count: 10 })).rows.map(({ row }) => row);
    expect(await rowsOf({ kind: 'state', state: 'ready' })).toEqual([2, 5]);
    expect(await rowsOf({ kind: 'repeated' })).toEqual([2, 3, 4, 5, 6]);
  });
});

describe('the copies of a row', () => {
  it('are all listed, and again after an edit and its undoing', async () => {
    const reading = await opened(
      csvOf([
        ['A', '1', '', ''],
        ['B', '2', '', ''],
        ['A', '3', '', ''],
        ['A', 'bad', '', ''],
        ['A', '1', '', ''],
      ]),
    );
    const fill = onColumn('NOTE', { rule: 'constant', value: 'n' });
    const edit: Repair = { id: 'e', kind: 'cell', row: 3, column: 'ID', text: 'A' };
    const copies = async (repairs: readonly Repair[], runId: number) => {
      const summary = await reading.check({ loadId: 'l', runId, rules: rulesOf(repairs) });
      const window = await reading.rows({
        loadId: 'l',
        filter: { kind: 'copies', row: 4 },
        from: 0,
        count: 10,
      });
      expect(window.rows.map((row) => row.copies?.rows)).toEqual(
        window.rows.map(() => window.rows.map(({ row }) => row)),
      );
      return { examples: summary.duplicates.examples, rows: window.rows.map(({ row }) => row) };
    };
    const before = { examples: [{ key: ['A'], rows: [2, 4, 6], copies: 3 }], rows: [2, 4, 6] };
    expect(await copies([fill], 1)).toEqual(before);
    expect(await copies([fill, edit], 2)).toEqual({
      examples: [{ key: ['A'], rows: [2, 3, 4, 6], copies: 4 }],
      rows: [2, 3, 4, 6],
    });
    expect(await copies([fill], 3)).toEqual(before);
  });
});

describe('looking through the file', () => {
  it('counts what a rule would touch and changes nothing', async () => {
    const reading = await opened(CSV);
    const before = await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([]) });
    const look = await reading.preview({ loadId: 'l', column: 'QTY', rule: { rule: 'drop-point-zero' } });
    expect(look).toMatchObject({
      touched: 1,
      goes: 1,
      comes: 0,
      remain: 2,
      samples: [{ row: 2, before: '1.0', after: '1' }],
    });
    expect(look.left).toEqual([
      { row: 4, text: '3,5' },
      { row: 5, text: 'n/a' },
    ]);
    expect({ ...(await reading.check({ loadId: 'l', runId: 2, rules: rulesOf([]) })), ms: 0 }).toEqual({
      ...before,
      ms: 0,
    });
  });

  it('lists the different texts of a column with their counts', async () => {
    const reading = await opened(CSV);
    await reading.check({
      loadId: 'l',
      runId: 1,
      rules: rulesOf([{ id: 'e', kind: 'cell', row: 2, column: 'ID', text: 'B' }]),
    });
    expect(await reading.distinct({ loadId: 'l', column: 'ID', onlyErrors: false })).toEqual({
      values: [
        { text: 'B', count: 3 },
        { text: 'a', count: 1 },
        { text: '', count: 1 },
      ],
      otherCells: 0,
    });
    expect(
      (await reading.distinct({ loadId: 'l', column: 'QTY', onlyErrors: true })).values.map(
        ({ text }) => text,
      ),
    ).toEqual(['1.0', '3,5', 'n/a']);
  });

  it('finds text in any column or in one, in whatever case, edits included', async () => {
    const reading = await opened(CSV);
    await reading.check({
      loadId: 'l',
      runId: 1,
      rules: rulesOf([{ id: 'e', kind: 'cell', row: 6, column: 'ID', text: 'Bee' }]),
    });
    const found = async (text: string, position: number | null) => {
      const { found: total } = await reading.search({ loadId: 'l', text, position });
      const window = await reading.rows({ loadId: 'l', filter: { kind: 'found' }, from: 0, count: 10 });
      return [total, ...window.rows.map(({ row }) => row)];
    };
    expect(await found('b', null)).toEqual([3, 3, 4, 6]);
    expect(await found('A', 0)).toEqual([2, 2, 5]);
    expect(await found('', null)).toEqual([0]);
  });

  it('filters by any finding of a column', async () => {
    const reading = await opened(CSV);
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([]) });
    const { total, rows } = await reading.rows({
      loadId: 'l',
      filter: { kind: 'column', column: 'QTY' },
      from: 1,
      count: 10,
    });
    expect([total, ...rows.map(({ row }) => row)]).toEqual([3, 4, 5]);
  });
});

it('examples say what a rule makes of cells that stay wrong, as a check of the whole file does', async () => {
  const sizes = sampleTable([sampleColumn('ID'), sampleColumn('SIZE', 'string', { allowed: ['S', 'M'] })]);
  const ready = Array.from({ length: 20 }, (_, at) => `K${at};S\n`).join('');
  const csv = `id;size\n${ready}X;xl\nY;xxl\n`;
  const upper = onColumn('SIZE', { rule: 'case', to: 'upper' });
  const checked = async (...all: Repair[][]) => {
    const reading = await opened(csv);
    let groups: unknown;
    for (const [at, repairs] of all.entries())
      ({ groups } = await reading.check({
        loadId: 'l',
        runId: at + 1,
        rules: sampleRules(sizes, { repairs }),
      }));
    return groups;
  };
  const whole = await checked([upper]);
  expect(whole).toMatchObject([{ examples: [{ value: 'xl', now: 'XL' }, { now: 'XXL' }] }]);
  expect(await checked([], [upper])).toEqual(whole);
  expect(await checked([upper], [])).toEqual(await checked([]));
});
