import { describe, expect, it } from 'vitest';
import type { TableSpec } from '../peak/model';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { ColumnRule, Repair } from '../repair/model';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([
  sampleColumn('ID', 'string', { nullable: false }),
  sampleColumn('PRICE', 'float'),
  sampleColumn('NOTE', 'string', { required: false }),
]);
const rulesOf = (repairs: Repair[], width: number, of: TableSpec) =>
  sampleRules(of, {
    mapping: of.columns.map(({ name }, position) => ({
      column: name,
      source: position < width ? { kind: 'file', position, by: 'user' } : { kind: 'omit' },
    })),
    repairs,
  });
const price = (rule: ColumnRule): Repair => ({ id: '1', kind: 'column', column: 'PRICE', rule });

async function checker(csv: string, of: TableSpec = table) {
  const { reading } = readingTrial();
  const head = await reading.open({ loadId: 'l', file: new File([csv], 'a.csv') });
  let runId = 0;
  const check = (repairs: Repair[]) =>
    reading.check({ loadId: 'l', runId: ++runId, rules: rulesOf(repairs, head.header.length, of) });
  const row = async (from: number) =>
    (await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from, count: 1 })).rows[0];
  const sent = async (repairs: Repair[]) => {
    const prepared = await reading.prepared('l', rulesOf(repairs, head.header.length, of));
    const rows: (string | null)[] = [];
    for await (const block of prepared.walk({}, new AbortController().signal))
      rows.push(...block.map(({ json }) => json));
    return rows;
  };
  const preview = (column: string, rule: ColumnRule) => reading.preview({ loadId: 'l', column, rule });
  return { check, row, preview, sent };
}

describe('a number that reads two ways in a column that proves neither', () => {
  it('keeps its rows back, asks once, and counts in no key meanwhile', async () => {
    const { check, row } = await checker('id,price\nA,5\nA,1.234\nB,7\n');
    const summary = await check([]);
    expect(summary).toMatchObject({ ready: 2, held: 1, superseded: 0, errors: 1 });
    expect(summary.groups[0]).toMatchObject({
      code: 'number-point-group',
      severity: 'error',
      column: 'PRICE',
      count: 1,
      choices: [{ rule: 'decimal-comma', lonePoint: 'thousands' }, { rule: 'thousands-comma' }],
    });
    expect(await row(1)).toMatchObject({ state: 'held', tokens: ['"A"', null, null] });
  });

  it.each([
    ['a plain point', 'id,price\nA,0.5\nA2,1.234\n', 'ready'],
    ['a comma for thousands', 'id,price\nA,"1,234.5"\nA2,1.234\n', 'ready'],
    ['a point for thousands', 'id,price\nA,1.234.567\nA2,1.234\n', 'held'],
    ['a plain point and a point for thousands', 'id,price\nA,0.5\nA2,1.234\nB,1.234.567\n', 'held'],
    ['a plain point and a decimal comma', 'id,price\nA,0.5\nA2,1.234\nB,"0,25"\n', 'held'],
  ])('is settled by the proofs of its column: %s', async (_proof, csv, state) => {
    const { check, row } = await checker(csv);
    await check([]);
    expect(await row(1)).toMatchObject({ state });
  });

  it.each<[ColumnRule, string]>([
    [{ rule: 'thousands-comma' }, '1.234'],
    [{ rule: 'decimal-comma', lonePoint: 'thousands' }, '1234'],
  ])('goes as it was answered: %j', async (rule, token) => {
    const { check, row } = await checker('id,price\nA,5\nA,1.234\nB,7\n');
    await check([]);
    expect(await check([price(rule)])).toMatchObject({ ready: 2, held: 0, superseded: 1, errors: 0 });
    expect(await row(1)).toMatchObject({ state: 'ready', tokens: ['"A"', token, null] });
    expect(await check([])).toMatchObject({ ready: 2, held: 1 });
  });

  it('is no question where another cell proves the point, even one that is edited', async () => {
    const { check, row } = await checker('id,price\nA,5\nB,1.234\nC,7\n');
    await check([]);
    const proof: Repair = { id: '2', kind: 'cell', row: 4, column: 'PRICE', text: '2.50' };
    expect(await check([proof])).toMatchObject({ ready: 3, held: 0, errors: 0, warnings: 0 });
    expect(await row(1)).toMatchObject({ state: 'ready', tokens: ['"B"', '1.234', null] });
    expect(await check([])).toMatchObject({ ready: 2, held: 1 });
  });
});

