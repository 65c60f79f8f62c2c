import type { Page } from '@playwright/test';
import { expect, test, type Accessibility } from './fixtures';
import { fileOf, saleAt, sales } from './files/online-retail';
import {
  beginSending,
  chooseSolution,
  connectToSandbox,
  expectComplete,
  goTo,
  goToColumns,
  goToReview,
  goToSend,
  makePlan,
  reviewModel,
  rollOut,
  startLoad,
  takeFile,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { choose, chooseFromCombo, open, pick } from './ui';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

/** The screen as it stands, wide and narrow: nothing that axe finds, and nothing that needs sideways scrolling. */
async function expectGood(page: Page, accessibility: Accessibility, what: string): Promise<void> {
  await test.step(what, async () => {
    await accessibility.expectAccessible(what);
    await page.setViewportSize(NARROW);
    await accessibility.expectAccessible(`${what}, narrow`);
    const sideways = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect.soft(sideways, `${what}: pixels that stick out`).toBeLessThanOrEqual(0);
    await page.setViewportSize(WIDE);
  });
}

test.setTimeout(300_000);

test('start, connection and solution', async ({ page, accessibility }) => {
  await open(page, '/');
  await expect(page.getByRole('button', { name: 'Try it with the sandbox' })).toBeVisible();
  await expectGood(page, accessibility, 'start');
  await open(page, '/connect');
  await pick(page, /^Another region/);
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await expect(page.getByText('Paste a personal access token.')).toBeVisible();
  await expectGood(page, accessibility, 'connect, with errors');
  await connectToSandbox(page);
  await expectGood(page, accessibility, 'solution');
  await chooseSolution(page, QUOTE_PRICING);
  await expectGood(page, accessibility, 'rollout before');
  await page.getByRole('button', { name: 'Peak’s staff have saved it' }).click();
  await page.getByRole('button', { name: 'Roll out QP_OOTB' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectGood(page, accessibility, 'rollout asking');
});

test('a solution with its tables', async ({ page, accessibility, strictness }) => {
  strictness.allowConsole('404 (Not Found)');
  await rollOut(page, QUOTE_PRICING);
  await expectGood(page, accessibility, 'rollout after');
  await reviewModel(page);
  await expectGood(page, accessibility, 'prepare');
  for (const place of ['load', 'monitor', 'optional', ''] as const) {
    await goTo(page, place);
    await expect(page.getByRole('status', { name: /reading/i })).toHaveCount(0);
    await expectGood(page, accessibility, place === '' ? 'checklist' : `${place}, empty`);
  }
  await open(page, `${new URL(page.url()).pathname}/connect`);
  await expectGood(page, accessibility, 'connection');
  await page.getByRole('button', { name: 'Paste a new token' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectGood(page, accessibility, 'dialog for a token');
  await open(page, '/no/such/address');
  await expectGood(page, accessibility, 'not found');
  await page.setViewportSize(NARROW);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible();
  await accessibility.expectAccessible('menu, narrow');
});

test('a load from its file to its account', async ({ page, accessibility, sandbox }) => {
  const good = sales(300);
  const rows = [
    ...good,
    ...good.slice(0, 4),
    { ...saleAt(300), quantity: 'six' },
    { ...saleAt(301), soldAt: '2011-02-30 10:00:00' },
    { ...saleAt(302), product: '' },
    { ...saleAt(303), customer: 'BLOCKED' },
  ];
  await sandbox.addFaults({ match: { table: SALE.table }, fault: 'rows-refused', holding: 'BLOCKED' });
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await page.getByRole('button', { name: 'Or paste cells from a spreadsheet' }).click();
  await expect(page.getByRole('textbox', { name: 'Cells copied from a spreadsheet' })).toBeVisible();
  await expectGood(page, accessibility, 'file, empty');
  await takeFile(page, fileOf('sales.csv', rows));
  await expectGood(page, accessibility, 'file');
  await goToColumns(page);
  await expectGood(page, accessibility, 'columns');
  await goToReview(page, rows.length);
  await page.getByRole('button', { name: /^Change a whole column/ }).click();
  await chooseFromCombo(page, 'Column to change', 'QUANTITY');
  await choose(page, 'What to do', 'Replace values by a table');
  await expect(page.getByRole('list', { name: 'Values of QUANTITY' })).toBeVisible();
  await expectGood(page, accessibility, 'review');
  await goToSend(page);
  // The sample covers what the columns hold, so the row that Peak refuses is in it.
  await page.getByRole('button', { name: /^Dry run with / }).click();
  await expect(page.getByText(/^Dry run: [\d,]+ of \d+ rows accepted, 1 rejected$/)).toBeVisible();
  await expectGood(page, accessibility, 'send before the plan');
  await makePlan(page);
  await expectGood(page, accessibility, 'send with the plan');
  await beginSending(page);
  await expectComplete(page);
  await expect(page.getByRole('table', { name: `Rejected rows of ${SALE.table}` })).toBeVisible();
  await expectGood(page, accessibility, 'send after');
  for (const place of ['load', 'monitor', ''] as const) {
    await goTo(page, place);
    await expectGood(page, accessibility, place === '' ? 'checklist after a load' : `${place}, with a load`);
  }
  await open(page, '/storage');
  await expect(page.getByText('sales.csv')).toBeVisible();
  await expectGood(page, accessibility, 'storage');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectGood(page, accessibility, 'storage asking');
});
