import readExcel from 'read-excel-file/node';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { makeWorkbook, type MadeCell } from './files/make-workbook';
import { fileOf, sales } from './files/online-retail';
import {
  beginSending,
  chooseOperation,
  expectAccount,
  expectComplete,
  expectReview,
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
import { expectScreen, giveFile } from './ui';

type Row = Record<string, string>;

async function downloaded(page: Page, button: Locator): Promise<Download> {
  const coming = page.waitForEvent('download');
  await button.click();
  return coming;
}

/** What is in a workbook as another program reads it. */
async function rowsIn(download: Download): Promise<{ readonly head: string[]; readonly rows: Row[] }> {
  const [sheet] = await readExcel(await download.path());
  const cells = (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  const [head = [], ...rest] = cells;
  return { head, rows: rest.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']))) };
}

/** What is corrected in the rows. */
const TYPED: ReadonlySet<string> = new Set(['12', '2.25']);

/** The workbook as another program writes it: its own parts and names. */
function rewritten(name: string, head: readonly string[], rows: readonly Row[]) {
  // What was typed there became a number; the others are the texts they came as.
  const cell = (text = ''): MadeCell => (text === '' ? null : TYPED.has(text) ? Number(text) : text);
  const sheet = {
    name: 'Sheet1',
    rows: [[...head], ...rows.map((row) => head.map((title) => cell(row[title])))],
  };
  return { name, content: makeWorkbook({ sheets: [sheet] }) };
}

const all = sales(40);
const wrong = new Set([3, 17, 29]);

test('rows that need work are repaired in a workbook, and only they change', async ({
  page,
  sandbox,
  accessibility,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(
    page,
    fileOf(
      'sales.csv',
      all.map((sale, at) => (wrong.has(at) ? { ...sale, quantity: 'a dozen' } : sale)),
    ),
  );
  await goToColumns(page);
  await goToReview(page, all.length);
  await expectReview(page, { ready: 37, held: 3 });

  const { head, rows } = await rowsIn(
    await downloaded(page, page.getByRole('button', { name: '3 rows held back (Excel)' })),
  );
  expect(rows).toHaveLength(wrong.size);
  expect(head.at(-1)).toBe('onramp_row');
  const repaired = rows.map((row) => ({ ...row, Quantity: '12' }));
  await giveFile(page, rewritten('repaired.xlsx', head, repaired));
  await expect(
    page.getByText('3 rows read from repaired.xlsx; 3 cells in 3 rows would change.'),
  ).toBeVisible();
  await accessibility.expectAccessible('rows that came back');
  await page.getByRole('button', { name: 'Take over 3 cells' }).click();
  await expectReview(page, { ready: all.length });
  await goToSend(page);
  await chooseOperation(page, 'UPSERT');
  await sendAll(page);
  await expectAccount(page, { read: all.length, accepted: all.length });
  const landed = await sandbox.count(SALE, ['QUANTITY']);
  const sum = all.reduce((total, { quantity }, at) => total + (wrong.has(at) ? 12 : Number(quantity)), 0);
  expect([landed.rows, Number(landed.sums.QUANTITY)]).toEqual([all.length, sum]);
});

test('failed rows are repaired in a workbook and sent again alone', async ({ page, sandbox }) => {
  await sandbox.addFaults({ match: { operation: 'ingest' }, fault: 'rows-refused', holding: '1.50' });
  const refused = all.filter(({ price }) => price === '1.50');
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', all));
  await goToColumns(page);
  await goToReview(page, all.length);
  await goToSend(page);
  await chooseOperation(page, 'APPEND');
  await makePlan(page);
  await beginSending(page);
  await expectComplete(page);
  await expectAccount(page, { read: 40, accepted: 40 - refused.length, rejected: refused.length });

  const { head, rows } = await rowsIn(
    await downloaded(page, page.getByRole('button', { name: 'Download for Excel' })),
  );
  expect(head.at(-1)).toBe('source_row');
  expect(rows).toHaveLength(refused.length);
  const repaired = rows.map((row) => ({ ...row, UnitPrice: '2.25' }));
  await giveFile(page, rewritten('repaired.xlsx', head, repaired));
  await expectScreen(page, 'Review');
  await expect(page.getByText('Repaired rows of sales.csv')).toBeVisible();
  await waitForCheck(page, refused.length);
  await goToSend(page);
  await sendAll(page);
  await page.getByRole('link', { name: 'Account of that load' }).click();
  await expectComplete(page);
  await expectAccount(page, { read: 40, accepted: 40 });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: 40, distinctKeys: 40 });
});
