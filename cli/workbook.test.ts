import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeWorkbook, type MadeCell } from '../e2e/files/make-workbook';
import { column, ID } from '@/lib/sandbox/fixture';
import { terminal, type Terminal } from './terminal-suite';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const TABLE = { solution: 'S', table: 'T_ROW' };
const ROWS = 1_200;
let at: Terminal;

const HEAD = ['id', 'name', 'amount'];
const rowsFrom = (from: number, count = ROWS): MadeCell[][] =>
  Array.from({ length: count }, (_, n) => [`k${from + n}`, `name ${from + n}`, from + n]);
const book = () =>
  makeWorkbook({
    sheets: [
      { name: 'January', rows: [HEAD, ...rowsFrom(0)] },
      { name: 'February', rows: [HEAD, ...rowsFrom(ROWS)] },
      {
        name: 'Returns',
        rows: [
          ['amount', 'id', 'name'],
          ...rowsFrom(0, 3).map(([a, b, c]) => [c ?? null, a ?? null, b ?? null]),
        ],
      },
    ],
  });

beforeAll(async () => {
  at = await terminal();
});
beforeEach(async () => {
  await at.clear();
  await at.box.table([ID, column('NAME'), column('AMOUNT', 'integer')], ['ID']);
  await writeFile(join(at.folder, 'sales.xlsx'), book());
});
afterAll(() => at.end());

const plan = (...more: string[]) =>
  at.run([
    'plan',
    '--host',
    'sandbox',
    '--solution',
    'S',
    '--table',
    'row',
    '--file',
    'sales.xlsx',
    '--rows-per-batch',
    '100',
    '--out',
    'plan.json',
    ...more,
  ]);
const LOAD = ['load', 'plan.json', '--file', 'sales.xlsx'];
const stored = async () => (await at.box.control.count(TABLE)).rows;

describe('a workbook at the command line', () => {
  it('is read sheet by sheet, as the plan says, and each choice is a load of its own', async () => {
    const first = await plan();
    expect(first).toMatchObject({
      code: 0,
      err: expect.stringContaining('January is read; not February, Returns') as string,
    });
    expect((await at.run(LOAD)).code).toBe(0);
    expect(await stored()).toBe(ROWS);
    await plan('--sheet', 'January', '--sheet', 'February');
    const both = await at.run(LOAD);
    expect(both.out).toContain('accepted by Peak                2,400');
    expect(await stored()).toBe(2 * ROWS);
    expect(await at.box.control.count(TABLE)).toMatchObject({ distinctKeys: 2 * ROWS });
  });

  it('says which sheets do not fit, and joins them by heading when told to', async () => {
    const refused = await plan('--sheet', 'January', '--sheet', 'Returns');
    expect(refused.code).toBe(6);
    expect((await plan('--sheet', 'January', '--sheet', 'Returns', '--by-heading')).code).toBe(0);
    const checked = await at.run(['check', 'plan.json', '--file', 'sales.xlsx']);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('Checked 1,203 rows')]);
  });

  it('names a row by its sheet', async () => {
    await writeFile(
      join(at.folder, 'sales.xlsx'),
      makeWorkbook({
        sheets: [
          { name: 'January', rows: [HEAD, ['a', 'b', 1]] },
          { name: 'February', rows: [HEAD, ['c', 'd', 2], ['e', 'f', 'seven']] },
        ],
      }),
    );
    await plan('--sheet', 'January', '--sheet', 'February');
    const checked = await at.run(['check', 'plan.json', '--file', 'sales.xlsx']);
    expect([checked.code, checked.out]).toEqual([
      1,
      expect.stringContaining('first in row February 3: “seven”'),
    ]);
  });

  it('goes on after its process was killed in the middle, and leaves no text behind', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('onramp-'));
    await plan('--sheet', 'January', '--sheet', 'February');
    await at.box.control.change({ latencyMs: 150 });
    const { child, ended } = at.start(LOAD);
    let rows = 0;
    for (; rows < 500; rows = await stored()) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGKILL');
    await ended;
    await at.box.control.change({ latencyMs: 0 });
    expect(rows).toBeLessThan(2 * ROWS);
    const second = await at.run(LOAD);
    expect(second).toMatchObject({
      code: 0,
      out: expect.stringContaining('going on where it stands') as string,
    });
    expect(await at.box.control.count(TABLE)).toMatchObject({ rows: 2 * ROWS, distinctKeys: 2 * ROWS });
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('onramp-'));
    expect(after.filter((name) => /^onramp-[0-9a-f]{8}-/.test(name) && !before.includes(name))).toEqual([]);
  });
});

describe('compressed text at the command line', () => {
  it('is sent whole, and its findings are listed', async () => {
    const lines = Array.from({ length: ROWS }, (_, n) => `k${n},name ${n},${n}`);
    const text = [HEAD.join(','), ...lines, ''].join('\n');
    await writeFile(join(at.folder, 'sales.xlsx'), gzipSync(text));
    expect((await plan()).code).toBe(0);
    expect((await at.run(LOAD)).code).toBe(0);
    expect(await stored()).toBe(ROWS);
    await writeFile(join(at.folder, 'sales.xlsx'), gzipSync(text.replace('name 7,7', 'name 7,seven')));
    const checked = await at.run(['check', 'plan.json', '--file', 'sales.xlsx', '--findings', 'out.csv']);
    expect(checked.code).toBe(1);
    expect(await readFile(join(at.folder, 'out.csv'), 'utf8')).toContain(
      '9,AMOUNT,error,integer-malformed,seven',
    );
  });

  it('is refused when it is cut off', async () => {
    await writeFile(
      join(at.folder, 'sales.xlsx'),
      gzipSync(`id,name,amount\n${'a,b,1\n'.repeat(50_000)}`).subarray(0, -9),
    );
    await plan();
    const checked = await at.run(['check', 'plan.json', '--file', 'sales.xlsx']);
    expect([checked.code, checked.out]).toEqual([6, '']);
  });
});
