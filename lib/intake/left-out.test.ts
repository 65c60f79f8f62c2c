import { expect, it } from 'vitest';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { Repair } from '../repair/model';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([
  sampleColumn('ID', 'string', { nullable: false }),
  sampleColumn('QTY', 'integer'),
  sampleColumn('AT', 'date'),
]);
const CSV = [
  'id,qty,at',
  'A,1,2024-01-31',
  'B,many,2024-01-31',
  'C,few,2024-02-30',
  'D,4,2024-02-30',
  'A,5,2024-01-31',
  '',
].join('\n');

const leftOut = (code: string, column: string | null): Repair => ({
  id: code,
  kind: 'skip-found',
  code,
  column,
});

async function checking() {
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([CSV], 'a.csv') });
  let runId = 0;
  return {
    reading,
    check: (...repairs: Repair[]) => {
      runId += 1;
      return reading.check({ loadId: 'l', runId, rules: sampleRules(table, { repairs }) });
    },
  };
}

it('rows with a finding that is left out are skipped, whatever else is wrong with them, and no other row is', async () => {
  const { check } = await checking();
  expect(await check()).toMatchObject({ ready: 1, held: 3, skipped: 0, superseded: 1, errors: 4 });
  const after = await check(leftOut('integer-malformed', 'QTY'));
  expect(after).toMatchObject({ ready: 1, held: 1, skipped: 2, superseded: 1, errors: 4 });
  expect(after.groups.map(({ code, leftOut: isOut }) => [code, isOut ?? false])).toEqual(
    expect.arrayContaining([
      ['integer-malformed', true],
      ['date-not-in-calendar', false],
    ]),
  );
});

it('a row is no longer left out once what was found in it is mended, and is again when that is taken back', async () => {
  const { check } = await checking();
  const out = leftOut('integer-malformed', 'QTY');
  await check(out);
  const edit = { id: 'e', kind: 'cell', row: 3, column: 'QTY', text: '2' } as const;
  expect(await check(out, edit)).toMatchObject({ ready: 2, held: 1, skipped: 1 });
  expect(await check(out)).toMatchObject({ ready: 1, held: 1, skipped: 2 });
});

it('rows with a warning are left out as well, and compete for no key then', async () => {
  const { reading } = readingTrial();
  const file = new File(
    ['id,qty,at\nA,1,\nColgate Total,5,\nEast Total,3,\nEast Total,3,2024-01-31\n'],
    'a.csv',
  );
  await reading.open({ loadId: 'l', file });
  const check = (runId: number, repairs: Repair[]) =>
    reading.check({ loadId: 'l', runId, rules: sampleRules(table, { repairs, duplicates: 'keep-first' }) });
  const before = await check(1, []);
  expect(before).toMatchObject({ ready: 3, superseded: 1, skipped: 0 });
  expect(before.groups).toMatchObject([{ code: 'row-total-like', count: 2 }, {}]);
  const after = await check(2, [leftOut('row-total-like', null)]);
  expect(after).toMatchObject({ ready: 2, superseded: 0, skipped: 2, held: 0 });
  expect(after.groups).toMatchObject([{ code: 'row-total-like', count: 2, leftOut: true }]);
});

it.each([
  ['a finding that no row has', leftOut('key-empty', 'ID')],
  ['a finding of another column', leftOut('integer-malformed', 'AT')],
  ['a finding that this version does not know', leftOut('integer-odd', 'QTY')],
])('%s leaves no row out', async (_what, repair) => {
  const { check } = await checking();
  expect(await check(repair)).toMatchObject({ ready: 1, held: 3, skipped: 0 });
});

it('a row that is left out is listed among the skipped ones and not sent', async () => {
  const { check, reading } = await checking();
  const out = leftOut('date-not-in-calendar', 'AT');
  await check(out);
  const { rows } = await reading.rows({
    loadId: 'l',
    filter: { kind: 'state', state: 'skipped' },
    from: 0,
    count: 10,
  });
  expect(rows.map(({ row, state }) => [row, state])).toEqual([
    [4, 'skipped'],
    [5, 'skipped'],
  ]);
  const sent: (string | null)[] = [];
  const prepared = await reading.prepared('l', sampleRules(table, { repairs: [out] }));
  for await (const block of prepared.walk({}, new AbortController().signal))
    sent.push(...block.map(({ json }) => json));
  expect(sent.filter((json) => json !== null)).toEqual(['{"ID":"A","QTY":5,"AT":"2024-01-31"}']);
});

it('rows that wait for an answer may be left out instead', async () => {
  const { reading } = readingTrial();
  const price = sampleTable([sampleColumn('ID', 'string', { nullable: false }), sampleColumn('P', 'float')]);
  await reading.open({ loadId: 'l', file: new File(['id,p\nA,1.234\nB,7\n'], 'a.csv') });
  const rules = sampleRules(price);
  expect(await reading.check({ loadId: 'l', runId: 1, rules })).toMatchObject({ ready: 1, held: 1 });
  const answered = { ...rules, repairs: [leftOut('number-point-group', 'P')] };
  expect(await reading.check({ loadId: 'l', runId: 2, rules: answered })).toMatchObject({
    ready: 1,
    held: 0,
    skipped: 1,
  });
});
