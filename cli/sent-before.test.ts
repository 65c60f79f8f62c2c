import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeWorkbook, type MadeCell } from '../e2e/files/make-workbook';
import { ID, column } from '@/lib/sandbox/fixture';
import { RowSamples, keepSamples } from './row-samples';
import { terminal, type Terminal } from './terminal-suite';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const ROWS = 400;
const LOAD = ['load', 'plan.json', '--file', 'sales.csv'];
const HEAD = 'id,name,amount';

let at: Terminal;
beforeAll(async () => {
  at = await terminal();
});
afterAll(() => at.end());

const stored = async (): Promise<number> =>
  (await at.box.control.count({ solution: 'S', table: 'T_ROW' })).rows;
const write = (name: string, text: string): Promise<void> => writeFile(join(at.folder, name), text);
const edit = async (name: string, change: (text: string) => string): Promise<void> =>
  write(name, change(await readFile(join(at.folder, name), 'utf8')));
const anotherRule = (text: string): string => {
  const rule = { id: 'x', kind: 'skip-found', code: 'integer-malformed', column: 'AMOUNT' };
  return JSON.stringify({ ...Object(JSON.parse(text)), repairs: [rule] });
};
const month = (name: string, rows = ROWS): string =>
  [HEAD, ...Array.from({ length: rows }, (_, n) => `${name}${n},name ${n},${n}`), ''].join('\n');
const plan = async (file: string, ...how: string[]): Promise<void> => {
  const to = ['--host', 'sandbox', '--solution', 'S', '--table', 'row', '--file', file];
  const ended = await at.run(['plan', ...to, '--rows-per-batch', '50', '--out', 'plan.json', ...how]);
  expect(ended.code, ended.err).toBe(0);
};

/** A plan and its file; nothing is sent yet. */
async function ready(operation: 'UPSERT' | 'APPEND' = 'APPEND', key = ['ID']): Promise<void> {
  await at.clear();
  await at.box.table([ID, column('NAME'), column('AMOUNT', 'integer')], key);
  await write('sales.csv', month('k'));
  await plan('sales.csv', '--operation', operation);
}

type Fault = Parameters<Terminal['box']['control']['addFaults']>[0];
/** One call of the command under a fault; its exit code. */
async function under(fault: Fault, args: readonly string[]): Promise<number | null> {
  await at.box.control.addFaults(fault);
  const { code } = await at.run(args);
  await at.box.control.clearFaults();
  return code;
}
const ingest = { operation: 'ingest' } as const;
const busyAtThird: Fault = { fault: '429', retryAfter: 3_600, match: { ...ingest, nth: 3 } };

/** A load that stands still in its middle, for its token. */
async function begun(operation: 'UPSERT' | 'APPEND' = 'APPEND'): Promise<void> {
  await ready(operation);
  expect(await under({ fault: '401-from-now', match: { ...ingest, nth: 3 } }, LOAD)).toBe(5);
}

/** The call is refused with these words, and nothing was sent. */
async function refused(args: readonly string[], ...said: string[]): Promise<void> {
  const before = await stored();
  const ended = await at.run(args);
  expect([ended.code, await stored()], `${ended.out}${ended.err}`).toEqual([5, before]);
  for (const words of said) expect(ended.err).toContain(words);
}
const sent = async (args: readonly string[], rows: number): Promise<void> => {
  const ended = await at.run(args);
  expect([ended.code, await stored()], `${ended.out}${ended.err}`).toEqual([0, rows]);
};

describe('a file of which a part was sent by APPEND', () => {
  it.each<[string, string, (text: string) => string]>([
    ['the plan', 'plan.json', anotherRule],
    ['the file', 'sales.csv', (text) => `${text}k${ROWS},name,1\n`],
  ])('is not sent once more because %s was changed, until somebody says so', async (_, name, change) => {
    await begun();
    const old = await readFile(join(at.folder, name), 'utf8');
    await edit(name, change);
    await refused(LOAD, 'another load');
    await edit(name, () => old);
    expect((await at.run(LOAD)).code, 'the old one goes on').toBe(0);
    expect(await stored()).toBe(ROWS);
    await edit(name, change);
    expect((await at.run([...LOAD, '--again'])).code).toBe(0);
    expect(await stored()).toBeGreaterThanOrEqual(2 * ROWS);
  });

  it('is known after the token was renewed, too', async () => {
    await begun();
    // What names a token is a hash under this key: another key is another name, as another token would be.
    await rm(join(at.folder, 'plan.loads', 'connection.key'));
    await edit('plan.json', anotherRule);
    await refused([...LOAD, '--same-tenant'], 'the plan was changed');
  });

  it('is not sent from a plan that was written down before, while nothing of it had left', async () => {
    await ready();
    expect(await under({ fault: '401-from-now', match: ingest }, LOAD)).toBe(5);
    expect(await stored()).toBe(0);
    const old = await readFile(join(at.folder, 'plan.json'), 'utf8');
    await edit('plan.json', anotherRule);
    await sent(LOAD, ROWS);
    await write('plan.json', old);
    await refused(LOAD, 'the plan was changed');
  });

  it('keeps no other file from being sent', async () => {
    await begun();
    const before = await stored();
    await write('other.csv', 'id,name,amount\nz,z,1\n');
    await sent(['load', 'plan.json', '--file', 'other.csv'], before + 1);
  });
});

