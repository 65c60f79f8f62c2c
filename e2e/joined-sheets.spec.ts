import { workbookBlob, writeWorkbook } from '../lib/files/write-xlsx/write-workbook';
import { anyRows } from '../lib/intake/any-rows';
import { expect, test } from './fixtures';
import { makeWorkbook, type MadeCell } from './files/make-workbook';
import { sales, type Sale } from './files/online-retail';
import {
  applyRule,
  beginSending,
  chooseOperation,
  expectAccount,
  expectComplete,
  expectReview,
  goToSend,
  makePlan,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { downloadBytes, expectScreen, giveFile, tick } from './ui';

const HEADINGS = ['SALE_ID', 'PRODUCT_ID', 'QUANTITY', 'SELLING_PRICE', 'SOLD_AT', 'CUSTOMER_ID'];
/** A price whose point could stand between thousands if the cell were a text; those rows are refused. */
const REFUSED = '1.505';
const rows = sales(30).map((sale, at) => (at === 5 || at === 20 ? { ...sale, price: REFUSED } : sale));
const cellsOf = ({ invoice, product, quantity, price, soldAt, customer }: Sale): MadeCell[] => [
  { inline: invoice },
  { inline: product },
  Number(quantity),
  { n: price },
  soldAt,
  { inline: customer },
];
const book = {
  name: 'two-months.xlsx',
  content: makeWorkbook({
    sheets: [
      { name: 'January', rows: [HEADINGS, ...rows.slice(0, 13).map(cellsOf)] },
      { name: 'February', rows: [['Report of February'], [], HEADINGS, ...rows.slice(13).map(cellsOf)] },
    ],
  }),
};
const PLACES = [
  ['January', '7'],
  ['February', '11'],
];

/** The failed rows with another product, as a person mends them, and everything else left alone. */
async function mended(bytes: Uint8Array<ArrayBuffer>) {
  const { header, rows: lines } = await anyRows(new Blob([bytes]), new AbortController().signal);
  const said = ['peak_code', 'peak_message', 'meaning', 'sheet', 'sheet_row', 'source_row'];
  expect(header).toEqual([...HEADINGS, ...said]);
  const failed: string[][] = [];
  for await (const cells of lines) failed.push([...cells]);
  const sheet = header.indexOf('sheet');
  expect(failed.map((cells) => cells.slice(sheet, sheet + 2))).toEqual(PLACES);
  for (const cells of failed) cells[header.indexOf('PRODUCT_ID')] = 'MENDED';
  return { header, failed };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
async function asCsv(bytes: Uint8Array<ArrayBuffer>) {
  const { header, failed } = await mended(bytes);
  const content = [header, ...failed].map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return { name: 'mended.csv', content };
}

/** As Excel saves it: what was a number there still is one. */
async function asWorkbook(bytes: Uint8Array<ArrayBuffer>) {
  const { header, failed } = await mended(bytes);
  const price = header.indexOf('SELLING_PRICE');
  const back = writeWorkbook([
    {
      name: 'Mended',
      columns: header.map((title) => ({ title })),
      rows: failed.map((cells) => cells.map((text, at) => (at === price ? { text, number: true } : text))),
    },
  ]);
  const blob = await workbookBlob(back.pieces);
  return { name: 'mended.xlsx', content: new Uint8Array(await blob.arrayBuffer()) };
}

const WAYS = [
  { way: 'CSV', button: 'Download as CSV', mend: asCsv, held: 2 },
  { way: 'Excel', button: 'Download for Excel', mend: asWorkbook, held: 0 },
] as const;

for (const { way, button, mend, held } of WAYS) {
  test(`failed rows of joined sheets go out and back by ${way}, and each finds its row`, async ({
    page,
    sandbox,
  }) => {
    await sandbox.addFaults({ match: { operation: 'ingest' }, fault: 'rows-refused', holding: REFUSED });
    await rollOut(page, QUOTE_PRICING);
    await startLoad(page, SALE.table);
    await takeFile(page, book);
    await tick(page, /^February/);
    await expect(page.getByText('2 sheets in this workbook, January, February read')).toBeVisible();
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await waitForCheck(page, 30);
    await expectReview(page, { ready: 30 });
    await goToSend(page);
    await chooseOperation(page, 'APPEND');
    await makePlan(page);
    await beginSending(page);
    await expectComplete(page);
    await expectAccount(page, { read: 30, accepted: 28, rejected: 2 });

    const file = await mend(await downloadBytes(page, page.getByRole('button', { name: button })));
    await sandbox.clearFaults();
    await giveFile(page.getByRole('group', { name: 'Repair failed rows' }), file);
    await expectScreen(page, 'Review');
    await waitForCheck(page, 2);
    await expectReview(page, { ready: 2 - held, held });
    // A text does not say that its point is decimal; a workbook's number does.
    if (held > 0)
      await applyRule(
        page,
        'SELLING_PRICE Decimal point or thousands?',
        /^Read the point as the decimal sign/,
      );
    await expectReview(page, { ready: 2 });
    await goToSend(page);
    await sendAll(page);
    await page.getByRole('link', { name: 'Account of that load' }).click();
    await expectScreen(page, 'Send');
    await expectComplete(page);
    await expectAccount(page, { read: 30, accepted: 30 });
    const there = await sandbox.rows(SALE);
    expect(there).toHaveLength(30);
    const prices = there.filter(({ PRODUCT_ID }) => PRODUCT_ID === 'MENDED');
    expect(prices.map(({ SELLING_PRICE }) => Number(SELLING_PRICE))).toEqual([1.505, 1.505]);
  });
}
