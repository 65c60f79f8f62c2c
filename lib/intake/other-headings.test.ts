import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../e2e/files/make-workbook';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { KeptFiles } from './keep';
import { memoryFiles } from './memory-files';
import { readingTrial, sampleRules } from './reading-trial';

const NAMES = ['id', 'city', 'qty', 'price'];
const tableOf = (names: readonly string[]) =>
  sampleTable(
    names.map((name) => sampleColumn(name.toUpperCase(), 'string', { required: false })),
    { primaryKey: [] },
  );
const rulesOf = (names: readonly string[] = NAMES) =>
  sampleRules(tableOf(names), { duplicates: 'keep-all', operation: 'APPEND' });
const deskOf = (files: KeptFiles) => readingTrial({ files }).reading;

async function check(csv: string, names: readonly string[] = NAMES) {
  const reading = deskOf(memoryFiles());
  await reading.open({ loadId: 'l', file: new File([csv], 'x.csv') });
  const summary = await reading.check({ loadId: 'l', runId: 1, rules: rulesOf(names) });
  const found = Object.fromEntries(
    summary.groups.map(({ code, examples }) => [code, examples.map(({ row }) => row)]),
  );
  return { summary, found };
}

const first = 'id,city,qty,price\n1,Rome,2,3\n';

describe('headings with other names in the middle of a file', () => {
  it.each([
    ['one more name in front', 'region,id,city,qty,price\nEU,2,Oslo,3,\n'],
    ['one more name between', 'id,region,city,qty,price\n2,EU,Oslo,3,\n'],
    ['another name in place of one', 'id,city,qty,cost\n2,Oslo,3,9\n'],
    ['another name in place of the first', 'key,city,qty,price\n2,Oslo,3,9\n'],
    ['one name fewer and another order', 'city,id,qty,\nOslo,2,3,\n'],
    ['capitals and blanks, and one more', 'ID, City ,Region,QTY,PRICE\n2,Oslo,EU,3,\n'],
  ])('hold the rows behind them back: %s', async (_what, second) => {
    const { found, summary } = await check(first + second);
    expect(found['header-only-row']).toEqual([3]);
    expect(found['row-columns-turned']).toEqual([4]);
    expect(summary).toMatchObject({ rows: 3, ready: 1, held: 2 });
  });

  it('hold no more than themselves where every column keeps its place', async () => {
    const { found, summary } = await check(`${first}id,city,qty,price,note\n2,Oslo,3,9,\n`);
    expect(found['header-only-row']).toEqual([3]);
    expect(found['row-columns-turned']).toBeUndefined();
    expect(summary).toMatchObject({ ready: 2, held: 1 });
  });

  it('count until the first headings stand once more', async () => {
    const { found } = await check(`${first}id,city,qty,cost\n2,Oslo,3,9\nid,city,qty,price\n3,Bonn,1,1\n`);
    expect(found['row-columns-turned']).toEqual([4]);
  });

  it('are seen in a table of two columns where both names are there', async () => {
    const { found } = await check('id,city\n1,Rome\nnote,id,city\nx,2,Oslo\n', ['id', 'city']);
    expect(found['header-only-row']).toEqual([3]);
  });

  it.each([
    ['half of the names', 'id,city,other,more\n2,Oslo,3,9\n'],
    ['a value that is a name', 'id,Price,3,9\n2,Oslo,3,9\n'],
    ['one name again and again', 'qty,qty,qty,qty\n2,Oslo,3,9\n'],
    ['some names among many others', 'id,city,qty,a,b,c,d\n2,Oslo,3,9\n'],
  ])('are no headings with %s', async (_what, second) => {
    const { found } = await check(first + second);
    expect(found['header-only-row']).toBeUndefined();
    expect(found['row-columns-turned']).toBeUndefined();
  });

  it.each([
    ['x,id\n2,Rome\n', ['id', 'city']],
    ['id,unit,x\n2,Rome,k\n', ['id', 'unit', 'type']],
  ])('are no headings in a narrow table that says two of its names: %j', async (second, names) => {
    const { found } = await check(`${names.join(',')}\n1,a\n${second}`, names);
    expect(found['row-columns-turned']).toBeUndefined();
  });
});

describe('where the headings stand once more, kept', () => {
  it('holds the same rows after a reload, and says why of each', async () => {
    const files = memoryFiles();
    const reading = deskOf(files);
    const rules = rulesOf();
    const csv = `${first}city,id,qty,price\nOslo,2,3,9\nid,city,qty,price\n3,Bonn,1,1\n`;
    await reading.open({ loadId: 'l', file: new File([csv], 'x.csv') });
    await reading.check({ loadId: 'l', runId: 1, rules });
    await reading.keepStates('l', rules);
    const prepared = await deskOf(files).prepared('l', rules);
    const states: [number, string][] = [];
    for await (const block of prepared.walk({}, new AbortController().signal))
      states.push(...block.map(({ row, state }): [number, string] => [row, state]));
    expect(states).toEqual([
      [2, 'ready'],
      [3, 'held'],
      [4, 'held'],
      [5, 'held'],
      [6, 'ready'],
    ]);
    const asItIs = await prepared.asTheyAre([4, 6]);
    expect(asItIs.get(4)?.ours).toEqual([{ code: 'row-columns-turned', column: null }]);
    expect(asItIs.get(6)?.ours).toEqual([]);
  });

  it('ends with the sheet: the next one begins with headings of its own', async () => {
    const sheets = [
      {
        name: 'One',
        rows: [
          ['id', 'city'],
          ['1', 'Rome'],
          ['city', 'id'],
          ['Oslo', '2'],
        ],
      },
      {
        name: 'Two',
        rows: [
          ['id', 'city'],
          ['3', 'Bonn'],
          ['4', 'Bern'],
        ],
      },
    ];
    const reading = deskOf(memoryFiles());
    const workbook = { sheets: ['One', 'Two'], byName: false };
    await reading.open({
      loadId: 'l',
      file: new File([makeWorkbook({ sheets })], 'x.xlsx'),
      dialect: { workbook },
    });
    const rules = rulesOf(['id', 'city']);
    const summary = await reading.check({ loadId: 'l', runId: 1, rules });
    expect(summary).toMatchObject({ rows: 5, ready: 3, held: 2 });
    const turned = summary.groups.find(({ code }) => code === 'row-columns-turned');
    expect(turned?.examples.map(({ row }) => row)).toEqual([4]);
  });
});