describe('--again', () => {
  it('goes on with the load that it began, however often it is called, and begins the next when that is through', async () => {
    await ready();
    await sent(LOAD, ROWS);
    const again = [...LOAD, '--again'];
    expect(await under(busyAtThird, again)).toBe(4);
    expect(await stored()).toBeLessThan(2 * ROWS);
    await sent(again, 2 * ROWS);
    await sent(again, 3 * ROWS);
  });

  it('need not be said again for a load that it began, even if nothing of it had left', async () => {
    await ready();
    await sent(LOAD, ROWS);
    expect(await under({ fault: '401-from-now', match: ingest }, [...LOAD, '--again'])).toBe(5);
    await sent(LOAD, 2 * ROWS);
  });

  it('goes on with the first load while that is not through, and says so', async () => {
    await ready();
    expect(await under(busyAtThird, LOAD)).toBe(4);
    const ended = await at.run([...LOAD, '--again']);
    expect([ended.code, await stored()]).toEqual([0, ROWS]);
    expect(ended.out).toContain('--again');
  });
});

describe('a file repaired at its place after an APPEND load that left rows out', () => {
  it('is not sent whole after --hold-back', async () => {
    await ready();
    await edit('sales.csv', (text) => text.replace('k7,name 7,7', 'k7,name 7,seven'));
    expect((await at.run([...LOAD, '--hold-back'])).code).toBe(1);
    await edit('sales.csv', (text) => text.replace('seven', '7'));
    await refused(LOAD, '399 rows', '--again');
    await sent([...LOAD, '--again'], 2 * ROWS - 1);
  });

  it('is not sent whole after Peak rejected some of it, or could not write some of it later', async () => {
    await ready();
    const fault: Fault = { fault: 'rows-refused', holding: 'name 7', match: ingest };
    expect(await under(fault, LOAD)).toBe(1);
    await edit('sales.csv', (text) => text.replace('k7,name 7,7', 'k7,name seven,7'));
    await refused(LOAD, '--again');
    await ready();
    await sent(LOAD, ROWS);
    await at.run(['late', 'plan.json', '--count', '1']);
    await edit('sales.csv', (text) => text.replace('k7,name 7,7', 'k7,name seven,7'));
    await refused(LOAD, '--again');
  });

  it.each(['copy.csv', 'sales.csv'])('is known by its batches, under %s', async (name) => {
    await ready();
    await sent(LOAD, ROWS);
    // As an older version left it.
    const folder = join(at.folder, 'plan.loads');
    for (const kept of await readdir(folder)) if (kept.endsWith('.rows')) await rm(join(folder, kept));
    await write(name, `${month('k')}new,new,1\n`);
    await refused(['load', 'plan.json', '--file', name], '400 rows', '--again');
    expect((await at.run(['status', 'plan.json'])).out.match(/APPEND into/g)).toHaveLength(1);
  });
});

