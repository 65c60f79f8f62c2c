import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ID, column } from '@/lib/sandbox/fixture';
import { terminal, type Terminal } from './terminal-suite';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const ROWS = 400;
const LOAD = ['load', 'plan.json', '--file', 'sales.csv'];

let at: Terminal;
beforeAll(async () => {
  at = await terminal();
});
afterAll(() => at.end());

const stored = async (): Promise<number> =>
  (await at.box.control.count({ solution: 'S', table: 'T_ROW' })).rows;
const edit = async (name: string, change: (text: string) => string): Promise<void> => {
  const path = join(at.folder, name);
  await writeFile(path, change(await readFile(path, 'utf8')));
};
const anotherRule = (text: string): string => {
  const rule = { id: 'x', kind: 'skip-found', code: 'integer-malformed', column: 'AMOUNT' };
  return JSON.stringify({ ...Object(JSON.parse(text)), repairs: [rule] });
};

/** A load that stands still in its middle, for its token. */
async function begun(operation: 'UPSERT' | 'APPEND'): Promise<void> {
  await at.clear();
  await at.box.table([ID, column('NAME'), column('AMOUNT', 'integer')], ['ID']);
  const lines = Array.from({ length: ROWS }, (_, n) => `k${n},name ${n},${n}`);
  await writeFile(join(at.folder, 'sales.csv'), ['id,name,amount', ...lines, ''].join('\n'));
  const to = ['--host', 'sandbox', '--solution', 'S', '--table', 'row', '--file', 'sales.csv'];
  const how = ['--operation', operation, '--rows-per-batch', '50', '--out', 'plan.json'];
  expect((await at.run(['plan', ...to, ...how])).code).toBe(0);
  await at.box.control.addFaults({ fault: '401-from-now', match: { operation: 'ingest', nth: 3 } });
  expect((await at.run(LOAD)).code).toBe(5);
  await at.box.control.clearFaults();
}

describe('a file of which a part was sent by APPEND', () => {
  it.each<[string, string, (text: string) => string]>([
    ['the plan', 'plan.json', anotherRule],
    ['the file', 'sales.csv', (text) => `${text}k${ROWS},name,1\n`],
  ])('is not sent once more because %s was changed, until somebody says so', async (_, name, change) => {
    await begun('APPEND');
    const before = await stored();
    const old = await readFile(join(at.folder, name), 'utf8');
    await edit(name, change);
    const ended = await at.run(LOAD);
    expect(ended).toMatchObject({ code: 5, err: expect.stringContaining('another load') as string });
    expect(await stored()).toBe(before);
    await edit(name, () => old);
    expect((await at.run(LOAD)).code, 'the old one goes on').toBe(0);
    expect(await stored()).toBe(ROWS);
    await edit(name, change);
    expect((await at.run([...LOAD, '--again'])).code).toBe(0);
    expect(await stored()).toBeGreaterThanOrEqual(2 * ROWS);
  });

  it('keeps no other file from being sent', async () => {
    await begun('APPEND');
    const before = await stored();
    await writeFile(join(at.folder, 'other.csv'), 'id,name,amount\nz,z,1\n');
    expect((await at.run(['load', 'plan.json', '--file', 'other.csv'])).code).toBe(0);
    expect(await stored()).toBe(before + 1);
  });
});

it('sends a changed file by UPSERT, which replaces what is there', async () => {
  await begun('UPSERT');
  await edit('sales.csv', (text) => `${text}k${ROWS},name,1\n`);
  expect((await at.run(LOAD)).code).toBe(0);
  expect(await stored()).toBe(ROWS + 1);
});
