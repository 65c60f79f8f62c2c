import { receipt } from '../lib/submission/receipt';
import { expect, test } from './fixtures';
import { fileOf, sales } from './files/online-retail';
import {
  chooseOperation,
  expectAccount,
  expectComplete,
  goTo,
  goToColumns,
  goToReview,
  goToSend,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { cellBeside, downloadText, expectScreen, giveFile, reload, said } from './ui';

const rows = sales(40);
/** Rows of these prices are accepted, and found wanting when they are written. */
const LATE = { match: { operation: 'ingest' as const }, fault: 'rows-fail-late' as const };
const late = rows.filter(({ price }) => price === '1.50' || price === '1.75');
const quoted = (text: string | null | undefined) => `"${(text ?? '').replaceAll('"', '""')}"`;

test('rows that Peak accepted and could not write move the account, are sent again, and stand in the receipt', async ({
  page,
  sandbox,
  accessibility,
}) => {
  await sandbox.addFaults({ ...LATE, holding: '1.50' }, { ...LATE, holding: '1.75' });
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', rows));
  await goToColumns(page);
  await goToReview(page, rows.length);
  await goToSend(page);
  await chooseOperation(page, 'APPEND');
  await sendAll(page);
  await expectAccount(page, { read: 40, accepted: 40 });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 40 - late.length, failedRows: late.length });

  const failed = await sandbox.failedRows(SALE);
  const columns = Object.keys(failed[0] ?? {});
  const content = [columns, ...failed.map((row) => columns.map((name) => row[name]))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
  await page.getByRole('button', { name: 'Tell of rows that failed later' }).click();
  const form = page.getByRole('group', { name: 'Tell of rows that failed later' });
  await giveFile(form, { name: 'SALE_failed_rows.csv', content });
  await expect(page.getByText(`${said(late.length)} rows failed after they were accepted`)).toBeVisible();
  const moved = { read: 40, accepted: 40 - late.length, laterFailed: late.length };
  await expectAccount(page, moved);
  await accessibility.expectAccessible('rows that failed later');

  await page.getByRole('button', { name: /^Take back: / }).press('Enter');
  await expectAccount(page, { read: 40, accepted: 40 });
  await expect(page.getByRole('button', { name: 'Tell of rows that failed later' })).toBeFocused();
  await giveFile(form, { name: 'SALE_failed_rows.csv', content });
  await expectAccount(page, moved);
  await reload(page);
  await expectAccount(page, moved);

  await page.getByRole('link', { name: 'Receipt of this load' }).click();
  await expectScreen(page, 'Receipt');
  await expect(cellBeside(page, 'Rows by bucket', 'Accepted, later failed')).toHaveText(said(late.length));
  const text = await downloadText(page, page.getByRole('button', { name: 'Download as JSON' }));
  expect(receipt.parse(JSON.parse(text))).toMatchObject({
    account: { laterFailed: late.length, balances: true },
    late: [{ from: 'export', rows: late.length, unnamed: 0 }],
  });
  await goTo(page, 'monitor');
  await expect(page.getByText(`${said(late.length)} rows failed of 40 read`)).toBeVisible();

  // The cause is gone: the same rows go once more, and nothing else does.
  await sandbox.clearFaults();
  await page.getByRole('link', { name: 'Account' }).click();
  await expectScreen(page, 'Send');
  await page.getByRole('button', { name: 'Repair them here' }).click();
  await expectScreen(page, 'Review');
  await waitForCheck(page, late.length);
  await goToSend(page);
  await sendAll(page);
  await page.getByRole('link', { name: 'Account of that load' }).click();
  await expectScreen(page, 'Send');
  await expectComplete(page);
  await expectAccount(page, { read: 40, accepted: 40 });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 40, distinctKeys: 40 });
});
