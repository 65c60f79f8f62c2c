import { test } from '../e2e/fixtures';
import { fileOf, saleAt, sales } from '../e2e/files/online-retail';
import {
  connectToSandbox,
  chooseSolution,
  dryRun,
  expectKept,
  dropFile,
  goTo,
  goToColumns,
  goToReview,
  goToSend,
  expectMatched,
  reviewModel,
  saveSchemaAndRollOut,
  sendAll,
  startLoad,
} from '../e2e/onboarding';

const COLUMNS = {
  SALE_ID: 'InvoiceNo',
  PRODUCT_ID: 'StockCode',
  QUANTITY: 'Quantity',
  SELLING_PRICE: 'UnitPrice',
  SOLD_AT: 'InvoiceDate',
  CUSTOMER_ID: 'CustomerID',
};

test('pictures of one onboarding', async ({ page }) => {
  test.slow();
  const take = async (name: string) => {
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `docs/images/${name}.png`, animations: 'disabled', caret: 'hide' });
  };
  const broken = (n: number) => ({ ...saleAt(n), quantity: n % 2 === 0 ? 'six' : '12 pcs' });
  const rows = [
    ...sales(9_412),
    ...Array.from({ length: 61 }, (_, n) => broken(9_412 + n)),
    ...Array.from({ length: 22 }, (_, n) => ({ ...saleAt(9_500 + n), soldAt: '2011-02-30 10:00:00' })),
    ...sales(130),
  ];

  await connectToSandbox(page);
  await chooseSolution(page, { standard: 'quote-pricing', version: '1.0.0' });
  await saveSchemaAndRollOut(page);
  await reviewModel(page);
  await startLoad(page, 'QP_SALE_OOTB');
  await dropFile(page, fileOf('sales-2011.csv', rows));
  await expectKept(page);
  await goToColumns(page);
  await expectMatched(page, COLUMNS);
  await goToReview(page, rows.length);
  await take('review');
  await goToSend(page);
  await dryRun(page);
  await sendAll(page);
  await take('account');
  await goTo(page, '');
  await take('home');
});
