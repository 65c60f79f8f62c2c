import { expect, test } from './fixtures';
import { fileOf, landingOfAppend, landingOfUpsert, sales, type Sale } from './files/online-retail';
import {
  beginSending,
  chooseOperation,
  expectAccount,
  expectComplete,
  expectReview,
  goTo,
  goToColumns,
  goToReview,
  goToSend,
  makePlan,
  expectMatched,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
} from './onboarding';
import { sayWhichCopyIsSent } from './offers';
import type { Page } from '@playwright/test';

const SALE = { solution: 'QP_OOTB', table: 'QP_SALE_OOTB' };
const COLUMNS = {
  SALE_ID: 'InvoiceNo',
  PRODUCT_ID: 'StockCode',
  QUANTITY: 'Quantity',
  SELLING_PRICE: 'UnitPrice',
  SOLD_AT: 'InvoiceDate',
  CUSTOMER_ID: 'CustomerID',
};

async function bringToReview(page: Page, rows: readonly Sale[]): Promise<void> {
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', rows));
  await goToColumns(page);
  await expectMatched(page, COLUMNS);
  await goToReview(page, rows.length);
}

async function prepareToSend(page: Page, rows: readonly Sale[]): Promise<void> {
  await bringToReview(page, rows);
  await goToSend(page);
}

/** Requests that reached Peak with rows for the table, by what became of them. */
const outcomes = (requests: { operation: string; outcome: string; requests: number }[]) =>
  Object.fromEntries(
    requests
      .filter(({ operation }) => operation === 'ingest')
      .map((counted) => [counted.outcome, counted.requests]),
  );

test('APPEND with duplicates kept puts every row of the file into the table', async ({ page, sandbox }) => {
  const good = sales(700);
  const rows = [
    ...good,
    ...good.slice(0, 30),
    ...good.slice(50, 60).map((sale) => ({ ...sale, quantity: '7' })),
  ];

  await bringToReview(page, rows);
  await sayWhichCopyIsSent(page, /^Keep all/);
  await goToSend(page);
  await expect(page.getByRole('radio', { name: /^APPEND/ })).toBeChecked();
  await expect(page.getByText('740 rows to send, 0 held back, 0 superseded, 0 skipped.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to review' }).click();
  await expect(page.getByText('Every row is sent: 40 rows more than there are keys.')).toBeVisible();
  await expectReview(page, { ready: 740 });
  await goToSend(page);
  await sendAll(page);

  await expectAccount(page, { read: 740, accepted: 740 });
  const expected = landingOfAppend(rows);
  const landed = await sandbox.count(SALE, ['QUANTITY', 'SELLING_PRICE']);
  expect(landed).toMatchObject({ rows: 740, distinctKeys: expected.distinctKeys });
  expect(Number(landed.sums.QUANTITY)).toBe(expected.sums.quantity);
  expect(Number(landed.sums.SELLING_PRICE)).toBe(expected.sums.price);
});

test('APPEND asks before the very same file leaves once more', async ({ page, sandbox }) => {
  const rows = sales(600);
  await prepareToSend(page, rows);
  await chooseOperation(page, 'APPEND');
  await sendAll(page);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales-again.csv', rows));
  await goToColumns(page);
  await goToReview(page, rows.length);
  await goToSend(page);
  await chooseOperation(page, 'APPEND');
  await makePlan(page);
  await beginSending(page);
  const question = page.getByRole('alertdialog', { name: 'Send 600 rows?' });
  await expect(question).toContainText('600 rows of this very file were sent into this table');
  await question.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: /^Send the first batch for real/ }).click();
  await expect(page.getByRole('alertdialog')).toContainText('600 rows of this very file');
  await page.getByRole('button', { name: 'Not now' }).click();
  expect((await sandbox.count(SALE)).rows).toBe(600);
  await beginSending(page);
  await question.getByRole('button', { name: 'Send 600 rows' }).click();
  await expectComplete(page);
  expect((await sandbox.count(SALE)).rows).toBe(1_200);
});

