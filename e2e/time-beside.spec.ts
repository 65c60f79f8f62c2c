import { expect, test } from './fixtures';
import {
  expectMatched,
  expectRepairs,
  expectReview,
  goToColumns,
  goToReview,
  goToSend,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { takeOffer } from './offers';
import { QUOTE_PRICING, SALE } from './sales';

const ROWS = [
  'S-1,P-1,1/31/2024,10:29:00,2,9.5',
  'S-2,P-1,2/1/2024,1:08:05 PM,1,7.25',
  'S-3,P-2,2/2/2024,,4,9.5',
];

test('a till that writes day and time into two columns gets both into one, when asked', async ({
  page,
  sandbox,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  const heading = 'InvoiceNo,StockCode,InvoiceDate,Time,Quantity,UnitPrice';
  await takeFile(page, { name: 'till.csv', content: `${[heading, ...ROWS].join('\n')}\n` });
  await goToColumns(page);
  await expectMatched(page, { SOLD_AT: 'InvoiceDate' });
  await expect(
    page.getByText('Times of day: Review offers to put them behind the date of SOLD_AT.'),
  ).toBeVisible();
  await goToReview(page, ROWS.length);
  await takeOffer(page, 'SOLD_AT Which part of the date is day, month, year?', /^Read dates month first/);
  await waitForCheck(page, ROWS.length);
  await takeOffer(page, 'SOLD_AT Date without a time', /^Take the time of day from file column “Time”/);
  await waitForCheck(page, ROWS.length);
  await expectRepairs(page, [
    'SOLD_AT: read dates month first',
    'SOLD_AT: take the time of day from file column “Time”, 2 cells',
  ]);
  await expectReview(page, { ready: ROWS.length });
  await goToSend(page);
  await sendAll(page);
  const landed = await sandbox.rows(SALE);
  expect(landed.map(({ SALE_ID, SOLD_AT }) => [SALE_ID, SOLD_AT])).toEqual([
    ['S-1', '2024-01-31 10:29:00'],
    ['S-2', '2024-02-01 13:08:05'],
    ['S-3', '2024-02-02 00:00:00'],
  ]);
});
