import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { fileOf, sales } from './files/online-retail';
import {
  applyRule,
  chooseOperation,
  downloadHeld,
  expectAccount,
  expectFinding,
  expectMatched,
  expectRepairs,
  expectReview,
  goToColumns,
  goToReview,
  goToSend,
  matchColumns,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { chooseFromCombo, expectScreen, giveFile, open, reload } from './ui';

const ROWS = 60;
/** Three quantities in words: no rule mends them, a person in a spreadsheet does. */
const WORDS = new Map([
  [9, 'nine'],
  [19, 'twelve'],
  [29, 'seven'],
]);
const SALES = sales(ROWS).map((sale, at) => ({ ...sale, quantity: WORDS.get(at) ?? sale.quantity }));

async function bringToReview(page: Page, file: Parameters<typeof takeFile>[1], rows: number) {
  await startLoad(page, SALE.table);
  await takeFile(page, file);
  await goToColumns(page);
  await goToReview(page, rows);
}

async function search(page: Page, text: string) {
  const form = page.getByRole('search', { name: 'Search the file' });
  await form.getByRole('textbox', { name: 'Search for' }).fill(text);
  await form.getByRole('button', { name: 'Search' }).click();
  return form.getByRole('status');
}

test('rows are searched for, a column is searched and replaced, undone and done again', async ({ page }) => {
  await rollOut(page, QUOTE_PRICING);
  await bringToReview(page, fileOf('sales.csv', SALES), ROWS);
  const grid = page.getByRole('grid');

  await test.step('search', async () => {
    await expect(await search(page, 'no such text')).toHaveText('No row holds “no such text”.');
    await expect(await search(page, 'TWELVE')).toHaveText('1 row with “TWELVE”');
    await expect(grid).toHaveAttribute('aria-rowcount', '2');
    await expect(grid.getByRole('gridcell').filter({ hasText: 'twelve' })).toBeVisible();
    await page.getByRole('button', { name: 'Show all rows again' }).click();
    await expect(grid).toHaveAttribute('aria-rowcount', String(ROWS + 1));
  });

  const repair = 'QUANTITY: replace the text “nine” by “9”';
  await test.step('replace', async () => {
    await page.getByRole('button', { name: /^Change a whole column/ }).click();
    await chooseFromCombo(page, 'Column to change', 'QUANTITY');
    await page.getByRole('textbox', { name: 'Find' }).fill('nine');
    await page.getByRole('textbox', { name: 'Replace by' }).fill('9');
    await page.getByRole('button', { name: 'Look at what it does' }).click();
    const samples = page.getByRole('list', { name: 'Samples' });
    await expect(samples.getByRole('listitem')).toHaveText([/row 11\s*nine.*9/]);
    await expect(
      page.getByText('It would touch 1 cell of the whole file; 1 finding would go.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Apply to the column: 1 cell' }).click();
    await expectRepairs(page, [repair]);
    await waitForCheck(page, ROWS);
    await expectReview(page, { ready: ROWS - 2, held: 2 });
  });

  await test.step('undo and redo', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectReview(page, { ready: ROWS - 3, held: 3 });
    await expectRepairs(page, []);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expectReview(page, { ready: ROWS - 2, held: 2 });
    await expectRepairs(page, [repair]);
  });
});

