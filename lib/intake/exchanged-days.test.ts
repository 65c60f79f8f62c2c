import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHead } from '../files/read-head';
import { blobSource } from '../files/source';
import { sampleColumn, sampleTable } from '../peak/sample-table';
import type { ColumnRule, Repair } from '../repair/model';
import { checkFile } from './check-file';
import { readingTrial, sampleRules } from './reading-trial';
import { recheckRows } from './recheck';

const table = sampleTable([sampleColumn('ID', 'string', { nullable: false }), sampleColumn('SOLD', 'date')]);
const rulesOf = (repairs: readonly Repair[]) => sampleRules(table, { repairs: [...repairs] });
const edit = (row: number, text: string): Repair => ({
  id: `e${row}${text}`,
  kind: 'cell',
  row,
  column: 'SOLD',
  text,
});
const skip = (row: number): Repair => ({ id: `s${row}`, kind: 'skip', row });
const said = (rule: ColumnRule): Repair => ({
  id: JSON.stringify(rule),
  kind: 'column',
  column: 'SOLD',
  rule,
});
const turned = { rule: 'date-order', order: 'day-first', turned: true } as const;
const csvOf = (cells: readonly string[]) =>
  `id,sold\n${cells.map((cell, at) => `k${at},${cell}\n`).join('')}`;

const TEXTS = ['13/02/2024', '25/02/2024', '31/12/2024'];
const PLAIN = ['2024-01-02', '2024-04-03', '2024-12-11'];
/** Rows 2 to 4 are plain, 5 to 7 are not. */
const CELLS = [...PLAIN, ...TEXTS];

async function checker(cells: readonly string[]) {
  const { reading } = readingTrial();
  await reading.open({ loadId: 'l', file: new File([csvOf(cells)], 'a.csv') });
  let runId = 0;
  const check = (repairs: readonly Repair[]) =>
    reading.check({ loadId: 'l', runId: ++runId, rules: rulesOf(repairs) });
  const sent = async () =>
    (await reading.rows({ loadId: 'l', filter: { kind: 'all' }, from: 0, count: 99 })).rows.map(
      ({ tokens }) => tokens[1],
    );
  const preview = (rule: ColumnRule) => reading.preview({ loadId: 'l', column: 'SOLD', rule });
  return { check, sent, preview };
}
const askedIn = ({ groups }: { groups: readonly { code: string; count: number }[] }) =>
  groups.find(({ code }) => code === 'date-turned')?.count;

