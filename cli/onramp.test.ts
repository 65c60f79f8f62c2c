import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ID, column } from '@/lib/sandbox/fixture';
import { DEMO_TOKENS } from '@/lib/sandbox/settings';
import { terminal, type Terminal } from './terminal-suite';

const ROWS = 4_000;
// Each story starts several processes; a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const TABLE = { solution: 'S', table: 'T_ROW' };

let at: Terminal;
let box: Terminal['box'];
let folder: string;
let planText: string;

beforeAll(async () => {
  at = await terminal();
  ({ box, folder } = at);
  await makeTable();
  await writeFile(join(folder, 'sales.csv'), 'id,name,amount\na,b,1\n');
  const { code, out, err } = await run([...PLAN, '--rows-per-batch', '100']);
  expect([code, err]).toEqual([0, '']);
  planText = out;
});
beforeEach(async () => {
  await at.clear();
  await makeTable();
  const lines = Array.from({ length: ROWS }, (_, at) => `k${at},name ${at},${at}`);
  await writeFile(join(folder, 'sales.csv'), ['id,name,amount', ...lines, ''].join('\n'));
});
afterAll(() => at.end());

const start = (args: readonly string[], env?: Record<string, string>) => at.start(args, env);
const run = (args: readonly string[], env?: Record<string, string>) => at.run(args, env);

const makeTable = () => box.table([ID, column('NAME'), column('AMOUNT', 'integer')], ['ID']);

/** The plan that the command wrote, with another operation where a story needs one. */
async function planned(operation: 'UPSERT' | 'APPEND' = 'UPSERT'): Promise<void> {
  const plan: unknown = JSON.parse(planText);
  const policy = operation === 'UPSERT' ? 'keep-last' : 'keep-all';
  const text = JSON.stringify({ ...Object(plan), operation, duplicates: policy });
  await writeFile(join(folder, 'plan.json'), text);
  const unsaid = JSON.stringify({ ...Object(plan), duplicates: 'keep-newest' });
  await writeFile(join(folder, 'newest.json'), unsaid);
}
const PLAN = ['plan', '--host', 'sandbox', '--solution', 'S', '--table', 'row', '--file', 'sales.csv'];
const NEWEST = ['--duplicates', 'keep-newest', '--newest-by'];
const LOAD = ['load', 'plan.json', '--file', 'sales.csv'];
const stored = async (): Promise<number> => (await box.control.count(TABLE)).rows;

/** Kills the sender when some rows are provably stored and some provably not. */
async function killInTheMiddle(): Promise<number> {
  await box.control.change({ latencyMs: 150 });
  const { child, ended } = start(LOAD);
  let rows = 0;
  for (; rows < 500; rows = await stored()) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGKILL');
  await ended;
  await box.control.change({ latencyMs: 0 });
  expect(rows).toBeLessThan(ROWS);
  return rows;
}

