import { expect, test } from './fixtures';
import { fileOf, sales } from './files/online-retail';
import {
  applyRule,
  beginSending,
  chooseOperation,
  chooseSolution,
  connectToSandbox,
  dryRun,
  editCell,
  expectAccount,
  expectComplete,
  expectMatched,
  expectRepairs,
  expectReview,
  goToColumns,
  goToReview,
  goToSend,
  makePlan,
  matchColumns,
  rollOut,
  saveSchemaAndRollOut,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { expectScreen, reload } from './ui';

const QUOTE_PRICING = { standard: 'quote-pricing', version: '1.0.0' };
const SALE = { solution: 'QP_OOTB', table: 'QP_SALE_OOTB' };
const FOUND = { SALE_ID: 'InvoiceNo', PRODUCT_ID: 'StockCode', CUSTOMER_ID: 'CustomerID' };
const CHOSEN = { MERCHANT_ID: 'Country' };

/** Customers as a spreadsheet leaves them, and one quantity that is none. */
const rows = sales(60).map((sale, at) => ({
  ...sale,
  customer: sale.customer === '' ? '' : `${sale.customer}.0`,
  quantity: at === 9 ? 'nine' : sale.quantity,
}));
const FILE = fileOf('sales.csv', rows);
const REPAIRS = ['Row 11, QUANTITY: set to “9”', 'CUSTOMER_ID: drop a point that only zeros follow'];

test('a reload at every step loses nothing', async ({ page, sandbox }) => {
  test.slow();

  await test.step('solution', async () => {
    await connectToSandbox(page);
    await reload(page);
    await expectScreen(page, 'Which solution is it?');
    await chooseSolution(page, QUOTE_PRICING);
    await reload(page);
    await expectScreen(page, 'Roll out QP_OOTB');
  });

  await test.step('rollout done', async () => {
    await saveSchemaAndRollOut(page);
    await reload(page);
    await expectScreen(page, 'QP_OOTB is rolled out');
    await expect(page.getByText('Listed by the tenant with 10 tables')).toBeVisible();
  });

  await test.step('file', async () => {
    await startLoad(page, SALE.table);
    await takeFile(page, FILE);
    await reload(page);
    await expect(page.getByText(FILE.name).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: '17850.0' }).first()).toBeVisible();
  });

  await test.step('columns', async () => {
    await goToColumns(page);
    await expectMatched(page, FOUND);
    await matchColumns(page, CHOSEN);
    await reload(page);
    await expectMatched(page, { ...FOUND, ...CHOSEN });
    await expect(page.getByText('chosen by you')).toHaveCount(1);
  });

  await test.step('review with an edit and an applied rule', async () => {
    await goToReview(page, 60);
    await expectReview(page, { ready: 59, held: 1 });
    await editCell(page, 11, 'Quantity', '9');
    await applyRule(page, 'CUSTOMER_ID Identifier that looks like a number with .0', /^Drop a point/);
    await waitForCheck(page, 60);
    await expectRepairs(page, REPAIRS);
    await expectReview(page, { ready: 60 });
    await reload(page);
    await waitForCheck(page, 60);
    await expectRepairs(page, REPAIRS);
    await expectReview(page, { ready: 60 });
  });

  await test.step('send, before the plan', async () => {
    await goToSend(page);
    await chooseOperation(page, 'APPEND');
    await dryRun(page);
    await reload(page);
    await expect(page.getByRole('radio', { name: /^APPEND/ })).toBeChecked();
    await expect(page.getByText('Dry run: all 20 rows accepted')).toBeVisible();
  });

  await test.step('back and forward', async () => {
    await page.goBack();
    await expectScreen(page, 'Review');
    await expectRepairs(page, REPAIRS);
    await page.goForward();
    await expectScreen(page, 'Send');
    await expect(page.getByRole('radio', { name: /^APPEND/ })).toBeChecked();
  });

  await test.step('send, with a plan', async () => {
    await makePlan(page);
    await reload(page);
    await beginSending(page);
    await expectComplete(page);
  });

  await test.step('after the end', async () => {
    await reload(page);
    await expectComplete(page);
    await expectAccount(page, { read: 60, accepted: 60 });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: 60 });
    const landed = await sandbox.rows(SALE);
    expect(landed.map(({ CUSTOMER_ID }) => CUSTOMER_ID)).toContain('17850');
  });
});

test('a second tab shows the same load, and what is done in one is seen in the other', async ({
  page,
  context,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, FILE);
  await goToColumns(page);
  await goToReview(page, 60);
  await editCell(page, 11, 'Quantity', '9');
  await expectReview(page, { ready: 60 });

  const second = await context.newPage();
  await second.goto(page.url());
  await waitForCheck(second, 60);
  await expectRepairs(second, REPAIRS.slice(0, 1));
  await expectReview(second, { ready: 60 });

  await applyRule(second, 'CUSTOMER_ID Identifier that looks like a number with .0', /^Drop a point/);
  await expectRepairs(second, REPAIRS);
  await expectRepairs(page, REPAIRS);
  await waitForCheck(page, 60);
  await expectReview(page, { ready: 60 });
});