describe('the question whether days and months are exchanged', () => {
  it.each([
    ['a plain day beyond the 12th that somebody types', [edit(2, '2024-02-13')], 2],
    ['the same in the place of a text', [edit(5, '2024-02-13')], 3],
    ['texts that are corrected one by one', [5, 6, 7].map((row) => edit(row, '2024-02-13')), 3],
    ['a text that somebody types', [edit(2, '03/04/2024')], 2],
    ['texts whose rows are skipped', [5, 6, 7].map(skip), 3],
    ['plain dates whose rows are skipped', [2, 3].map(skip), 1],
  ])('outlasts %s', async (_what, repairs, count) => {
    const { check } = await checker(CELLS);
    expect(askedIn(await check([]))).toBe(3);
    expect(askedIn(await check(repairs))).toBe(count);
    const { check: anew } = await checker(CELLS);
    expect(askedIn(await anew(repairs))).toBe(count);
  });

  it('asks nothing of what somebody typed, and ends with the last cell it is about', async () => {
    const { check } = await checker(CELLS);
    await check([]);
    const { groups } = await check([edit(2, '2024-05-06')]);
    const asked = groups.find(({ code }) => code === 'date-turned');
    expect(asked?.examples.map(({ row }) => row)).toEqual([3, 4]);
    expect(askedIn(await check([2, 3, 4].map((row) => edit(row, '2024-05-06'))))).toBeUndefined();
    expect(askedIn(await check([]))).toBe(3);
  });

  /** A large file checked, and how often and how far it is read. */
  async function counted(of: readonly string[], repairs: readonly Repair[]) {
    const cells = Array.from({ length: 60_000 }, (_, at) => of[at % of.length] ?? '');
    const file = blobSource(new Blob([csvOf(cells)]));
    const read = { ends: 0, reach: 0 };
    const source = {
      ...file,
      read(from: number, to: number) {
        if (to >= file.size) read.ends += 1;
        read.reach = Math.max(read.reach, to);
        return file.read(from, to);
      },
    };
    const head = await readHead(source);
    if (!head.ok) throw new Error('no head');
    read.ends = 0;
    const { signal } = new AbortController();
    const options = { signal, now: () => 0, onProgress: () => undefined };
    const checked = await checkFile(source, head.value, rulesOf(repairs), options);
    return { checked, read, size: file.size };
  }

  it('reads the file no second time for an edit or a skip', async () => {
    const { checked, read, size } = await counted(CELLS, []);
    expect(askedIn(checked.summary)).toBe(30_000);
    read.reach = 0;
    const once = await recheckRows(checked, rulesOf([edit(2, '2024-05-13')]), new Set([2]), () => 0);
    expect(askedIn(once.summary)).toBe(29_999);
    const rules = rulesOf([edit(2, '2024-05-13'), skip(5)]);
    expect(askedIn((await recheckRows(once, rules, new Set([5]), () => 0)).summary)).toBe(29_999);
    expect(read.reach).toBeLessThan(size);
  });

  it('reads an ordinary file no second time where some rows are skipped', async () => {
    const { read } = await counted(PLAIN, [2, 3, 4, 5].map(skip));
    expect(read.ends).toBe(1);
  });

  it('comes to what a check of the whole file comes to, whatever was done and undone', async () => {
    const cell = fc.constantFrom(
      ...CELLS,
      '2024-05-13',
      '2024-13-05',
      '03/04/2024',
      '31/12/9999',
      '5 March 2024',
      '',
    );
    const many = fc.array(fc.constantFrom(...CELLS), { minLength: 6, maxLength: 14 });
    const cells = fc.tuple(many, fc.array(cell, { maxLength: 5 })).map(([some, more]) => [...some, ...more]);
    const row = fc.integer({ min: 2, max: 12 });
    const repair = fc.oneof(
      fc.tuple(row, cell).map(([at, text]) => edit(at, text)),
      row.map(skip),
      fc.constantFrom(said({ rule: 'trim' }), said({ rule: 'date-names' }), said(turned)),
    );
    const steps = fc.array(fc.array(repair, { maxLength: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(cells, steps, async (of, all) => {
        const near = await checker(of);
        await near.check([]);
        for (const repairs of all) {
          const fresh = await checker(of);
          const order = ({ groups, ...rest }: Awaited<ReturnType<typeof fresh.check>>) => ({
            ...rest,
            ms: 0,
            // Of the cells that prove an order a few are kept, and one taken back leaves a gap.
            groups: groups.map((group) => JSON.stringify({ ...group, proofs: undefined })).sort(),
          });
          expect(order(await near.check(repairs))).toEqual(order(await fresh.check(repairs)));
          expect(await near.sent()).toEqual(await fresh.sent());
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('an order that is proved once another rule is applied', () => {
  it.each([
    ['is not offered with it where days and months may be exchanged', PLAIN, undefined],
    ['is offered with it else', ['2024-01-14'], { rule: 'date-order', order: 'day-first', pivot: 29 }],
  ])('%s', async (_what, plain, rule) => {
    const { check, preview } = await checker([...plain, ...TEXTS, '5-Mar-24']);
    await check([]);
    const { next } = await preview({ rule: 'date-names' });
    expect(next?.rule).toEqual(rule);
  });
});

describe('the answer that exchanges days and months', () => {
  const yearDay = { rule: 'date-order', order: 'year-day' } as const;

  it.each([
    ['turned', [turned], CELLS, ['2024-02-01', '2024-03-04', '2024-11-12']],
    ['year, day, month', [yearDay], [...PLAIN, '2024-13-05'], ['2024-02-01', '2024-03-04', '2024-11-12']],
  ])('leaves days alone that another rule makes: %s', async (_what, rules, cells, days) => {
    const { check, sent } = await checker([...cells, '5 March 2024', '45356']);
    const makers: ColumnRule[] = [{ rule: 'date-names' }, { rule: 'date-serial', system: '1900' }];
    for (const order of [
      [...makers, ...rules],
      [...rules, ...makers],
    ]) {
      expect(await check(order.map(said))).toMatchObject({ held: 0 });
      const tokens = await sent();
      expect(tokens.slice(0, 3)).toEqual(days.map((day) => `"${day}"`));
      expect(tokens.slice(-2)).toEqual(['"2024-03-05"', '"2024-03-05"']);
    }
  });

  it('exchanges them whichever era counts their years', async () => {
    const { check, sent } = await checker(['2567-01-02', '2567-04-13']);
    await check([said({ rule: 'buddhist-years' }), said(turned)]);
    expect(await sent()).toEqual(['"2024-02-01"', null]);
    await check([said(turned), said({ rule: 'buddhist-years' })]);
    expect(await sent()).toEqual(['"2024-02-01"', null]);
  });

  it.each([turned, yearDay])('leaves a day alone that the user typed: %j', async (rule) => {
    const { check, sent } = await checker([...PLAIN, '2024-13-05']);
    const typed = [edit(2, '2024-03-04'), edit(3, '2024-03-14')];
    expect((await check([said(rule), ...typed])).held).toBe(0);
    expect(await sent()).toEqual(['"2024-03-04"', '"2024-03-14"', '"2024-11-12"', '"2024-05-13"']);
  });

  it('holds a day of the file that cannot be exchanged', async () => {
    const { check, sent } = await checker([...CELLS, '2024-05-13']);
    const { groups, held } = await check([said(turned)]);
    expect([held, groups.map(({ code }) => code)]).toEqual([1, ['date-not-in-calendar']]);
    expect((await sent()).at(-1)).toBeNull();
  });
});