describe('quotes around nothing', () => {
  const ORDERS = 'id,price,note\nA,5,""\nB,6,\nC,7,x\n';
  const note = (as: 'null' | 'text' | 'quoted-text'): Repair => ({
    id: '1',
    kind: 'column',
    column: 'NOTE',
    rule: { rule: 'empty-as', as },
  });
  const tokens = async (row: (from: number) => Promise<{ tokens: (string | null)[] } | undefined>) => [
    (await row(0))?.tokens[2],
    (await row(1))?.tokens[2],
  ];

  it('are a question to the column where the file also leaves cells bare', async () => {
    const { check, row } = await checker(ORDERS);
    const summary = await check([]);
    expect(summary).toMatchObject({ ready: 2, held: 1, errors: 1 });
    expect(summary.groups[0]).toMatchObject({ code: 'text-empty-quoted', column: 'NOTE', severity: 'error' });
    expect(await tokens(row)).toEqual([null, 'null']);
  });

  it.each([
    ['quoted-text', ['""', 'null'], 1],
    ['text', ['""', '""'], 2],
    ['null', ['null', 'null'], 0],
  ] as const)('go as it was answered: %s', async (as, want, touched) => {
    const { check, row, preview } = await checker(ORDERS);
    await check([]);
    expect(await preview('NOTE', { rule: 'empty-as', as })).toMatchObject({ goes: 1, remain: 0, touched });
    expect(await check([note(as)])).toMatchObject({ ready: 3, held: 0, errors: 0 });
    expect(await tokens(row)).toEqual(want);
    expect(await check([])).toMatchObject({ ready: 2, held: 1 });
  });

  it('are sent as they are shown', async () => {
    const { check, sent } = await checker(ORDERS);
    await check([note('quoted-text')]);
    expect(await sent([note('quoted-text')])).toMatchObject([
      expect.stringContaining('"NOTE":""'),
      expect.stringContaining('"NOTE":null'),
      expect.stringContaining('"NOTE":"x"'),
    ]);
  });

  it('say nothing where the writer quotes everything', async () => {
    const { check } = await checker('"id","price","note"\n"A","5",""\n"B","","x"\n');
    expect(await check([])).toMatchObject({ ready: 2, held: 0, errors: 0 });
  });

  it('are told from a quote that is doubled and from one at an edge of the text', async () => {
    const { check, row } = await checker('id,price,note\nA,5,""""\nB,6,"a"",""b"\nC,7,""');
    expect(await check([note('quoted-text')])).toMatchObject({ ready: 3 });
    expect([await row(0), await row(1), await row(2)].map((each) => each?.tokens[2])).toEqual([
      '"\\""',
      '"a\\",\\"b"',
      '""',
    ]);
  });
});

describe('days that may stand before their months', () => {
  const dates: TableSpec = {
    ...table,
    columns: [
      { name: 'ID', type: 'string', rawType: 'string', required: true, nullable: false, unchecked: [] },
      { name: 'SOLD', type: 'date', rawType: 'date', required: true, nullable: true, unchecked: [] },
    ],
  };
  const sold = (order: 'year-first' | 'year-day'): Repair => ({
    id: '1',
    kind: 'column',
    column: 'SOLD',
    rule: { rule: 'date-order', order },
  });
  const csv = 'id,sold\nA,2024-05-03\nB,2024-13-05\nC,\nD,2024-06-06\nE,2024-01-02\n';

  it('keep their rows back until the column is settled', async () => {
    const { check, row } = await checker(csv, dates);
    const summary = await check([]);
    expect(summary).toMatchObject({ ready: 2, held: 3 });
    expect(summary.groups.find(({ code }) => code === 'date-year-day-month')).toMatchObject({
      severity: 'error',
      count: 2,
    });
    expect(await row(0)).toMatchObject({ state: 'held', tokens: ['"A"', null] });
    expect(await check([sold('year-day')])).toMatchObject({ ready: 5, held: 0 });
    expect(await row(0)).toMatchObject({ state: 'ready', tokens: ['"A"', '"2024-03-05"'] });
    expect(await check([sold('year-first')])).toMatchObject({ ready: 4, held: 1 });
    expect(await row(0)).toMatchObject({ state: 'ready', tokens: ['"A"', '"2024-05-03"'] });
    expect(await check([])).toMatchObject({ ready: 2, held: 3 });
  });

  it('are no question once the day that asked it is corrected, and one again when that is undone', async () => {
    const { check } = await checker(csv, dates);
    await check([]);
    const edit: Repair = { id: '2', kind: 'cell', row: 3, column: 'SOLD', text: '2024-05-13' };
    expect(await check([edit])).toMatchObject({ ready: 5, held: 0, groups: [] });
    expect(await check([])).toMatchObject({ ready: 2, held: 3 });
  });

  it('show what an answer would settle', async () => {
    const { check, preview } = await checker(csv, dates);
    await check([]);
    expect(await preview('SOLD', { rule: 'date-order', order: 'year-day' })).toMatchObject({
      touched: 3,
      goes: 3,
      comes: 0,
      remain: 0,
    });
    expect(await preview('SOLD', { rule: 'trim' })).toMatchObject({ goes: 0, comes: 0, remain: 3 });
  });

  it('wait where day and month may be exchanged, and go out as the answer says', async () => {
    const { check, row, preview } = await checker(
      'id,sold\nA,2024-01-02\nB,13/02/2024\nC,2024-04-03\nD,25/02/2024\nE,2024-12-11\nF,31/12/2024\n',
      dates,
    );
    expect(await check([])).toMatchObject({ ready: 0, held: 6 });
    const turned = { rule: 'date-order', order: 'day-first', turned: true } as const;
    expect(await preview('SOLD', turned)).toMatchObject({ touched: 6, goes: 6, comes: 0, remain: 0 });
    const said = (rule: ColumnRule): Repair => ({ id: '1', kind: 'column', column: 'SOLD', rule });
    expect(await check([said(turned)])).toMatchObject({ ready: 6, held: 0 });
    expect(await row(0)).toMatchObject({ tokens: ['"A"', '"2024-02-01"'] });
    expect(await check([said({ rule: 'date-order', order: 'day-first' })])).toMatchObject({
      ready: 6,
      held: 0,
    });
    expect(await row(0)).toMatchObject({ tokens: ['"A"', '"2024-01-02"'] });
    expect(await check([])).toMatchObject({ ready: 0, held: 6 });
  });

  it('name the next examples when the first ones are edited', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `${at},2024-05-0${at === 4 ? 9 : at + 1}\n`).join('');
    const { check } = await checker(`id,sold\n${rows}x,2024-13-05\n`, dates);
    await check([]);
    const { groups } = await check([{ id: '2', kind: 'cell', row: 2, column: 'SOLD', text: '' }]);
    const asked = groups.find(({ code }) => code === 'date-year-day-month');
    expect(asked?.examples.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7]);
  });
});