describe('onramp load', () => {
  it('sends a file whole, and nothing when it is asked again', async () => {
    await planned();
    const first = await run(LOAD);
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('100 %') as string });
    expect(first.out).toContain('accepted by Peak                4,000');
    expect(await stored()).toBe(ROWS);
    const before = JSON.stringify(await box.control.requests());
    const again = await run([...LOAD, '--json']);
    const last = again.out.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ event: 'account', exit: 0, account: { accepted: ROWS } });
    const ingests = (text: string) =>
      (JSON.parse(text) as { operation: string }[]).filter(({ operation }) => operation === 'ingest');
    expect(ingests(JSON.stringify(await box.control.requests()))).toEqual(ingests(before));
  });

  it('brings every row of UPSERT there once, although its process is killed in the middle', async () => {
    await planned();
    await killInTheMiddle();
    const status = await run(['status', 'plan.json', '--json']);
    expect(JSON.parse(status.out)).toMatchObject({ event: 'load', account: { balances: true } });
    const second = await run(LOAD);
    expect([second.code, await stored()]).toEqual([0, ROWS]);
    expect(await box.control.count(TABLE)).toMatchObject({ distinctKeys: ROWS, failedRows: 0 });
  });

  it('sends of each key the row that the named column calls the newest', async () => {
    await writeFile(join(folder, 'sales.csv'), 'id,name,amount\na,new,2\na,old,1\n');
    expect((await run([...PLAN, ...NEWEST, 'amount', '--out', 'plan.json'])).code).toBe(0);
    expect((await run(LOAD)).code).toBe(0);
    const rows = await box.control.rows(TABLE);
    expect(rows).toMatchObject([{ NAME: 'new' }]);
  });

  it('leaves out the rows that the plan leaves out for a finding, in any file, and says so', async () => {
    const leftOut = { id: 'x', kind: 'skip-found', code: 'integer-malformed', column: 'AMOUNT' };
    const plan = JSON.stringify({ ...Object(JSON.parse(planText)), repairs: [leftOut] });
    await writeFile(join(folder, 'plan.json'), plan);
    await writeFile(join(folder, 'sales.csv'), 'id,name,amount\na,b,1\nc,d,many\ne,f,3\n');
    const { code, out } = await run(LOAD);
    expect(out).toContain('2 ready, 0 held back, 0 superseded, 1 skipped');
    expect(out).toContain('1 × Not a whole number in AMOUNT (rows left out by the plan)');
    expect([code, await stored()]).toEqual([0, 2]);
  });

  it('leaves APPEND batches in doubt after a kill, lists them, and doubles none until told', async () => {
    await planned('APPEND');
    await killInTheMiddle();
    const second = await run([...LOAD, '--json']);
    const events = second.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; account?: { inDoubt: number; waiting: number } });
    const account = events.find(({ event }) => event === 'account')?.account;
    const count = await box.control.count(TABLE);
    expect(count.rows).toBe(count.distinctKeys);
    expect(account?.waiting).toBe(0);
    expect(second.code).toBe(account?.inDoubt === 0 ? 0 : 3);
    expect(count.rows).toBeGreaterThanOrEqual(ROWS - (account?.inDoubt ?? 0));
    const told = await run([...LOAD, '--treat-doubt-as-stored']);
    expect([told.code, await stored()]).toEqual([0, count.rows]);
  });

  it.each<[string, 'lost-after' | 'rows-refused', number, string]>([
    ['whose last answers were lost is in doubt, not waiting', 'lost-after', 3, 'in doubt'],
    [
      'whose last batches were refused leaves rows out, and nothing is left to try',
      'rows-refused',
      1,
      'refused',
    ],
  ])('tells that a load %s', async (_, fault, code, said) => {
    await planned('APPEND');
    const lines = Array.from({ length: fault === 'lost-after' ? 600 : 300 }, (_, at) => `k${at},name,${at}`);
    await writeFile(join(folder, 'sales.csv'), ['id,name,amount', ...lines, ''].join('\n'));
    const times = fault === 'lost-after' ? 6 : 9;
    await box.control.addFaults({ fault, times, holding: 'name', match: { operation: 'ingest' } });
    const ended = await run(LOAD);
    expect(ended.code).toBe(code);
    expect(ended.out).toContain(said);
    expect(ended.err).not.toContain('same command');
  });

  it('says until when Peak has asked to wait, also where that is too long for it', async () => {
    await planned();
    const match = { operation: 'ingest' } as const;
    await box.control.addFaults({ fault: '503', retryAfter: 6, match: { ...match, nth: 5 } });
    await box.control.addFaults({ fault: '429', retryAfter: 3_600, match: { ...match, nth: 20 } });
    const ended = await run(LOAD);
    expect(ended.code).toBe(4);
    expect(ended.err.match(/Peak asked to wait until .* UTC/g)).toHaveLength(2);
    expect((await run(LOAD)).code).toBe(0);
  });

  it('lets one process send, and names the other', async () => {
    await planned();
    // So long that the first is provably in the middle while the second starts and looks.
    await box.control.change({ latencyMs: 4_000 });
    const first = start(LOAD);
    while ((await stored()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const second = await run(LOAD);
    expect(second).toMatchObject({ code: 4, err: expect.stringContaining('Another process') as string });
    await box.control.change({ latencyMs: 0 });
    expect((await first.ended).code).toBe(0);
    expect(await stored()).toBe(ROWS);
  });

  it('sends nothing when findings would hold rows back, and the rest when told so', async () => {
    await planned();
    const text = await readFile(join(folder, 'sales.csv'), 'utf8');
    await writeFile(join(folder, 'sales.csv'), text.replace('k7,name 7,7', 'k7,name 7,seven'));
    const held = await run(LOAD);
    expect([held.code, await stored()]).toEqual([1, 0]);
    expect(held.out).toContain('Not a whole number in AMOUNT');
    const checked = await run(['check', 'plan.json', '--file', 'sales.csv', '--findings', 'out.csv']);
    expect(checked.code).toBe(1);
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain(
      '9,AMOUNT,error,integer-malformed,seven',
    );
    const sent = await run([...LOAD, '--hold-back']);
    expect([sent.code, await stored()]).toEqual([1, ROWS - 1]);
  });

  it('stands still when the token is refused, and goes on with a new one of the same tenant', async () => {
    await planned();
    await box.control.addFaults({ fault: '401-from-now', match: { operation: 'ingest', nth: 10 } });
    const first = await run(LOAD);
    expect(first).toMatchObject({ code: 5, err: expect.stringContaining('refused the token') as string });
    await box.control.clearFaults();
    expect((await run(LOAD)).code).toBe(0);
    expect(await stored()).toBe(ROWS);
  });
});

describe('what is refused before anything is sent', () => {
  it.each<[string, number, readonly string[], Record<string, string>]>([
    ['a token that is missing', 5, LOAD, { PEAK_AUTH_TOKEN: '' }],
    ['a token that Peak does not know', 5, LOAD, { PEAK_AUTH_TOKEN: 'some-other-token' }],
    ['a file that is not there', 6, ['load', 'plan.json', '--file', 'no.csv'], {}],
    ['a plan that is not there', 2, ['load', 'no.json', '--file', 'sales.csv'], {}],
    ['an option nobody knows', 2, [...LOAD, '--token', 'x'], {}],
    ['a command nobody knows', 2, ['send'], {}],
    ['the newest row without a column that tells it', 2, [...PLAN, '--duplicates', 'keep-newest'], {}],
    ['a column that cannot tell the newest row', 5, [...PLAN, ...NEWEST, 'name'], {}],
    ['a plan that does not say which column tells it', 5, ['load', 'newest.json', '--file', 'sales.csv'], {}],
  ])('%s', async (_what, code, args, env) => {
    await planned();
    const ended = await run(args, env);
    expect(ended.code).toBe(code);
    expect(ended.err.length).toBeGreaterThan(20);
    expect(`${ended.out}${ended.err}`).not.toContain('some-other-token');
    expect(await stored()).toBe(0);
  });

  it('a file whose columns stand elsewhere', async () => {
    await planned();
    await writeFile(join(folder, 'sales.csv'), 'name,id,amount\na,b,1\n');
    const ended = await run(LOAD);
    expect(ended).toMatchObject({ code: 5, err: expect.stringContaining('another header') as string });
  });

  it('keeps the token out of everything it writes', async () => {
    await planned();
    await run(LOAD);
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain(DEMO_TOKENS.a);
    }
  });
});
