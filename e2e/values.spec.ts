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
import { choose } from './ui';

const HEADER = 'Order ID\tProduct ID\tOrder Date\tQuantity\tWhat it cost\tCustomer ID';
/** Sales as another country's spreadsheet writes them: month first, short years, decimal commas, ids through a float. */
const ROWS = [
  'IN-1\tOFF-1\t8/15/14\t2\t45,06\t27217.0',
  'IN-2\tOFF-2\t4/12/14\t8.0\t1.234,50\t98103.0',
  'IN-3\tOFF-3\t10/12/12\t2\t17,9\t',
  'IN-4\tOFF-\u200b4\t12/31/12\t3\t€ 5,40\t60653.0',
];

test('a file with the habits of another country is read by what its own rows prove', async ({ page }) => {
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, 'QP_SALE_OOTB');
  await takeFile(page, { name: 'habits.tsv', content: `${[HEADER, ...ROWS].join('\n')}\n` });
  await goToColumns(page);
  await expectMatched(page, { SALE_ID: 'Order ID', SOLD_AT: 'Order Date' });
  await matchColumns(page, { SELLING_PRICE: 'What it cost' });
  await goToReview(page, ROWS.length);

  await test.step('every oddity is named, with the rows that decide', async () => {
    await expectReview(page, { ready: 0, held: 4 });
    await expectFinding(
      page,
      'SOLD_AT Which part of the date is day, month, year?',
      '4 cells, keeps rows back',
    );
    await expect(page.getByText('Row 2, “8/15/14”, can only be read month first')).toBeVisible();
    await expectFinding(page, 'SELLING_PRICE Decimal comma', '3 cells, keeps rows back');
    await expectFinding(page, 'SELLING_PRICE Currency or unit beside the number', '1 cell, keeps rows back');
    await expectFinding(page, 'QUANTITY Whole number written with .0', '1 cell, keeps rows back');
    await expectFinding(
      page,
      'CUSTOMER_ID Identifier that looks like a number with .0',
      '3 cells, worth a look',
    );
    await expectFinding(page, 'PRODUCT_ID Invisible characters', '1 cell, worth a look');
  });

  await test.step('one answer settles each column', async () => {
    await takeOffer(page, 'SOLD_AT Which part of the date is day, month, year?', /^Read dates month first/);
    await waitForCheck(page, ROWS.length);
    await takeOffer(page, 'SELLING_PRICE Currency or unit beside the number', /^Take off €/);
    await waitForCheck(page, ROWS.length);
    await takeOffer(page, 'SELLING_PRICE Decimal comma', /^Read the comma as the decimal sign/);
    await waitForCheck(page, ROWS.length);
    await takeOffer(page, 'QUANTITY Whole number written with .0', /^Drop a point/);
    await waitForCheck(page, ROWS.length);
    await takeOffer(page, 'PRODUCT_ID Invisible characters', /^Take out invisible/);
    await waitForCheck(page, ROWS.length);
    await expectReview(page, { ready: 4, held: 0 });
  });

  await test.step('the next file of this kind needs no second look', async () => {
    await startLoad(page, 'QP_SALE_OOTB');
    await takeFile(page, { name: 'next.tsv', content: `${[HEADER, ...ROWS].join('\n')}\n` });
    await goToColumns(page);
    await expect(page.getByText(/^Matched as you did for such a file before: \d+ columns/)).toBeVisible();
    await goToReview(page, ROWS.length);
  });
});

test('a file without headings keeps its first row', async ({ page }) => {
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, 'QP_SALE_OOTB');
  const rows = ['A-017,P1,2024-01-31,2,9.5', 'A-018,P2,2024-02-01,1,7.25', 'A-019,P1,2024-02-02,4,9.5'];
  await takeFile(page, { name: 'bare.csv', content: `${rows.join('\n')}\n` });
  await expect(page.getByText(/^The row taken for the headings looks like data/)).toBeInViewport({
    ratio: 1,
  });
  await test.step('where both ways on do not fit beside each other, going on comes first', async () => {
    const wide = page.viewportSize() ?? { width: 1280, height: 800 };
    await page.setViewportSize({ width: 360, height: 780 });
    const topOf = async (name: string) => (await page.getByRole('button', { name }).boundingBox())?.y ?? 0;
    expect(await topOf('Continue to columns')).toBeLessThan(await topOf('Another file'));
    await page.setViewportSize(wide);
  });
  await choose(page, 'Header row', /^No headings/);
  await expect(page.getByRole('columnheader', { name: 'Column 5' })).toBeVisible();
  await goToColumns(page);
  await matchColumns(page, {
    SALE_ID: 'Column 1',
    PRODUCT_ID: 'Column 2',
    SOLD_AT: 'Column 3',
    QUANTITY: 'Column 4',
    SELLING_PRICE: 'Column 5',
  });
  await goToReview(page, rows.length);
  await expectReview(page, { ready: 3, held: 0 });
});
