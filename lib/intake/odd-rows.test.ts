import { describe, expect, it } from 'vitest';
import { encode } from '../files/corpus/encode';
import type { Dialect } from '../files/model';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { Rules } from './protocol';
import { readingTrial, sampleRules } from './reading-trial';

const table = sampleTable([sampleColumn('A'), sampleColumn('B')], { primaryKey: [] });
const rules = sampleRules(table, { duplicates: 'keep-all', operation: 'APPEND' });

async function open(file: string | Uint8Array<ArrayBuffer>, dialect?: Partial<Dialect>) {
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([file], 'x.csv'), ...(dialect ? { dialect } : {}) });
  return reading;
}

async function check(...file: Parameters<typeof open>) {
  const reading = await open(...file);
  const summary = await reading.check({ loadId: 'l', runId: 1, rules });
  const found = summary.groups.map(({ code, examples }) => [code, examples.map(({ row }) => row)] as const);
  return { summary, found };
}

describe('odd rows of a text file, through the check', () => {
  it('count the first row, too, where the user says that there are no headings', async () => {
    const { summary } = await check('12" pipe,x\ny,z\n', { headerRow: 0 });
    expect(summary).toMatchObject({ rows: 2, ready: 2 });
    expect(summary.groups).toMatchObject([{ code: 'row-quote-stray', examples: [{ row: 1 }] }]);
  });

  it.each([
    ['a quote inside an unquoted cell', 'a,b\n12" pipe,x\ny,z\n', 'row-quote-stray', [2]],
    ['a total', 'a,b\nx,1\nTotal,1\n', 'row-total-like', [3]],
  ] as const)('%s is said and keeps no row back', async (_what, file, code, rows) => {
    const { summary, found } = await check(file);
    expect(found).toContainEqual([code, rows]);
    expect(summary).toMatchObject({ rows: 2, ready: 2, held: 0 });
  });

  it('says blanks before quotes once where the file begins with them, else of each row', async () => {
    const many = 'x,1\n'.repeat(60);
    const late = await check(`a,b\n${many}x, "1, 2"\n`);
    expect(late.found).toEqual([['row-quote-stray', [62]]]);
    expect(late.summary).toMatchObject({ rows: 61, ready: 61 });
    const early = await check(`a,b\ny, "3, 4"\n${many}x, "1, 2"\n`);
    expect(early.found).toEqual([]);
    expect(early.summary).toMatchObject({ rows: 62, ready: 62 });
  });

  it.each([
    ['a quote that never closes', 'a,b\n1,"oops\n2,x\n', 'row-quote-broken', [2], 1],
    ['lines swallowed by a quote', 'a,b\n1,"oops\n2,x\n3,"y"\n4,z\n', 'row-quote-broken', [2, 3, 4], 1],
    [
      'a character cut in half in Shift-JIS',
      new Uint8Array([...encode('a,b\n表,1\nソ,', 'shift_jis'), 0x83, 0x0a, 0x78, 0x2c, 0x79]),
      'cell-undecodable',
      [3],
      2,
    ],
  ] as const)('%s keeps back its rows and no others', async (_what, file, code, rows, ready) => {
    const { summary, found } = await check(
      typeof file === 'string' ? file : new Uint8Array(file),
      typeof file === 'string' ? undefined : { encoding: 'shift_jis' },
    );
    expect(found).toContainEqual([code, rows]);
    expect(summary).toMatchObject({ ready, held: rows.length });
  });

  it.each([
    ['in a few rows', 'a,b\n1,x\n2,y\nSmith, John,\n', [['row-empty-beyond', [4]]]],
    ['behind nearly every row', 'a,b\n1,x,\n2,y,\n3,z\n', [['row-empty-beyond', [2, 3]]]],
    ['behind every row (names of rows, say)', 'a,b\n1,x,\n2,y,\n3,z,\n', [['row-empty-beyond', [2, 3, 4]]]],
    ['behind every row and the header', 'a,b,\n1,x,\n2,y,\n3,z,\n', []],
  ] as const)('says of a separator too many %s what it may be', async (_what, file, want) => {
    const { summary, found } = await check(file);
    expect(found.filter(([code]) => code !== 'text-padded')).toEqual(want);
    expect(summary).toMatchObject({ rows: 3, ready: 3 });
  });

  it.each(['a,b', '\ufeffa,b', 'A, B'])('keeps back the header once more as %j', async (again) => {
    const { summary, found } = await check(`a,b\n1,x\n${again}\na,c\n`);
    expect(found).toContainEqual(['header-only-row', [3]]);
    expect(summary).toMatchObject({ rows: 3, ready: 2, held: 1 });
  });

  it.each(['b,a', '\ufeffB, a'])(
    'keeps back the rows behind the header in another order (%j)',
    async (again) => {
      const { summary, found } = await check(`a,b\n1,x\n${again}\ny,2\n\nz,3\na,b\n4,w\n`);
      expect(found).toEqual(
        expect.arrayContaining([
          ['header-only-row', [3, 7]],
          ['row-columns-turned', [4, 6]],
        ]),
      );
      expect(summary).toMatchObject({ rows: 6, ready: 2, held: 4 });
    },
  );

  it('keeps them back under every road: skips, edits, windows, sending, a reload', async () => {
    const reading = await open('a,b\n1,x\nb,a\ny,2\nz,3\n');
    const skip = { id: 's', kind: 'skip', row: 3 } as const;
    const edit = (id: string, name: string) =>
      ({ id, kind: 'cell', row: 4, column: name, text: 'new' }) as const;
    const check = (runId: number, repairs: Rules['repairs']) =>
      reading.check({ loadId: 'l', runId, rules: { ...rules, repairs } });
    expect(await check(1, [skip])).toMatchObject({ ready: 1, held: 2, skipped: 1 });
    expect(await check(2, [])).toMatchObject({ ready: 1, held: 3 });
    expect(await check(3, [edit('e', 'A')])).toMatchObject({ ready: 1, held: 3 });
    const window = await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from: 2, count: 2 });
    expect(window.rows.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['row-columns-turned'],
      ['row-columns-turned'],
    ]);
    // Whoever has written every cell anew has said which column each belongs to.
    const repairs = [edit('e', 'A'), edit('f', 'B')];
    expect(await check(4, repairs)).toMatchObject({ ready: 2, held: 2 });
    const prepared = await reading.prepared('l', { ...rules, repairs });
    const asItIs = await prepared.asTheyAre([4, 5]);
    expect(asItIs.get(4)?.ours).toEqual([]);
    expect(asItIs.get(5)?.ours).toEqual([{ code: 'row-columns-turned', column: null }]);
  });

  it('says of rows in UTF-8 behind a head in windows-1250 that their letters are not those meant', async () => {
    const head = encode(`a,b\n${'x,Płaszcz męski i źródło światła\n'.repeat(20)}`, 'windows-1250');
    const tail = encode('y,Książka\nz,León\nw,plain\n', 'utf-8');
    const { found } = await check(new Uint8Array([...head, ...tail]));
    expect(found).toEqual([['text-encoded-twice', [22, 23]]]);
  });

  it('says of a quoted cell whose every line looks like a row that it may be several', async () => {
    const { found } = await check('a,b,c\n1,"x,y\n2,x",y\n3,"two\nlines",z\n4,"x, y\nz",1\n');
    expect(found).toEqual([['row-quote-stray', [2]]]);
  });

  it.each([3, 60, 30_000])(
    'takes a cell below the last heading, an empty one, first filled in row %i',
    async (at) => {
      const file = `a,b,\n${'x,1\n'.repeat(at - 2)}y,2,text\n`;
      const { summary, found } = await check(file);
      expect(summary).toMatchObject({ rows: at - 1, ready: at - 1, held: 0 });
      expect(found).toEqual([]);
    },
  );

  it('holds rows that lack a cell below a name, whatever empty headings follow', async () => {
    const { summary, found } = await check('a,b,,\nx,1\ny\nz,2,,\n');
    expect(summary).toMatchObject({ rows: 3, ready: 2, held: 1 });
    expect(found).toEqual([['row-ragged-short', [3]]]);
  });

  it.each(['a,\nx\na,\ny\n', 'a\nx\na,\ny\n', 'a,\nx,\na,\ny,\n'])(
    'knows a lone heading again with a separator behind it: %j',
    async (file) => {
      const { found } = await check(file);
      expect(found).toContainEqual(['header-only-row', [3]]);
    },
  );

  it('leaves totals out where the user wants it, and counts them as skipped', async () => {
    const file = 'a,b,c\nx,1,\nSubtotal,1,\ny,2,\nTotal: y,2,\nTotal,3,\nx Total,,1\n';
    const { summary, found } = await check(file, { totals: 'skip-all' });
    expect(summary).toMatchObject({ rows: 6, ready: 3, skipped: 3, held: 0 });
    // A product may be called so: no word about totals leaves it out unseen.
    expect(found).toEqual([['row-total-like', [7]]]);
    // Said when nobody took `Total: y` or `x Total` for a total.
    const former = await check(file, { totals: 'skip' });
    expect(former.summary).toMatchObject({ rows: 6, ready: 4, skipped: 2 });
    expect(former.found).toEqual([['row-total-like', [5, 7]]]);
  });

  it.each(['skip', 'skip-all'] as const)(
    'leaves out a grand total beside an empty cell, by %s',
    async (totals) => {
      const { summary } = await check('a,b,c\nx,1,2\nGrand Total,,2\n', { totals });
      expect(summary).toMatchObject({ rows: 2, ready: 1, skipped: 1 });
    },
  );
});

describe('a file whose bytes do not prove its letters', () => {
  it('has no row judged or counted before somebody says which they are', async () => {
    const { reading } = readingTrial();
    const open = { trouble: { code: 'encoding-undecided' } };
    const file = new File([Buffer.from('a,b\n\xe9,1\n', 'latin1')], 'x.csv');
    const head = await reading.open({ loadId: 'l', file });
    expect(head.dialect.decidedBy.encoding).toBe('undecided');
    await expect(reading.check({ loadId: 'l', runId: 1, rules })).rejects.toMatchObject(open);
    await expect(reading.counts('l', rules)).rejects.toMatchObject(open);
    await reading.open({ loadId: 'l', dialect: { encoding: 'windows-1252' } });
    expect(await reading.check({ loadId: 'l', runId: 2, rules })).toMatchObject({ rows: 1, ready: 1 });
    await reading.open({ loadId: 'l', dialect: {} });
    await expect(reading.counts('l', rules)).rejects.toMatchObject(open);
  });
});
