import { expect, test } from './fixtures';
import { fileOf, landingOfUpsert, saleAt, sales } from './files/online-retail';
import {
  chooseOperation,
  chooseSolution,
  connectToSandbox,
  downloadHeld,
  downloadRejected,
  dropFile,
  dryRun,
  editCell,
  expectAccount,
  expectFinding,
  expectItem,
  expectKept,
  expectReview,
  goTo,
  goToColumns,
  goToReview,
  goToSend,
  makePlan,
  beginSending,
  expectMatched,
  reviewModel,
  rollOut,
  saveSchemaAndRollOut,
  sendAll,
  startLoad,
  takeFile,
  tickByHand,
  waitForCheck,
} from './onboarding';
import { sayWhichCopyIsSent } from './offers';

const QUOTE_PRICING = { standard: 'quote-pricing', version: '1.0.0' };
const SALE = { solution: 'QP_OOTB', table: 'QP_SALE_OOTB' };
const COLUMNS = {
  SALE_ID: 'InvoiceNo',
  PRODUCT_ID: 'StockCode',
  QUANTITY: 'Quantity',
  SELLING_PRICE: 'UnitPrice',
  SOLD_AT: 'InvoiceDate',
  CUSTOMER_ID: 'CustomerID',
};

test('a new user takes a real-looking file down the whole road, and every row is accounted for', async ({
  page,
  sandbox,
}) => {
  test.slow();
  const good = sales(2_940);
  const copies = good.slice(0, 20);
  const corrections = good.slice(100, 115).map((sale) => ({ ...sale, quantity: '99' }));
  const fresh = (n: number) => saleAt(good.length + n);
  const mended = { ...fresh(0), quantity: '6' };
  const broken = [
    { ...fresh(0), quantity: 'six' },
    { ...fresh(1), quantity: 'a dozen' },
    { ...fresh(2), soldAt: '2011-02-30 10:00:00' },
    { ...fresh(3), price: '2,55' },
    { ...fresh(4), price: '#N/A' },
    { ...fresh(5), product: '' },
    '700001,20001,LANTERN',
    '700002,20002,LANTERN,1,2011-01-05 10:00:00,1.25,,United Kingdom,one cell too many',
  ];
  const rows = [...good, ...broken, ...copies, ...corrections];
  const mendedRow = good.length + 2;
  const held = broken.length - 1;

  await connectToSandbox(page);
  await chooseSolution(page, QUOTE_PRICING);
  await saveSchemaAndRollOut(page);
  await reviewModel(page);

  await startLoad(page, SALE.table);
  await dropFile(page, fileOf('online-retail.csv', rows));
  await expectKept(page);
  await goToColumns(page);
  await expectMatched(page, COLUMNS);
  await goToReview(page, rows.length);

  await test.step('every problem is seen before anything is sent', async () => {
    const superseded = copies.length + corrections.length;
    await expectReview(page, { ready: good.length, held: broken.length, superseded });
    await sayWhichCopyIsSent(page, /^Keep the last/);
    await expect(page.getByText(`${superseded} rows will be superseded by a later row`)).toBeVisible();
    await expect(
      page.getByText(`${corrections.length} of them differ from the row that stays`),
    ).toBeVisible();
    await expectFinding(page, 'QUANTITY Not a whole number', '2 cells, keeps rows back');
    await expectFinding(page, 'SOLD_AT A day that does not exist', '1 cell, keeps rows back');
    await expectFinding(page, 'SELLING_PRICE Decimal comma', '1 cell, keeps rows back');
    await expectFinding(page, 'SELLING_PRICE Spreadsheet error in the cell', '1 cell, keeps rows back');
    await expectFinding(page, 'PRODUCT_ID Empty part of the primary key', '1 cell, keeps rows back');
    await expectFinding(page, 'Row with too few cells', '1 row, keeps rows back');
    await expectFinding(page, 'Row with too many cells', '1 row, keeps rows back');
  });

  await test.step('one cell is mended, the rest is held back', async () => {
    await editCell(page, mendedRow, 'Quantity', '6');
    await waitForCheck(page, rows.length);
    await expectReview(page, {
      ready: good.length + 1,
      held,
      superseded: copies.length + corrections.length,
    });
    await expectFinding(page, 'QUANTITY Not a whole number', '1 cell, keeps rows back');
    expect((await downloadHeld(page)).trim().split('\r\n')).toHaveLength(1 + held);
  });

  await goToSend(page);
  await chooseOperation(page, 'UPSERT');
  await dryRun(page);
  expect((await sandbox.count(SALE)).rows, 'a dry run writes nothing').toBe(0);
  await sendAll(page);

  await expectAccount(page, {
    read: rows.length,
    accepted: good.length + 1,
    held,
    superseded: copies.length + corrections.length,
  });
  const expected = landingOfUpsert([...good, mended, ...copies, ...corrections]);
  const landed = await sandbox.count(SALE, ['QUANTITY', 'SELLING_PRICE']);
  expect(landed).toMatchObject({ rows: expected.rows, distinctKeys: expected.distinctKeys, failedRows: 0 });
  expect(Number(landed.sums.QUANTITY)).toBe(expected.sums.quantity);
  expect(Number(landed.sums.SELLING_PRICE)).toBe(expected.sums.price);

  await test.step('the checklist names the proof', async () => {
    await goTo(page, '');
    await expectItem(page, 'Solution name', 'done', 'QP_OOTB');
    await expectItem(page, 'Standard schema saved', 'done', 'quote-pricing 1.0.0 saved');
    await expectItem(page, 'Rollout request sent', 'done', 'sent for 10 tables');
    await expectItem(page, 'Every table rolled out, none failed', 'done', '10 of 10 tables rolled out');
    await expectItem(page, 'Solution listed for the tenant', 'done', 'listed with');
    await expectItem(page, 'Data model reviewed', 'done', 'seen as it is now');
    await expectItem(page, 'Request URL built', 'done', SALE.table);
    await expectItem(
      page,
      'Test request with a small sample verified',
      'partly done',
      'dry run passed for 1 of',
    );
    await expectItem(page, 'Full data set ingested', 'partly done', '2,941 rows accepted');
    await expectItem(page, 'Outcomes confirmed', 'partly done', '1 account adds up');
    await tickByHand(page, 'Getting-started guide read');
  });
});