test('rows that are held are repaired in a spreadsheet and dropped back, and nothing else changes', async ({
  page,
  sandbox,
}) => {
  test.slow();
  await rollOut(page, QUOTE_PRICING);
  await bringToReview(page, fileOf('sales.csv', SALES), ROWS);
  const held = await downloadHeld(page);
  expect(held.trim().split('\r\n')).toHaveLength(1 + WORDS.size);
  const mended = held.replace('nine', '9').replace('twelve', '12').replace('seven', '7');
  await giveFile(page, { name: 'mended.csv', content: mended });
  await expect(page.getByRole('list', { name: 'Samples' }).getByRole('listitem')).toHaveText([
    /row 11, QUANTITY\s*nine.*9/,
    /row 21, QUANTITY\s*twelve.*12/,
    /row 31, QUANTITY\s*seven.*7/,
  ]);
  await page.getByRole('button', { name: 'Leave it' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await giveFile(page, { name: 'mended.csv', content: mended });
  await page.getByRole('button', { name: 'Take over 3 cells' }).press('Enter');
  await expectScreen(page, 'Review');
  await expectReview(page, { ready: ROWS });
  await expectRepairs(page, ['3 cells in 3 rows from mended.csv']);
  await goToSend(page);
  await chooseOperation(page, 'UPSERT');
  await sendAll(page);
  await expectAccount(page, { read: ROWS, accepted: ROWS });
  const meant = SALES.map(({ quantity }, at) => Number([9, 12, 7][[9, 19, 29].indexOf(at)] ?? quantity));
  const sum = meant.reduce((total, each) => total + each, 0);
  expect(Number((await sandbox.count(SALE, ['QUANTITY'])).sums.QUANTITY)).toBe(sum);
});

test('rows of one finding are left out at once, a warning is called right, and both answers can be taken back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const NOT_WHOLE = 'QUANTITY Not a whole number';
  const PADDED = 'PRODUCT_ID Spaces around the text';
  await rollOut(page, QUOTE_PRICING);
  const rows = SALES.map((sale, at) => (at < 2 ? { ...sale, product: `${sale.product} ` } : sale));
  await bringToReview(page, fileOf('sales.csv', rows), ROWS);
  const settled = page.getByRole('region', { name: 'Settled by you' }).getByRole('listitem');

  await expectFinding(page, NOT_WHOLE, '3 cells, keeps rows back');
  await test.step('the rows are shown at the cell in question, which can be copied', async () => {
    await page.getByRole('button', { name: 'Show the rows' }).first().press('Enter');
    await expect(page.getByText('Row 11, Quantity → QUANTITY')).toBeVisible();
    const grid = page.getByRole('grid');
    await grid.press('Control+A');
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    await grid.press('Control+C');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('nine');
    await grid.press('ArrowLeft');
    await grid.press('n');
    await expect(page.getByText('Row 21, Quantity → QUANTITY')).toBeVisible();
  });
  await page.getByRole('button', { name: 'Leave these 3 rows out' }).press('Enter');
  await expectReview(page, { ready: ROWS - 3, skipped: 3 });
  await expect(settled).toHaveText([/QUANTITY: Not a whole number · 3 rows left out/]);
  await expectRepairs(page, ['QUANTITY, not a whole number: 3 rows left out']);

  await expectFinding(page, PADDED, '2 cells, worth a look');
  await expect(page.getByRole('listitem').filter({ hasText: 'Spaces around the text' })).toBeFocused();
  await page.getByRole('button', { name: 'Fine as it is' }).press('Enter');
  await expect(settled).toHaveText([/QUANTITY/, /PRODUCT_ID: .* · 2 cells, fine as they are/]);
  await expect(page.getByText('Nothing is left to look at.')).toBeVisible();
  await reload(page);
  await waitForCheck(page, ROWS);
  await expect(settled).toHaveCount(2);

  await test.step('the rows are shown by their number', async () => {
    await page.getByRole('button', { name: 'Show the 3 rows: Skipped' }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
    await expect(page.getByText('Left out with all rows of one finding')).toBeVisible();
  });

  await page.getByRole('button', { name: /^Take the rows in again: QUANTITY/ }).press('Enter');
  await page.getByRole('button', { name: /^Show again: PRODUCT_ID/ }).press('Enter');
  await expectFinding(page, NOT_WHOLE, '3 cells, keeps rows back');
  await expectFinding(page, PADDED, '2 cells, worth a look');
  await expectReview(page, { ready: ROWS - 3, held: 3 });
  await expect(settled).toHaveCount(0);
});

const LONE = 'SELLING_PRICE Decimal point or thousands?';

test('what a column leaves open is asked once, with its own cells, and the answer is kept', async ({
  page,
}) => {
  await rollOut(page, QUOTE_PRICING);
  const rows = sales(4).map((sale, at) => ({ ...sale, price: at % 2 === 0 ? '1.234' : '12' }));
  await bringToReview(page, fileOf('prices.csv', rows), 4);
  await expectReview(page, { ready: 2, held: 2 });
  await expectFinding(page, LONE, '2 cells, keeps rows back');
  const question = page.getByRole('listitem').filter({ hasText: 'Decimal point or thousands?' });
  await expect(question.getByRole('definition')).toHaveText(['1.234', '1234', '1.234']);
  await applyRule(page, LONE, /^Read the point as the decimal sign/);
  await waitForCheck(page, 4);
  await expectReview(page, { ready: 4 });
  await reload(page);
  await waitForCheck(page, 4);
  await expectReview(page, { ready: 4 });
});

test('a unit and what stands behind it are settled in one look', async ({ page }) => {
  await rollOut(page, QUOTE_PRICING);
  const rows = sales(6).map((sale, at) => ({ ...sale, price: `${at === 0 ? '1.234,50' : '2,25'} EUR` }));
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('prices.csv', rows));
  await goToColumns(page);
  await matchColumns(page, { SELLING_PRICE: 'UnitPrice' });
  await goToReview(page, 6);
  await expectReview(page, { ready: 0, held: 6 });
  const finding = page.getByRole('listitem').filter({ hasText: 'Currency or unit beside the number' });
  await finding.getByRole('button', { name: 'Take off EUR…' }).click();
  const both = finding.getByRole('list', { name: 'Samples of both' }).getByRole('listitem');
  await expect(both.first()).toHaveText(/row 2\s*1\.234,50 EUR.*1234\.50/);
  await finding.getByRole('button', { name: 'Apply both' }).click();
  await waitForCheck(page, 6);
  await expectReview(page, { ready: 6 });
  await expectRepairs(page, ['take off EUR, 6 cells', 'read the comma as the decimal sign']);
});

test('a tab that is killed leaves mapping and repairs as they were', async ({ page, context }) => {
  test.slow();
  await rollOut(page, QUOTE_PRICING);
  const tab = await context.newPage();
  await open(tab, page.url());
  await startLoad(tab, SALE.table);
  await takeFile(tab, fileOf('sales.csv', SALES));
  await goToColumns(tab);
  await matchColumns(tab, { MERCHANT_ID: 'Country' });
  const columns = tab.url();
  await goToReview(tab, ROWS);
  await takeReplace(tab);
  const review = tab.url();

  const crashed = tab.waitForEvent('crash');
  const devtools = await context.newCDPSession(tab);
  // The answer never comes: the process that would give it is gone.
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await tab.close();

  await open(page, columns);
  await expectMatched(page, { SALE_ID: 'InvoiceNo', MERCHANT_ID: 'Country' });
  await open(page, review);
  await waitForCheck(page, ROWS);
  await expectReview(page, { ready: ROWS - 2, held: 2 });
  await expectRepairs(page, ['QUANTITY: replace the text “nine” by “9”']);
  await page.goBack();
  await expectMatched(page, { MERCHANT_ID: 'Country' });
  await page.goForward();
  await expectReview(page, { ready: ROWS - 2, held: 2 });
});

async function takeReplace(page: Page) {
  await page.getByRole('button', { name: /^Change a whole column/ }).click();
  await chooseFromCombo(page, 'Column to change', 'QUANTITY');
  await page.getByRole('textbox', { name: 'Find' }).fill('nine');
  await page.getByRole('textbox', { name: 'Replace by' }).fill('9');
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  await page.getByRole('button', { name: 'Apply to the column: 1 cell' }).click();
  await expectReview(page, { ready: ROWS - 2, held: 2 });
}
