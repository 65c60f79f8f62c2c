import { mkdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { makePlan, rollOut, startLoad } from '../e2e/onboarding';
import { choose, expectScreen } from '../e2e/ui';
import { sandboxControl, type SandboxControl } from '../lib/sandbox/control';
import { DEFAULT_SETTINGS } from '../lib/sandbox/settings';
import { APP, LIFTED_APP, LIFTED_SANDBOX, SANDBOX } from './addresses';
import { answered, answeredMore } from './answered';
import { median, quantile, record } from './figure';
import { MemoryWatch, serverOn, tabsOf } from './process-memory';
import { routeAgainstSandbox } from './route-alone';
import { writeSales } from './sales-file';
import { straightToSandbox } from './straight';
import { openUnwatched, pressAlone, tookAlone } from './unwatched';

const SECONDS = Number(process.env.ONRAMP_BENCH_SECONDS ?? 60);
const RUNS = Number(process.env.ONRAMP_BENCH_RUNS ?? 5);
const BUDGET = 50;
/** Rows of the long load; it is killed when all but the last 200,000 are taken. */
const LONG_ROWS = Number(process.env.ONRAMP_BENCH_LONG_ROWS ?? 1_200_000);
/** Milliseconds that a step may take before it counts as stuck; a file ten times as long may take ten times as much. */
const STUCK_MS = 300_000 * Math.max(1, LONG_ROWS / 1_200_000);
/** Rows that are sent before and after the measured time. */
const MARGIN_SECONDS = 12;
const QUOTE_PRICING = { standard: 'quote-pricing', version: '1.0.0' };
const SALE = { solution: 'QP_OOTB', table: 'QP_SALE_OOTB' };

async function fileOf(rows: number): Promise<string> {
  const path = `.onramp/bench/sending-${rows}.csv`;
  mkdirSync('.onramp/bench', { recursive: true });
  await writeSales(path, rows);
  return path;
}

/** From nothing to a frozen plan, through the screens. */
async function planned(page: Page, path: string, rows: number): Promise<void> {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(path);
  await page.getByText('Copied into this browser').waitFor({ timeout: STUCK_MS });
  await page.getByRole('button', { name: 'Continue to columns' }).click();
  await expectScreen(page, 'Columns');
  await page.getByRole('button', { name: 'Continue to review' }).click();
  await expect(page.getByText(`${rows.toLocaleString('en-GB')} rows read`)).toBeVisible({
    timeout: STUCK_MS,
  });
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: STUCK_MS });
  await page.getByRole('button', { name: /^Continue with / }).click();
  await expectScreen(page, 'Send');
}

