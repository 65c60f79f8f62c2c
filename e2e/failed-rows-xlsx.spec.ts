import { workbookBlob, writeWorkbook } from '../lib/files/write-xlsx/write-workbook';
import { anyRows } from '../lib/intake/any-rows';
import { expect, test } from './fixtures';
import { fileOf, sales } from './files/online-retail';
import {
  beginSending,
  chooseOperation,
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
import { downloadBytes, expectScreen, giveFile } from './ui';

const rows = sales(40);
const refused = rows.filter(({ price }) => price === '1.50');

test('failed rows go to Excel and back as a workbook, and only those are sent again', async ({
  page,
  sandbox,
}) => {
  const fault = 'rows-refused' as const;
  await sandbox.addFaults({ match: { operation: 'ingest' }, fault, holding: '1.50' });
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
  await expectAccount(page, { read: 40, accepted: 40 - refused.length, rejected: refused.length });

  const bytes = await downloadBytes(page, page.getByRole('button', { name: 'Download for Excel' }));
  const { header, rows: lines } = await anyRows(new Blob([bytes]), new AbortController().signal);
  const price = header.indexOf('UnitPrice');
  const repaired: string[][] = [];
  for await (const cells of lines) repaired.push(cells.map((cell, at) => (at === price ? '2.00' : cell)));
  expect(repaired).toHaveLength(refused.length);
  const { pieces } = writeWorkbook([
    { name: 'Repaired', columns: header.map((title) => ({ title })), rows: repaired },
  ]);
  const back = await workbookBlob(pieces);
  await giveFile(page.getByRole('group', { name: 'Repair failed rows' }), {
    name: 'repaired.xlsx',
    content: new Uint8Array(await back.arrayBuffer()),
  });
  await expectScreen(page, 'Review');
  await waitForCheck(page, refused.length);
  await goToSend(page);
  await sendAll(page);
  await page.getByRole('link', { name: 'Account of that load' }).click();
  await expectScreen(page, 'Send');
  await expectComplete(page);
  await expectAccount(page, { read: 40, accepted: 40 });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 40, distinctKeys: 40 });
});
