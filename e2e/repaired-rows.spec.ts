import { expect, test } from './fixtures';
import { fileOf, landingOfAppend, lineOf, saleAt, sales } from './files/online-retail';
import {
  beginSending,
  chooseOperation,
  downloadRejected,
  expectAccount,
  expectComplete,
  goToColumns,
  goToReview,
  goToSend,
  makePlan,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { receipt } from '../lib/submission/receipt';
import { downloadText, expectScreen, giveFile, reload } from './ui';

const rows = sales(40);
/** A rule of Peak's that nobody here knows of: rows of these prices are refused. */
const REFUSED = { match: { operation: 'ingest' as const }, fault: 'rows-refused' as const };
const refusedRows = rows.filter(({ price }) => price === '1.50' || price === '1.75');

test('failed rows are repaired in a spreadsheet, sent again alone, and the account is closed', async ({
  page,
  sandbox,
}) => {
  await sandbox.addFaults({ ...REFUSED, holding: '1.50' }, { ...REFUSED, holding: '1.75' });
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', rows));
  await goToColumns(page);
  await goToReview(page, rows.length);
  await goToSend(page);
  await chooseOperation(page, 'APPEND');
  await makePlan(page);
  await beginSending(page);
  await expectComplete(page);
  await expectAccount(page, { read: 40, accepted: 40 - refusedRows.length, rejected: refusedRows.length });

  const [head = '', ...lines] = (await downloadRejected(page)).trimEnd().split('\r\n');
  expect(head).toContain('Country,peak_code,peak_message,meaning,source_row');
  expect(lines).toHaveLength(refusedRows.length);

  // In the spreadsheet: prices are corrected, and a row that was accepted slips in.
  const repaired = lines.map((line) =>
    line.replace(',1.5,', ',2,').replace(',1.50,', ',2.00,').replace(',1.75,', ',3.00,'),
  );
  const accepted = `${lineOf(saleAt(0))},,,,2`;
  await giveFile(page, { name: 'repaired.csv', content: [head, ...repaired, accepted].join('\r\n') });
  await expectScreen(page, 'Review');
  await expect(page.getByText('Repaired rows of sales.csv')).toBeVisible();
  await waitForCheck(page, refusedRows.length + 1);
  await goToSend(page);
  await sendAll(page);
  await expectAccount(page, { read: refusedRows.length + 1, accepted: refusedRows.length, skipped: 1 });

  await page.getByRole('link', { name: 'Account of that load' }).click();
  await expectScreen(page, 'Send');
  await expectComplete(page);
  await expectAccount(page, { read: 40, accepted: 40 });
  await expect(page.getByText('Attempt 1')).toBeVisible();

  const expected = landingOfAppend(
    rows.map((sale) => ({
      ...sale,
      price: sale.price === '1.50' ? '2.00' : sale.price === '1.75' ? '3.00' : sale.price,
    })),
  );
  const landed = await sandbox.count(SALE, ['QUANTITY', 'SELLING_PRICE']);
  expect(landed).toMatchObject({ rows: 40, distinctKeys: 40 });
  expect(Number(landed.sums.SELLING_PRICE)).toBe(expected.sums.price);
});

test('a rehearsal of the whole file shows a rule that only Peak knows, and writes nothing', async ({
  page,
  sandbox,
  accessibility,
}) => {
  await sandbox.addFaults({ ...REFUSED, holding: '1.50' });
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', [...rows, { ...saleAt(40), quantity: 'many' }]));
  await goToColumns(page);
  await goToReview(page, rows.length + 1);
  await goToSend(page);
  await page.getByRole('button', { name: 'Dry run of all 41 rows' }).click();
  await expect(page.getByText('Our checks and Peak’s differ on 1 row')).toBeVisible();
  const box = (title: string) =>
    page
      .locator('div')
      .filter({ has: page.getByRole('term').filter({ hasText: title }) })
      .last()
      .getByRole('definition');
  await expect(box('Both fine')).toContainText('39');
  await expect(box('Only Peak objects')).toContainText('1');
  await expect(box('Both object')).toContainText('1');
  await expect(box('Only we object')).toContainText('0');
  await expect(page.getByRole('table', { name: 'Examples: only Peak objects' })).toContainText('7');
  await accessibility.expectAccessible('a rehearsal');
  await reload(page);
  await expect(page.getByText('Our checks and Peak’s differ on 1 row')).toBeVisible();
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 0, failedRows: 0 });
});

test('the receipt of a load balances and holds neither token nor value', async ({ page, accessibility }) => {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', rows));
  await goToColumns(page);
  await goToReview(page, rows.length);
  await goToSend(page);
  await sendAll(page);
  await page.getByRole('link', { name: 'Receipt of this load' }).click();
  await expectScreen(page, 'Receipt');
  await expect(page.getByText('40 rows read from the file. The three counts agree')).toBeVisible();
  await accessibility.expectAccessible('a receipt');
  await test.step('all of it fits on paper', async () => {
    // A4 within the margins that browsers leave, in CSS pixels; paper cannot be scrolled.
    await page.setViewportSize({ width: 717, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    const hashes = page.getByRole('region', { name: 'Batches' });
    const sides = await hashes.evaluate((table) => [table.scrollWidth, table.clientWidth] as const);
    expect(sides[0]).toBeLessThanOrEqual(sides[1]);
    await page.emulateMedia({ media: 'screen' });
  });
  const text = await downloadText(page, page.getByRole('button', { name: 'Download as JSON' }));
  const kept = receipt.parse(JSON.parse(text));
  const { account, parts } = kept;
  expect(account).toMatchObject({ read: 40, accepted: 40, complete: true });
  expect(parts[0]?.batches.reduce((sum, batch) => sum + batch.accepted, 0)).toBe(40);
  expect(parts[0]?.batches.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  expect(text).not.toContain('WHITE HANGING HEART');
  expect(text.toLowerCase()).not.toContain('token');
});
