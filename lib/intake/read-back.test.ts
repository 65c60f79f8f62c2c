import { describe, expect, it } from 'vitest';
import { makeWorkbook, type MadeSheet } from '../../e2e/files/make-workbook';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { Repair } from '../repair/model';
import type { Rules } from './protocol';
import { readingTrial, sampleRules } from './reading-trial';
import { ROW_ID } from './row-id';

const table = sampleTable([
  sampleColumn('ID', 'string', { nullable: false }),
  sampleColumn('QTY', 'integer'),
]);
const rulesOf = (repairs: readonly Repair[]) => sampleRules(table, { repairs: [...repairs] });
const CSV = 'id,qty,note\nA,1,\nB,x,"=1+1"\nC,y,b\nD,z,"two\nlines"\n';

async function taken() {
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([CSV], 'sales.csv') });
  await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([]) });
  const text = await (await reading.exportRows('l', 'held-rows')).file.text();
  return {
    reading,
    text,
    back: (changed: string) => reading.readBack({ loadId: 'l', file: new Blob([changed]) }),
  };
}

describe('rows that come back repaired', () => {
  it('change nothing when nothing was changed', async () => {
    const { text, back } = await taken();
    const none = { count: 0, ids: [] };
    expect(await back(text)).toEqual({
      rows: 3,
      missing: [],
      edits: [],
      samples: [],
      unknown: none,
      doubled: none,
      ragged: none,
      notSent: 0,
    });
    expect((await back(text.replaceAll('two\nlines', 'two\r\nlines'))).edits).toEqual([]);
  });

  it('become edits of just the cells that differ, which a check then counts', async () => {
    const { reading, text, back } = await taken();
    const result = await back(text.replace('B,x', 'B,5').replace(',b,r', ',c,r'));
    expect(result.edits).toEqual([{ row: 3, column: 'QTY', text: '5' }]);
    expect(result.samples).toEqual([{ row: 3, column: 'QTY', text: '5', before: 'x' }]);
    expect(result.notSent).toBe(1);
    const repair: Repair = { id: 'b', kind: 'cells', from: 'back.csv', edits: result.edits };
    expect(await reading.check({ loadId: 'l', runId: 2, rules: rulesOf([repair]) })).toMatchObject({
      ready: 2,
      held: 2,
    });
    // What was edited already is what a later file is compared with.
    const again = await reading.exportRows('l', 'held-rows');
    expect(await again.file.text()).not.toContain('B,');
    expect((await back(text.replace('B,x', 'B,5'))).edits).toEqual([]);
  });

  it.each([
    ['joined', { rule: 'join', positions: [0, 2], separator: '-' }, 'D-three'],
    ['taken where the cell is empty', { rule: 'first-filled', positions: [2] }, 'three'],
  ] as const)('change a cell that is only %s into a column', async (_what, rule, sent) => {
    const { reading } = readingTrial();
    const rules = (repairs: readonly Repair[]): Rules => {
      const joined = [...table.columns, sampleColumn('BOTH', 'string')];
      const made: Repair = {
        id: 'j',
        kind: 'column',
        column: 'BOTH',
        rule: { ...rule, positions: [...rule.positions] },
      };
      const base = rulesOf([made, ...repairs]);
      const mapping: Rules['mapping'] = [...base.mapping, { column: 'BOTH', source: { kind: 'omit' } }];
      return { ...base, table: { ...table, columns: joined }, mapping };
    };
    await reading.open({ loadId: 'l', file: new File([CSV], 'sales.csv') });
    await reading.check({ loadId: 'l', runId: 1, rules: rules([]) });
    const text = await (await reading.exportRows('l', 'held-rows')).file.text();
    const file = new Blob([text.replace('D,z,"two\nlines"', 'D,4,three')]);
    const back = await reading.readBack({ loadId: 'l', file });
    expect(back).toMatchObject({
      notSent: 0,
      edits: [
        { row: 5, column: 'QTY', text: '4' },
        { row: 5, column: 'note', position: 2, text: 'three' },
      ],
    });
    const repair: Repair = { id: 'b', kind: 'cells', from: 'back.csv', edits: back.edits };
    await reading.check({ loadId: 'l', runId: 2, rules: rules([repair]) });
    const window = await reading.rows({ loadId: 'l', filter: { kind: 'edited' }, from: 0, count: 9 });
    expect(window.rows.map(({ tokens }) => tokens)).toEqual([['"D"', '4', JSON.stringify(sent)]]);
    expect((await reading.readBack({ loadId: 'l', file })).edits).toEqual([]);
  });

  it('are found whatever the order of rows and columns', async () => {
    const { text, back } = await taken();
    const id = /r4-[0-9a-f]{8}/.exec(text)?.[0] ?? '';
    expect((await back(`onramp_row,qty,note,id\n${id},7,b,C\n`)).edits).toEqual([
      { row: 4, column: 'QTY', text: '7' },
    ]);
  });

  it('are said and left alone when their id is unknown, doubled, or the row has other cells than the header', async () => {
    const { text, back } = await taken();
    const [b, c] = [3, 4].map((row) => new RegExp(`r${row}-[0-9a-f]{8}`).exec(text)?.[0] ?? '');
    const result = await back(
      `id,qty,note,onramp_row\nB,1,,${b}\nB,2,,${b}\nC,3,b,r4-00000000\nX,4,,\nC,5,b,${c},more\n`,
    );
    expect(result).toMatchObject({
      rows: 5,
      edits: [],
      doubled: { count: 1, ids: [b] },
      unknown: { count: 2, ids: ['r4-00000000', '(empty)'] },
      ragged: { count: 1, ids: [c] },
    });
  });

  it('are not used at all when a column is gone', async () => {
    const { back } = await taken();
    expect(await back('id,note\nB,\n')).toMatchObject({ missing: ['qty', 'onramp_row'], edits: [] });
  });
});

