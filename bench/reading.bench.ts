import { mkdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { goToColumns, rollOut, startLoad } from '../e2e/onboarding';
import { sandboxControl } from '../lib/sandbox/control';
import { SANDBOX } from './addresses';
import { median, record } from './figure';
import { papaparseAlone } from './papaparse-alone';
import { writeSales } from './sales-file';

const ROWS = Number(process.env.ONRAMP_BENCH_ROWS ?? 1_000_000);
const RUNS = Number(process.env.ONRAMP_BENCH_RUNS ?? 5);
const FILE = `.onramp/bench/sales-${ROWS}.csv`;

test('reading and checking a large CSV', async ({ browser }) => {
  mkdirSync('.onramp/bench', { recursive: true });
  await writeSales(FILE, ROWS);
  const samples = {
    alone: [] as number[],
    first: [] as number[],
    check: [] as number[],
    longest: [] as number[],
  };
  // Interleaved, so that a slow minute of the machine falls on both; the first round only warms up.
  for (let run = 0; run <= RUNS; run++) {
    const bare = await browser.newContext();
    const alone = await papaparseAlone(await bare.newPage(), FILE);
    await bare.close();
    const ours = await throughTheApp(await (await browser.newContext()).newPage());
    expect(alone.rows).toBe(ROWS);
    if (run === 0) continue;
    samples.alone.push(alone.ms);
    samples.first.push(ours.first);
    samples.check.push(ours.check);
    samples.longest.push(ours.longest);
  }
  const name = `${ROWS.toLocaleString('en-GB')} x 12 CSV`;
  const alone = median(samples.alone);
  const check = median(samples.check);
  record({ name: `${name}: Papa Parse alone`, value: alone, unit: 'ms' });
  record({ name: `${name}: read, check and keys`, value: check, unit: 'ms' });
  record({ name: `${name}: rate`, value: (ROWS / check) * 1000, unit: 'rows/s' });
  record({ name: `${name}: against Papa Parse alone`, value: check / alone, unit: 'x', bar: 2 });
  record({ name: `${name}: chosen to first rows`, value: median(samples.first), unit: 'ms', bar: 300 });
  record({ name: `${name}: longest task of the page`, value: median(samples.longest), unit: 'ms', bar: 50 });
});

/** One whole visit: from choosing the file to the counts of the review, as a user waits for them. */
async function throughTheApp(page: Page) {
  await sandboxControl(SANDBOX).reset();
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, 'QP_SALE_OOTB');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const chosen = await chooser;
  const begun = await now(page);
  await chosen.setFiles(FILE);
  const first = (await momentOf(page, 'First rows of the file', false)) - begun;
  await page.getByText('Copied into this browser').waitFor({ timeout: 300_000 });
  await goToColumns(page);

  await page.evaluate(watchLongTasks);
  const asked = await now(page);
  await page.getByRole('button', { name: 'Continue to review' }).click();
  const check = (await momentOf(page, `${ROWS.toLocaleString('en-GB')} rows read`, true)) - asked;
  const longest = await page.evaluate(() => Number(document.documentElement.dataset.longest ?? 0));
  await page.context().close();
  return { first, check, longest };
}

const now = (page: Page) => page.evaluate(() => performance.now());

/** The moment a text stands on the page, looked for in every frame; `calm` waits for whatever is under way, too. */
async function momentOf(page: Page, text: string, calm: boolean): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) =>
      document.body.innerText.includes(wanted.text) &&
      (!wanted.calm || document.querySelector('[role="progressbar"]') === null) &&
      performance.now(),
    { text, calm },
    { polling: 'raf', timeout: 300_000 },
  );
  return Number(await handle.jsonValue());
}

function watchLongTasks(): void {
  const { dataset } = document.documentElement;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      dataset.longest = String(Math.max(duration, Number(dataset.longest ?? 0)));
    }
  }).observe({ type: 'longtask' });
}
