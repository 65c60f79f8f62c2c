import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ID, column } from '@/lib/sandbox/fixture';
import { terminal, type Terminal } from './terminal-suite';

// Each story starts several processes; a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ROWS = 40;
let at: Terminal;

interface Told {
  readonly event: string;
  readonly id?: string;
  readonly exit?: number;
  readonly account?: { readonly accepted: number; readonly laterFailed: number };
  readonly reading?: Readonly<Record<string, number>>;
}
const events = (out: string): Told[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);
const late = async (...args: string[]) => {
  const ended = await at.run(['late', 'plan.json', '--json', ...args], { PEAK_AUTH_TOKEN: '' });
  const told = events(ended.out);
  return { ...ended, told, account: told.find(({ event }) => event === 'account') };
};

beforeAll(async () => {
  at = await terminal();
  await at.box.table([ID, column('NAME'), column('AMOUNT', 'integer')], ['ID']);
  const lines = Array.from({ length: ROWS }, (_, n) => `k${n},name ${n},${n}`);
  await writeFile(join(at.folder, 'sales.csv'), ['id,name,amount', ...lines, ''].join('\n'));
  const plan = ['plan', '--host', 'sandbox', '--solution', 'S', '--table', 'row', '--file', 'sales.csv'];
  expect((await at.run([...plan, '--out', 'plan.json'])).code).toBe(0);
});
afterAll(() => at.end());

describe('onramp late', () => {
  it('says that there is no load yet', async () => {
    expect(await late('--count', '2')).toMatchObject({
      code: 2,
      err: expect.stringContaining('No load') as string,
    });
  });

  it('moves the rows that an export names, once, and keeps them as a file', async () => {
    expect((await at.run(['load', 'plan.json', '--file', 'sales.csv'])).code).toBe(0);
    const record = (id: string, name: string, amount: number) =>
      `"${JSON.stringify({ ID: id, NAME: name, AMOUNT: amount }).replaceAll('"', '""')}",E_LATE,too late`;
    const lines = [record('k3', 'name 3', 3), record('k5', 'name 5', 5), record('k7', 'another', 7)];
    await writeFile(
      join(at.folder, 'failed.csv'),
      ['row_data,error_code,error_message', ...lines, ''].join('\n'),
    );
    const moved = await late('--failed', 'failed.csv', '--file', 'sales.csv');
    expect([moved.code, moved.err]).toEqual([1, expect.not.stringContaining('broke')]);
    expect(moved.told.find(({ event }) => event === 'late')?.reading).toMatchObject({
      lines: 3,
      moved: 2,
      otherValues: 1,
    });
    expect(moved.account).toMatchObject({ exit: 1, account: { accepted: ROWS - 2, laterFailed: 2 } });
    const file = moved.told.find(({ event }) => event === 'rejected') as unknown as { file: string };
    const failed = await readFile(join(at.folder, file.file), 'utf8');
    expect(failed).toContain('k3');
    expect(failed).toContain('E_LATE');
    const again = await late('--failed', 'failed.csv', '--file', 'sales.csv');
    expect(again.account).toMatchObject({ account: { accepted: ROWS - 2, laterFailed: 2 } });
    // What else there is says the same, and nothing is sent again for it.
    expect(events((await at.run(['status', 'plan.json', '--json'])).out)[0]).toMatchObject({
      exit: 1,
      account: { accepted: ROWS - 2, laterFailed: 2 },
    });
    const load = await at.run(['load', 'plan.json', '--file', 'sales.csv']);
    expect([load.code, (await at.box.control.count({ solution: 'S', table: 'T_ROW' })).rows]).toEqual([
      1,
      ROWS,
    ]);
  });

  it('takes a number, no more than were accepted, and takes it back', async () => {
    const entered = await late('--count', '4');
    expect(entered.account).toMatchObject({ account: { accepted: ROWS - 6, laterFailed: 6 } });
    expect((await late('--count', String(ROWS))).code).toBe(5);
    const { id = '' } = entered.told.find(({ event }) => event === 'late') ?? {};
    const undone = await late('--undo', id);
    expect(undone.account).toMatchObject({ account: { accepted: ROWS - 2, laterFailed: 2 } });
    expect((await late('--undo', id)).code).toBe(2);
  });

  it.each<[string, number, string[]]>([
    ['an export without the file it speaks of', 2, ['--failed', 'failed.csv']],
    ['two things at once', 2, ['--count', '1', '--undo', 'x']],
    ['no number', 2, ['--count', 'some']],
    ['an export that is not there', 6, ['--failed', 'no.csv', '--file', 'sales.csv']],
    ['a file that names no rows', 6, ['--failed', 'plan.json', '--file', 'sales.csv']],
  ])('refuses %s', async (_what, code, args) => {
    const ended = await late(...args);
    expect(ended.code).toBe(code);
    expect(ended.err).not.toContain('Something broke');
  });
});