describe('rows that an earlier APPEND load brought there', () => {
  const grown = (rows = ROWS): string => month('k', rows).replace('\n', '\nnew,new,1\n');

  it.each(['copy.csv', 'sales.csv'])('are known after one was put in at the top, in %s', async (name) => {
    await ready();
    await sent(LOAD, ROWS);
    await write(name, grown());
    await refused(['load', 'plan.json', '--file', name], '400 rows of it', '--again');
    expect((await at.run(['status', 'plan.json'])).out.match(/APPEND into/g)).toHaveLength(1);
    await sent(['load', 'plan.json', '--file', name, '--again'], 2 * ROWS + 1);
  });

  it('are only those: what was rejected, or never left, may be sent in a file of its own', async () => {
    await ready();
    const fault: Fault = { fault: 'rows-refused', holding: 'name 7', match: ingest };
    expect(await under(fault, LOAD)).toBe(1);
    const before = await stored();
    const rows = month('k')
      .split('\n')
      .filter((line) => /^id|name 7/.test(line));
    await write('rest.csv', `${rows.join('\n')}\n`);
    await sent(['load', 'plan.json', '--file', 'rest.csv'], ROWS);
    expect(before + rows.length - 1).toBe(ROWS);
    await begun();
    await write('rest.csv', `${HEAD}\nk399,name 399,399\n`);
    await sent(['load', 'plan.json', '--file', 'rest.csv'], (await stored()) + 1);
  });

  it('may be the same by chance where there is no key, as long as they are few', async () => {
    await ready('APPEND', []);
    await sent(LOAD, ROWS);
    await write('feb.csv', month('b').replace('b7,name 7,7', 'k7,name 7,7'));
    await sent(['load', 'plan.json', '--file', 'feb.csv'], 2 * ROWS);
    const mixed = month('c').replaceAll(/\nc(1\d+)/g, '\nk$1');
    await write('mar.csv', mixed);
    await refused(['load', 'plan.json', '--file', 'mar.csv'], '110 rows of it');
  });

  it('may be missed where a load was too long to keep every row of it, and that is said', async () => {
    await ready();
    await sent(LOAD, ROWS);
    const samples = new RowSamples(8);
    for (let n = 0; n < 100; n += 1) samples.note(n + 2, `a row of long ago, ${n}`);
    for (const kept of await readdir(join(at.folder, 'plan.loads')))
      if (kept.endsWith('.rows')) await keepSamples(join(at.folder, 'plan.loads', kept), samples);
    await write('feb.csv', month('b'));
    const { out } = await at.run(['load', 'plan.json', '--file', 'feb.csv']);
    expect([out.includes('a sample of them was compared'), await stored()], out).toEqual([true, 2 * ROWS]);
  });
});

describe('a plan of APPEND that serves every month', () => {
  it('takes a new file at the same path and at another without a word', async () => {
    await ready();
    await sent(LOAD, ROWS);
    await write('sales.csv', month('b'));
    await sent(LOAD, 2 * ROWS);
    await write('march.csv', month('c'));
    await sent(['load', 'plan.json', '--file', 'march.csv'], 3 * ROWS);
  });

  it('is not held up for good by one load at its path that never came through', async () => {
    await begun();
    const before = await stored();
    await write('sales.csv', month('b'));
    await refused(LOAD, 'the file was changed');
    await sent([...LOAD, '--again'], before + ROWS);
    await write('sales.csv', month('c'));
    await sent(LOAD, before + 2 * ROWS);
  });

  it('is told how to settle what alone is left of that load: doubt', async () => {
    await ready();
    const lost: Fault = { fault: 'lost-after', match: { ...ingest, nth: 3 } };
    expect(await under(lost, LOAD)).toBe(3);
    await write('sales.csv', month('b'));
    await refused(LOAD, '--treat-doubt-as-stored', '--resend-doubt');
    await write('sales.csv', month('k'));
    await sent([...LOAD, '--treat-doubt-as-stored'], ROWS);
    await write('sales.csv', month('b'));
    await sent(LOAD, 2 * ROWS);
  });

  it.each(['', '{"path":', '7'])('is not ended by a note of the file that reads %j', async (torn) => {
    await begun();
    const before = await stored();
    const folder = join(at.folder, 'plan.loads');
    const notes = (await readdir(folder)).filter((name) => name.endsWith('.source'));
    expect(notes).toHaveLength(1);
    for (const name of notes) await writeFile(join(folder, name), torn);
    await write('sales.csv', month('b'));
    await sent(LOAD, before + ROWS);
  });
});

describe('sheets of one workbook by APPEND', () => {
  const rows = (name: string): MadeCell[][] =>
    Array.from({ length: 60 }, (_, n) => [`${name}${n}`, `name ${n}`, n]);
  const sheets = ['January', 'February'].map((name) => ({ name, rows: [HEAD.split(','), ...rows(name)] }));
  const BOOK = ['load', 'plan.json', '--file', 'sales.xlsx'];
  const planOf = (...names: string[]): Promise<void> =>
    plan('sales.xlsx', '--operation', 'APPEND', ...names.flatMap((name) => ['--sheet', name]));

  it('are other rows; one that was sent is not sent again with another', async () => {
    await ready();
    await writeFile(join(at.folder, 'sales.xlsx'), makeWorkbook({ sheets }));
    await planOf('January');
    expect(await under({ ...busyAtThird, match: { ...ingest, nth: 2 } }, BOOK)).toBe(4);
    const before = await stored();
    await planOf('February');
    await sent(BOOK, before + 60);
    await planOf('February', 'January');
    await refused(BOOK, '--again');
  });
});

it('sends a changed file by UPSERT, which replaces what is there', async () => {
  await begun('UPSERT');
  await edit('sales.csv', (text) => `${text}k${ROWS},name,1\n`);
  await sent(LOAD, ROWS + 1);
});
