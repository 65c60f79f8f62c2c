import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { erdos } from './files/bad-files';
import { fileOf, reportOf, saleAt, sales } from './files/online-retail';
import {
  beginSending,
  expectComplete,
  goTo,
  goToColumns,
  goToReview,
  goToSend,
  makePlan,
  rollOut,
  startLoad,
  takeFile,
} from './onboarding';
import { sayWhichCopyIsSent } from './offers';
import { bringSalesToSend, QUOTE_PRICING, SALE } from './sales';
import { choose, openCell } from './ui';

/** Whoever has no mouse goes on from where they are: what was pressed goes away, and the focus does not fall to the page. */

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const top = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test.beforeEach(async ({ page }) => {
  await rollOut(page, QUOTE_PRICING);
});

test('answers about the reading of a file lead to how it is read now', async ({ page }) => {
  await startLoad(page, SALE.table);
  await takeFile(page, reportOf(30));
  await press(page, 'Cut into 7 columns');
  await expect(heading(page, 'How the file is read')).toBeFocused();
  await expect(said(page, /^The file is read, 7 columns: .*columns at fixed places/)).toHaveCount(1);

  const places = page.getByLabel('Columns begin at');
  await places.fill('12, 24');
  await press(page, 'Cut there');
  await expect(places).toBeFocused();
  await expect(page.getByRole('button', { name: 'Cut there' })).toBeHidden();
  await expect(said(page, /^The file is read, 3 columns/)).toHaveCount(1);

  await goTo(page, 'load');
  await startLoad(page, SALE.table);
  await takeFile(page, erdos);
  await press(page, /^This is right: Windows-1250/);
  await expect(heading(page, 'How the file is read')).toBeFocused();
  await expect(said(page, /^The file is read, .*Windows-1250/)).toHaveCount(1);
});

test('cells that are read put the focus at the top of what they became', async ({ page }) => {
  await startLoad(page, SALE.table);
  await press(page, 'Or paste cells from a spreadsheet');
  await page.getByLabel('Cells copied from a spreadsheet').fill('InvoiceNo\tStockCode\n1\tA\n2\tB\n');
  await press(page, 'Read these cells');
  await expect(page.getByRole('button', { name: /^Continue to / })).toBeVisible();
  await expect(top(page, 'File')).toBeFocused();
});

test('a rule that is applied or left leads to its finding, and then to the next one', async ({ page }) => {
  const rows = [...sales(30), { ...saleAt(30), quantity: '12 pcs' }, { ...saleAt(31), product: '' }];
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', rows));
  await goToColumns(page);
  await goToReview(page, rows.length);
  const finding = page.getByRole('listitem').filter({ hasText: '12 pcs' });
  await finding.getByRole('button', { name: /^Take off/ }).press('Enter');
  await finding.getByRole('button', { name: 'Leave it' }).press('Enter');
  await expect(finding).toBeFocused();
  await finding.getByRole('button', { name: /^Take off/ }).press('Enter');
  await finding.getByRole('button', { name: /^Apply to the column/ }).press('Enter');
  await expect(finding).toBeHidden();
  await expect(page.getByRole('main').locator('li:focus')).toHaveCount(1);
  await expect(said(page, /^Applied to QUANTITY: take off pcs, 1 cell/)).toHaveCount(1);

  await press(page, 'Undo');
  // Not on Redo beside it: who presses once more does not mean that.
  await expect(heading(page, 'Repairs')).toBeFocused();
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
});

test('a plan that is made or taken back puts the focus at the top of the step', async ({ page }) => {
  await bringSalesToSend(page, 40);
  await press(page, /^Make the plan for /);
  await expect(page.getByRole('button', { name: 'Send 40 rows' })).toBeVisible();
  await expect(top(page, 'Send')).toBeFocused();
  await expect(said(page, 'The plan is made: 40 rows in 1 batch.')).toHaveCount(1);
  await press(page, 'Change something');
  await expect(page.getByRole('button', { name: /^Make the plan for / })).toBeVisible();
  await expect(top(page, 'Send')).toBeFocused();
  await expect(said(page, 'The plan is taken back. Nothing of it was sent.')).toHaveCount(1);
  await makePlan(page);
});

test('“Pause” has the focus again once it is what goes on', async ({ page, sandbox }) => {
  test.slow();
  await bringSalesToSend(page, 4_000);
  await choose(page, 'Rows in one batch', '100 rows');
  await makePlan(page);
  await sandbox.addFaults({ match: { operation: 'ingest', nth: 5 }, fault: 'held', times: 40 });
  await press(page, /^Send 4,000 rows/);
  await expect.poll(() => sandbox.hits()).toBeGreaterThan(0);
  await press(page, 'Pause');
  await expect(heading(page, 'Pausing: waiting for the answers that are under way')).toBeFocused();
  await sandbox.clearFaults();
  await expect(page.getByRole('button', { name: /^Go on with [\d,]+ rows$/ })).toBeFocused();
});

test('the end of sending does not move the page under a reader with a mouse', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 1_280, height: 400 });
  await bringSalesToSend(page, 40);
  await makePlan(page);
  await sandbox.addFaults({ match: { operation: 'ingest', nth: 1 }, fault: 'held', times: 1 });
  await beginSending(page);
  await expect.poll(() => sandbox.hits()).toBeGreaterThan(0);
  await page.mouse.wheel(0, 2_000);
  await expect(top(page, 'Send')).not.toBeInViewport();
  await sandbox.clearFaults();
  await expectComplete(page);
  await expect(top(page, 'Send')).toBeFocused();
  await expect(top(page, 'Send')).not.toBeInViewport();
});

test('a cell that is scrolled out of view keeps what was typed, and the grid has the focus', async ({
  page,
}) => {
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', sales(120)));
  await goToColumns(page);
  await goToReview(page, 120);
  const field = await openCell(page, { row: 2, column: 'Quantity' });
  await field.fill('77');
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  await grid.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await expect(field).toBeHidden();
  await expect(grid).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'Row 2, ' })).toContainText('set to “77”');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('77');
});

test('“Stay with APPEND” opens the step again, with the focus on its heading', async ({ page }) => {
  const rows = [...sales(20), { ...saleAt(3), quantity: '77' }];
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', rows));
  await goToColumns(page);
  await goToReview(page, rows.length);
  await sayWhichCopyIsSent(page, /^Keep all/);
  await goToSend(page);
  // The copies are undecided under UPSERT, so that the step closes with the choice.
  await page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: /^UPSERT/ }) })
    .click();
  await press(page, 'Stay with APPEND');
  await expect(page.getByRole('radio', { name: /^APPEND/ })).toBeChecked();
  await expect(top(page, 'Send')).toBeFocused();
  await expect(said(page, 'The operation type is APPEND: every row is sent.')).toHaveCount(1);
});
