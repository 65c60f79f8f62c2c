import { expect, test } from './fixtures';
import { BROKEN } from './files/broken-sales';
import { fileOf } from './files/online-retail';
import {
  applyRule,
  chooseOperation,
  chooseSolution,
  connectToSandbox,
  editCell,
  expectAccount,
  expectReview,
  goToColumns,
  goToReview,
  goToSend,
  saveSchemaAndRollOut,
  sendAll,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';

const SALE = { solution: 'QP_OOTB', table: 'QP_SALE_OOTB' };
const ROWS = BROKEN.length;

test('two thousand errors of six kinds are repaired by what is offered, and what is sent is what was meant', async ({
  page,
  sandbox,
}) => {
  test.slow();
  await connectToSandbox(page);
  await chooseSolution(page, { standard: 'quote-pricing', version: '1.0.0' });
  await saveSchemaAndRollOut(page);
  await startLoad(page, SALE.table);
  await takeFile(
    page,
    fileOf(
      'broken.csv',
      BROKEN.map(({ written }) => written),
    ),
  );
  await goToColumns(page);
  await goToReview(page, ROWS);
  await expectReview(page, { ready: 500, held: 2000 });

  const steps = [
    ['QUANTITY Whole number written with .0', /^Drop a point/, 500],
    ['SELLING_PRICE Currency or unit beside the number', /^Take off €/, 400],
    ['QUANTITY Not a whole number', /^Treat n\/a as empty/, 299],
    ['SOLD_AT Which part of the date is day, month, year?', /^Read dates day first/, 300],
    ['SELLING_PRICE Spreadsheet error in the cell', /^Treat #N\/A as empty/, 300],
    ['QUANTITY Negative number written as in accounts', /^Read \(12\)/, 200],
  ] as const;
  let ready = 500;
  for (const [finding, rule, cells] of steps)
    await test.step(finding, async () => {
      await applyRule(page, finding, rule);
      await expect(page.getByRole('listitem').filter({ hasText: `, ${cells} cells` })).not.toHaveCount(0);
      ready += cells;
      await expectReview(page, { ready, held: ROWS - ready });
      await waitForCheck(page, ROWS);
    });

  await test.step('undone and done again by keys', async () => {
    await page.getByRole('heading', { level: 2, name: 'Repairs' }).click();
    await page.keyboard.press('Control+z');
    await expectReview(page, { ready: ready - 200, held: ROWS - ready + 200 });
    await waitForCheck(page, ROWS);
    await page.keyboard.press('Control+Shift+z');
    await expectReview(page, { ready, held: ROWS - ready });
    await waitForCheck(page, ROWS);
  });

  await test.step('the last one by hand', async () => {
    await editCell(page, 2001, 'Quantity', '9');
    await expectReview(page, { ready: ROWS });
  });

  await goToSend(page);
  await chooseOperation(page, 'UPSERT');
  await sendAll(page);
  await expectAccount(page, { read: ROWS, accepted: ROWS });
  const stored = new Map(
    (await sandbox.rows(SALE, ROWS)).map((row) => [`${String(row.SALE_ID)} ${String(row.PRODUCT_ID)}`, row]),
  );
  const sums = await sandbox.count(SALE, ['QUANTITY', 'SELLING_PRICE']);
  const sum = (values: readonly (string | null)[]) =>
    values.reduce((total, value) => total + Number(value ?? 0), 0);
  expect(sums).toMatchObject({ rows: ROWS, distinctKeys: ROWS, failedRows: 0 });
  expect(Number(sums.sums.QUANTITY)).toBe(sum(BROKEN.map(({ meant }) => meant.quantity)));
  expect(Number(sums.sums.SELLING_PRICE)).toBe(sum(BROKEN.map(({ meant }) => meant.price)));
  for (const { written, meant } of BROKEN) {
    const row = stored.get(`${written.invoice} ${written.product}`);
    expect(row?.SOLD_AT, `${written.invoice} ${written.product}`).toBe(meant.soldAt);
  }
});