it('writes a workbook of rows with findings, with a note on each cell at fault', async () => {
  const { reading } = await taken();
  const { file, name, notesLeftOut } = await reading.exportRows('l', 'findings-xlsx', {
    'integer-malformed': 'Not a whole number',
  });
  expect(name).toBe('sales-findings.xlsx');
  expect(notesLeftOut).toBe(0);
  expect(new TextDecoder().decode((await file.arrayBuffer()).slice(0, 2))).toBe('PK');
});

describe('a workbook that comes back', () => {
  const HEAD = ['id', 'qty', 'note', ROW_ID];
  async function rowsAway() {
    const { reading, text } = await taken();
    const ids = [...text.matchAll(/r\d+-[0-9a-f]{8}/g)].map(([id]) => id);
    const back = (sheets: readonly MadeSheet[]) =>
      reading.readBack({ loadId: 'l', file: new Blob([makeWorkbook({ sheets })]) });
    const [b = '', c = '', d = ''] = ids;
    return { reading, back, b, c, d };
  }

  it('is the one that was taken away: nothing differs', async () => {
    const { reading } = await taken();
    const { file } = await reading.exportRows('l', 'held-rows-xlsx', {});
    expect(await reading.readBack({ loadId: 'l', file })).toMatchObject({ rows: 3, edits: [], missing: [] });
  });

  it('changes only its own rows, whatever kind of cells the other program wrote', async () => {
    const { back, b, c, d } = await rowsAway();
    const result = await back([
      {
        name: 'Rows that need work',
        rows: [HEAD, ['D', 7, 'two\nlines', d], ['B', 5, '=1+1', b], [{ inline: 'C' }, 'y', 'b', c]],
      },
    ]);
    expect(result).toMatchObject({ rows: 3, unknown: { count: 0 }, ragged: { count: 0 } });
    expect(result.edits).toEqual([
      { row: 5, column: 'QTY', text: '7' },
      { row: 3, column: 'QTY', text: '5' },
    ]);
  });

  it('is read from the sheets that hold row ids, wherever they stand', async () => {
    const { back, b, c, d } = await rowsAway();
    const result = await back([
      {
        name: 'Notes',
        rows: [
          ['to', 'do'],
          ['ask', 'Anna'],
        ],
      },
      { name: 'Rows 1', rows: [HEAD, ['B', 5, '=1+1', b]] },
      {
        name: 'Rows 2',
        rows: [
          [ROW_ID, ...HEAD.slice(0, 3)],
          [c, 'C', 6, 'b'],
          [d, 'D', 'z', 'two\nlines'],
        ],
      },
    ]);
    expect(result.edits.map(({ row, text }) => [row, text])).toEqual([
      [3, '5'],
      [4, '6'],
    ]);
  });

  it('is refused as what it is when no table is in it', async () => {
    const { reading } = await taken();
    const away = reading.readBack({
      loadId: 'l',
      file: new Blob([makeWorkbook({ sheets: [{ name: 'A' }] })]),
    });
    await expect(away).rejects.toMatchObject({ trouble: { kind: 'refusal', code: 'workbook-without-rows' } });
  });
});

describe('rows of joined sheets on their way', () => {
  const sheet = (name: string, ...rows: (string | number)[][]): MadeSheet => ({
    name,
    rows: [['id', 'qty', 'note'], ...rows],
  });

  it('say their sheet and their own number there, and find their way back', async () => {
    const { reading } = readingTrial();
    const book = makeWorkbook({
      sheets: [sheet('May', ['A', 1, ''], ['B', 'x', '']), sheet('June', ['C', 2, ''], ['D', 'y', ''])],
    });
    const workbook = { sheets: ['May', 'June'], byName: false };
    await reading.open({ loadId: 'l', file: new File([book], 'a.xlsx'), dialect: { workbook } });
    await reading.check({ loadId: 'l', runId: 1, rules: rulesOf([]) });
    const held = await (await reading.exportRows('l', 'held-rows')).file.text();
    expect(
      held
        .replace('\ufeff', '')
        .replace(/-[0-9a-f]{8}/g, '')
        .split('\r\n'),
    ).toEqual(['id,qty,note,sheet,sheet_row,onramp_row', 'B,x,,May,3,r3', 'D,y,,June,3,r5', '']);
    const findings = await (await reading.exportRows('l', 'findings')).file.text();
    expect(findings).toContain('5,June,3,QTY,error,integer-malformed,y');
    const back = await reading.readBack({ loadId: 'l', file: new Blob([held.replace('D,y', 'D,7')]) });
    expect(back.edits).toEqual([{ row: 5, column: 'QTY', text: '7' }]);
    const source = await reading.source('l');
    expect(source.sections?.map(({ sheet: name }) => name)).toEqual(['May', 'June']);
  });
});
