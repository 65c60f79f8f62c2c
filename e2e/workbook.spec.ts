import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { SandboxControl } from '../lib/sandbox/control';
import { expect, test } from './fixtures';
import { fileOf, saleAt, sales, type Sale } from './files/online-retail';
import { salesWorkbook, sheetOf } from './files/sales-workbook';
import {
  chooseOperation,
  expectAccount,
  expectKept,
  expectMatched,
  expectReview,
  goToColumns,
  goToReview,
  goToSend,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { reload, tick } from './ui';

const COLUMNS = {
  SALE_ID: 'InvoiceNo',
  PRODUCT_ID: 'StockCode',
  QUANTITY: 'Quantity',
  SELLING_PRICE: 'UnitPrice',
  SOLD_AT: 'InvoiceDate',
  CUSTOMER_ID: 'CustomerID',
};

/** A sale as the warehouse must hold it; numbers as numbers, since a table may write 2.50 as 2.5. */
const landed = ({ invoice, product, customer, soldAt, quantity, price }: Sale) => ({
  SALE_ID: invoice,
  PRODUCT_ID: product,
  CUSTOMER_ID: customer === '' ? null : customer,
  MERCHANT_ID: null,
  QUOTE_ID: null,
  SOLD_AT: soldAt,
  QUANTITY: Number(quantity),
  SELLING_PRICE: Number(price),
});

interface Keyed {
  readonly SALE_ID?: string | null;
  readonly PRODUCT_ID?: string | null;
}

const byKey = (a: Keyed, b: Keyed) =>
  `${String(a.SALE_ID)} ${String(a.PRODUCT_ID)}` < `${String(b.SALE_ID)} ${String(b.PRODUCT_ID)}` ? -1 : 1;

async function landedRows(sandbox: SandboxControl) {
  const rows = await sandbox.rows(SALE);
  return rows.sort(byKey).map((row) => ({
    ...row,
    QUANTITY: Number(row.QUANTITY),
    SELLING_PRICE: Number(row.SELLING_PRICE),
  }));
}

const wantedOf = (rows: readonly Sale[]) => rows.map(landed).sort(byKey);

const readRows = (page: Page) => page.getByRole('table', { name: 'First rows of the file, cut into cells' });

test('three sheets of a workbook become one table, and every value arrives as Excel holds it', async ({
  page,
  sandbox,
  accessibility,
}) => {
  test.slow();
  const january = sales(60);
  const february = sales(40, 60);
  const returns = sales(20, 100);
  const all = [...january, ...february, ...returns];

  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(
    page,
    salesWorkbook('sales.xlsx', [
      sheetOf('January', january),
      sheetOf('February', february),
      sheetOf('Returns', returns, [
        'StockCode',
        'InvoiceNo',
        'UnitPrice',
        'Quantity',
        'CustomerID',
        'InvoiceDate',
      ]),
    ]),
  );

  await test.step('the first sheet is read, and others only when they are ticked', async () => {
    await expect(page.getByText('3 sheets in this workbook, January read')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^January/ })).toBeDisabled();
    await tick(page, /^February/);
    await expect(page.getByText('3 sheets in this workbook, January, February read')).toBeVisible();
    await page
      .locator('label')
      .filter({ hasText: /^Returns/ })
      .click();
    await expect(
      page.getByText('The columns of January, February and Returns are not the same. Join them by heading?'),
    ).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Returns/ })).not.toBeChecked();
    await accessibility.expectAccessible('the sheets of a workbook');
    const next = page.getByRole('button', { name: 'Continue to columns' });
    await expect(next).toBeDisabled();
    await expect(page.getByText('whether January, February and Returns are joined by heading')).toBeVisible();
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await expect(next).toBeEnabled();
    await next.click();
    await expect(page.getByText('1 of 3 sheets is not read: Returns.')).toBeVisible();
    await page.getByRole('link', { name: 'File', exact: true }).click();
    await page
      .locator('label')
      .filter({ hasText: /^Returns/ })
      .click();
    await page.getByRole('button', { name: 'Join by heading' }).click();
    await expect(
      page.getByText('3 sheets in this workbook, January, February, Returns read, joined by heading'),
    ).toBeVisible();
    const february = page.getByRole('checkbox', { name: /^February/ });
    await february.focus();
    // The second comes while the workbook is opened for the first.
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await expect(february).toBeChecked();
    await expect(february).toBeFocused();
    await expect(page.getByRole('list', { name: 'Sheets of the workbook' })).toHaveAttribute(
      'aria-busy',
      'false',
    );
    await expect(
      page.getByText('3 sheets in this workbook, January, February, Returns read, joined by heading'),
    ).toBeVisible();
    await expect(readRows(page).getByRole('row').nth(1)).toContainText('2011-01-01 08:00:00');
    await expect(page.getByText('The headings stand in row')).toBeHidden();
    await expectKept(page);
  });

  await goToColumns(page);
  await expect(page.getByText(/not read/)).toBeHidden();
  await expectMatched(page, COLUMNS);
  await goToReview(page, all.length);
  await expectReview(page, { ready: all.length });
  await test.step('a row is known by its sheet and its number there', async () => {
    await page.getByLabel('Go to row').fill('Returns 21');
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    const row = page.getByRole('grid', { name: 'Rows of the file' }).getByRole('row', { selected: true });
    await expect(row.getByRole('rowheader')).toHaveText('Returns 21');
    await expect(row).toContainText(all.at(-1)?.invoice ?? '');
    await accessibility.expectAccessible('the review of a workbook');
  });
  await goToSend(page);
  await chooseOperation(page, 'UPSERT');
  await sendAll(page);
  await expectAccount(page, { read: all.length, accepted: all.length });
  expect(await landedRows(sandbox)).toEqual(wantedOf(all));
});

test('a gzip file goes on after a reload and lands whole', async ({ page, sandbox }) => {
  test.slow();
  const rows = Array.from({ length: 900 }, (_, n) => saleAt(n));
  const { name, content } = fileOf('sales.csv', rows);

  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, { name: `${name}.gz`, content: gzipSync(content) });
  await reload(page);
  await expect(readRows(page).getByRole('row').nth(1)).toContainText('17850');
  await goToColumns(page);
  await reload(page);
  await expectMatched(page, COLUMNS);
  await goToReview(page, rows.length);
  await expectReview(page, { ready: rows.length });
  await goToSend(page);
  await chooseOperation(page, 'UPSERT');
  await sendAll(page);
  await expectAccount(page, { read: rows.length, accepted: rows.length });
  expect(await landedRows(sandbox)).toEqual(wantedOf(rows));
});
