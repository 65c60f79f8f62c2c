import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEMO_TOKENS } from '../lib/sandbox/settings';
import { SANDBOX } from './addresses';
import { fileOf, sales } from './files/online-retail';
import { expect, test } from './fixtures';
import { rollOut } from './onboarding';
import { planSales, QUOTE_PRICING, SALE } from './sales';
import { downloadText } from './ui';

const ROWS = 1_200;

test('a plan made on the screens is carried out at a terminal', async ({ page, sandbox }) => {
  const folder = await mkdtemp(join(tmpdir(), 'onramp-plan-'));
  try {
    await rollOut(page, QUOTE_PRICING);
    await planSales(page, ROWS);
    const button = page.getByRole('button', { name: 'Plan for the command line' });
    const plan = await downloadText(page, button);
    const source = fileOf('sales.csv', sales(ROWS)).content;
    await test.step('the plan holds neither the token nor a row', () => {
      expect(plan).not.toContain(DEMO_TOKENS.a);
      const [first] = sales(1);
      const values = Object.values(first ?? {}).map(String);
      expect(values.filter((value) => value.length > 5 && plan.includes(value))).toEqual([]);
    });

    await writeFile(join(folder, 'plan.json'), plan);
    await writeFile(join(folder, 'sales.csv'), source);
    const args = [join(process.cwd(), 'cli/onramp.mjs'), 'load', 'plan.json', '--file', 'sales.csv'];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: folder,
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        PEAK_AUTH_TOKEN: DEMO_TOKENS.a,
        ONRAMP_SANDBOX_URL: SANDBOX,
      },
    });
    expect(stdout).toMatch(/accepted by Peak +1,200/);
    expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