test.describe('when an answer is lost after the rows were stored', () => {
  const rows = sales(1_200);

  test('APPEND leaves the batch in doubt, sends nothing again by itself, and takes the user’s word', async ({
    page,
    sandbox,
  }) => {
    await prepareToSend(page, rows);
    await chooseOperation(page, 'APPEND');
    await makePlan(page);
    await sandbox.addFaults({ match: { operation: 'ingest', nth: 2 }, fault: 'lost-after' });
    await beginSending(page);

    await expect(page.getByText('Some batches were sent, but their answer was lost')).toBeVisible();
    await expect(page.getByText('They are never sent again without you.')).toBeVisible();
    const doubtful = page.getByRole('table', { name: 'Batches in doubt' }).getByRole('row');
    await expect(doubtful).toHaveCount(1 + 1);
    await expect(page.getByText('Not complete yet')).toBeVisible();
    expect(outcomes(await sandbox.requests())).toEqual({ '200': 2, lost: 1 });
    expect((await sandbox.count(SALE)).rows).toBe(1_200);

    await test.step('the home page leads to the decision', async () => {
      await goTo(page, '');
      const next = page.getByRole('region', { name: `Next: Decide about rows of ${SALE.table}` });
      await expect(next).toContainText(/[25]00 rows/);
      await next.getByRole('link', { name: 'Decide' }).click();
      await expect(doubtful).toHaveCount(1 + 1);
    });

    await page.getByRole('button', { name: /^Treat as stored: \d+ rows$/ }).click();
    await expectComplete(page);
    await expectAccount(page, { read: 1_200, accepted: 1_200 });
    expect(outcomes(await sandbox.requests()), 'nothing was sent by settling').toEqual({ '200': 2, lost: 1 });
    expect((await sandbox.count(SALE)).rows).toBe(1_200);
  });

  test('the home page names every load that stands still, one after the other', async ({ page, sandbox }) => {
    await prepareToSend(page, rows);
    for (const load of ['first', 'second']) {
      if (load === 'second') {
        await startLoad(page, SALE.table);
        await takeFile(page, fileOf('more-sales.csv', rows.slice(1)));
        await goToColumns(page);
        await goToReview(page, rows.length - 1);
        await goToSend(page);
      }
      await chooseOperation(page, 'APPEND');
      await makePlan(page);
      await sandbox.addFaults({ match: { operation: 'ingest' }, fault: 'lost-after' });
      await beginSending(page);
      await expect(page.getByText('Some batches were sent, but their answer was lost')).toBeVisible();
      await expect(page.getByText('Not complete yet')).toBeVisible();
    }
    await goTo(page, '');
    const next = page.getByRole('region', { name: `Next: Decide about rows of ${SALE.table}` });
    await expect(next).toContainText(`After it, 1 other load stands still, too: ${SALE.table}.`);
    await next.getByRole('link', { name: 'Decide' }).click();
    await page.getByRole('button', { name: /^Treat as stored: \d+ rows$/ }).click();
    await expectComplete(page);
    await goTo(page, '');
    await expect(next).toBeVisible();
    await expect(next).not.toContainText('other load');
  });

  test('UPSERT is sent again by itself, and nothing doubles', async ({ page, sandbox }) => {
    await prepareToSend(page, rows);
    await chooseOperation(page, 'UPSERT');
    await makePlan(page);
    await sandbox.addFaults({ match: { operation: 'ingest', nth: 2 }, fault: 'lost-after' });
    await beginSending(page);

    await expectComplete(page);
    await expectAccount(page, { read: 1_200, accepted: 1_200 });
    expect(outcomes(await sandbox.requests())).toEqual({ '200': 3, lost: 1 });
    const expected = landingOfUpsert(rows);
    const landed = await sandbox.count(SALE, ['QUANTITY']);
    expect(landed).toMatchObject({ rows: expected.rows, distinctKeys: expected.distinctKeys });
    expect(Number(landed.sums.QUANTITY)).toBe(expected.sums.quantity);
  });
});
