import { expect, test } from './fixtures';
import {
  expectFinding,
  expectMatched,
  expectReview,
  goToColumns,
  goToReview,
  matchColumns,
  rollOut,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { takeOffer } from './offers';

const HEADER = 'Order ID,Product ID,Order Date,Quantity,What it cost,Customer ID';
/** Sales through the hands of a spreadsheet, a database's dump and another calendar. */
const ROWS = [
  '="00123",Lamp\\tred,2024-03-01,2,"12,5 %",C1',
  '\'00124,Lamp\\nblue,2567-03-01,3,"7,25 %",C2',
  'A-125,C:\\new\\table,9999-12-31,1,"1,5 %",C3',
];

test('marks of other programs are named, and one press takes each of them off', async ({ page }) => {
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, 'QP_SALE_OOTB');
  await takeFile(page, { name: 'marks.csv', content: `${[HEADER, ...ROWS].join('\n')}\n` });
  await goToColumns(page);
  await expectMatched(page, { SALE_ID: 'Order ID' });
  await matchColumns(page, { SELLING_PRICE: 'What it cost' });
  await goToReview(page, ROWS.length);

  await expectReview(page, { ready: 0, held: 3 });
  const marked = 'SALE_ID Text with a spreadsheet’s own mark around it';
  const escaped = 'PRODUCT_ID Text with the escapes of a database’s dump';
  await expectFinding(page, marked, '2 cells, worth a look');
  await expectFinding(page, escaped, '2 cells, worth a look');
  await expectFinding(page, 'SOLD_AT A year far from today, and a time filled in', '2 cells, worth a look');
  await expectFinding(page, 'SELLING_PRICE Decimal comma', '3 cells, keeps rows back');
  await takeOffer(page, marked, /^Take off/);
  await waitForCheck(page, ROWS.length);
  await takeOffer(page, 'SELLING_PRICE Decimal comma', /^Read the comma as the decimal sign/);
  await waitForCheck(page, ROWS.length);
  await takeOffer(page, 'SELLING_PRICE Percent sign', /^Read 12\.5% as 0\.125/);
  await waitForCheck(page, ROWS.length);
  await takeOffer(page, escaped, /^Read \\t/);
  await waitForCheck(page, ROWS.length);
  await expectReview(page, { ready: 3, held: 0 });
  for (const cell of ['00123', 'Lamp', 'C:\\new\\table'])
    await expect(page.getByRole('gridcell').filter({ hasText: cell }).first()).toBeVisible();
});