/** Batches a second over the given time, once sending is in full swing. */
async function steadyRate(control: SandboxControl, seconds: number): Promise<number> {
  await expect
    .poll(async () => (await answered(control))['200'] ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(150);
  const begun = performance.now();
  const before = (await answered(control))['200'] ?? 0;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const after = (await answered(control))['200'] ?? 0;
  return ((after - before) * 1_000) / (performance.now() - begun);
}

for (const latencyMs of [20, 300]) {
  test(`the steady rate at answers of ${latencyMs} ms`, async ({ page }) => {
    const control = sandboxControl(SANDBOX);
    await control.reset();
    await control.change({ ...DEFAULT_SETTINGS, latencyMs: 0 });
    const rows = BUDGET * 500 * (SECONDS + MARGIN_SECONDS);
    await planned(page, await fileOf(rows), rows);
    await makePlan(page);
    await control.change({ latencyMs });
    await page.getByRole('button', { name: /^Send [\d,]+ rows?/ }).click();
    const rate = await steadyRate(control, SECONDS);
    const name = `500-row batches at ${latencyMs} ms, budget ${BUDGET}/s`;
    record({ name: `${name}: share of the budget`, value: rate / BUDGET, unit: 'x', atLeast: 0.95 });
    record({ name: `${name}: rate`, value: rate * 500, unit: 'rows/s' });
    const refused = (await answered(control))['429'] ?? 0;
    record({ name: `${name}: answers 429`, value: refused, unit: 'x', bar: 0 });
  });
}

test('what our route adds to a batch', async () => {
  const control = sandboxControl(SANDBOX);
  await control.reset();
  await control.change({ ...DEFAULT_SETTINGS, latencyMs: 20, rate: 0, store: false });
  const { straight, through } = await routeAgainstSandbox(APP, SANDBOX, 1_000);
  const name = '500-row batch at 4 lanes, our route over the sandbox alone';
  record({ name: `${name}: median added`, value: median(through) - median(straight), unit: 'ms', bar: 5 });
  const late = quantile(through, 0.95) - quantile(straight, 0.95);
  record({ name: `${name}: p95 added`, value: late, unit: 'ms', bar: 12 });
});

/** Rows a second through the app, from the press to the closed account. */
async function throughTheApp(path: string, rows: number): Promise<number> {
  const control = sandboxControl(LIFTED_SANDBOX);
  await control.reset();
  await control.change({ ...DEFAULT_SETTINGS, rowsLimit: 2_000, rate: 0 });
  const browser = await openUnwatched(LIFTED_APP);
  try {
    await planned(browser.page, path, rows);
    await choose(browser.page, 'Rows in one batch', '2,000 rows');
    await makePlan(browser.page);
    await control.change({ latencyMs: 20, store: false });
    await pressAlone(browser.page, /^Send [\d,]+ rows?/, 'Complete: every row is accounted for');
    const page = await browser.alone(await answeredMore(control, rows / 2_000));
    return (rows * 1_000) / (await tookAlone(page));
  } finally {
    await browser.close();
  }
}

test('2,000-row batches with the budget lifted', async () => {
  const control = sandboxControl(LIFTED_SANDBOX);
  const rows = 400_000;
  const path = await fileOf(rows);
  const rounds: { ours: number; straight: number }[] = [];
  // The first round only warms up.
  for (let round = 0; round <= RUNS; round += 1) {
    const ours = await throughTheApp(path, rows);
    const isOver = await answeredMore(control, rows / 2_000);
    const straight = await straightToSandbox(LIFTED_SANDBOX, path, 2_000, isOver);
    if (round > 0) rounds.push({ ours, straight });
  }
  const middle = (of: (round: { ours: number; straight: number }) => number) => median(rounds.map(of));
  const name = '2,000-row batches at 20 ms, budget lifted: rate';
  record({ name, value: middle(({ ours }) => ours), unit: 'rows/s' });
  const straight = middle((round) => round.straight);
  record({ name: 'the same straight to the sandbox: rate', value: straight, unit: 'rows/s' });
  const share = middle((round) => round.ours / round.straight);
  record({ name: 'through the app, against straight', value: share, unit: 'x', atLeast: 0.8 });
});

test('a long load: memory on its way, and a kill before its end', async ({ browser }) => {
  test.setTimeout(3 * STUCK_MS);
  const control = sandboxControl(LIFTED_SANDBOX);
  await control.reset();
  await control.change({ ...DEFAULT_SETTINGS, rowsLimit: 2_000, rate: 0 });
  const context = await browser.newContext({ baseURL: LIFTED_APP });
  const page = await context.newPage();
  await planned(page, await fileOf(LONG_ROWS), LONG_ROWS);
  await choose(page, 'Rows in one batch', '2,000 rows');
  await page.getByRole('button', { name: /^Make the plan for / }).click();
  await page.getByRole('button', { name: /^Send [\d,]+ rows?/ }).waitFor({ timeout: STUCK_MS });
  await control.change({ latencyMs: 20, store: false });
  const taken = async () => (await answered(control))['200'] ?? 0;
  const server = serverOn(new URL(LIFTED_APP).port);
  const watches = {
    tab: new MemoryWatch(await tabsOf(browser)),
    server: new MemoryWatch(server === undefined ? [] : [server]),
  };
  await page.getByRole('button', { name: /^Send [\d,]+ rows?/ }).click();
  await expect.poll(taken, { timeout: 3 * STUCK_MS }).toBeGreaterThan((LONG_ROWS - 200_000) / 2_000);
  const rows = `${((LONG_ROWS - 200_000) / 1e6).toLocaleString('en-GB')} million rows`;
  for (const [name, watch] of Object.entries(watches)) {
    const held = watch.end();
    if (!held) continue;
    record({ name: `memory of the ${name} over ${rows}: last quarter`, value: held.after, unit: 'MB' });
    const growth = held.after / held.before;
    record({
      name: `memory of the ${name} over ${rows}: against the second`,
      value: growth,
      unit: 'x',
      bar: 1.25,
    });
  }

  const { pathname } = new URL(page.url());
  const crashed = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  const opened = performance.now();
  await again.goto(pathname);
  const goOn = again.getByRole('button', { name: /^Go on with [\d,]+ rows?/ });
  await goOn.waitFor({ timeout: 60_000 });
  record({
    name: `kill after ${rows}: tab opened to the button`,
    value: performance.now() - opened,
    unit: 'ms',
  });
  const before = await taken();
  const pressed = performance.now();
  await goOn.click();
  while ((await taken()) === before) await new Promise((resolve) => setTimeout(resolve, 5));
  const name = `kill after ${rows}: press to the first new batch taken`;
  record({ name, value: performance.now() - pressed, unit: 'ms', bar: 2_000 });
  await expect(again.getByText('Complete: every row is accounted for')).toBeVisible({ timeout: STUCK_MS });
  await context.close();
});