test('rows that Peak itself refuses are listed with its words and the user’s own cells', async ({
  page,
  sandbox,
}) => {
  // A rule that only Peak knows: our checks let these rows go.
  const refused = (n: number) => ({ ...saleAt(n), customer: 'BLOCKED' });
  await sandbox.addFaults({ match: { table: SALE.table }, fault: 'rows-refused', holding: 'BLOCKED' });
  const rows = [...sales(37), refused(37), refused(38), refused(39)];

  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('january.csv', rows));
  await goToColumns(page);
  await expectMatched(page, COLUMNS);
  await goToReview(page, rows.length);
  await expectReview(page, { ready: 40 });
  await goToSend(page);
  await makePlan(page);
  await beginSending(page);

  await expectAccount(page, { read: 40, accepted: 37, rejected: 3 });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 37, distinctKeys: 37, failedRows: 3 });

  const listed = page.getByRole('table', { name: `Rejected rows of ${SALE.table}` });
  await expect(listed.getByRole('row')).toHaveCount(1 + 3);
  const last = listed.getByRole('row').last();
  await expect(last).toContainText('a rule of the tenant refuses it');
  await expect(last).toContainText(saleAt(39).product);
  await expect(last.getByRole('cell').first()).toHaveText('41');

  const lines = (await downloadRejected(page)).trim().split('\r\n');
  expect(lines).toHaveLength(1 + 3);
  expect(lines[0]).toContain('InvoiceNo,StockCode,Description');
  for (const n of [37, 38, 39])
    expect(lines.join('\n')).toContain(`${saleAt(n).invoice},${saleAt(n).product},`);
});
