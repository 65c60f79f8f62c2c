import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  binary,
  empty,
  erdos,
  goodFile,
  headerOnly,
  onlyBlanks,
  openQuote,
  pdf,
  ragged,
  report,
  semicolons,
  strangeHeadings,
  twinHeadings,
  utf16,
  windows1252,
} from './files/bad-files';
import {
  dropFile,
  expectFinding,
  expectKept,
  expectMatched,
  expectReview,
  goToColumns,
  goToReview,
  matchColumns,
  replaceFile,
  rollOut,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { alerts, giveFile, open, reload, selectOf } from './ui';

const TABLE = 'QP_SALE_OOTB';

test.beforeEach(async ({ page }) => {
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, TABLE);
});

const readRows = (page: Page) => page.getByRole('table', { name: 'First rows of the file, cut into cells' });

test('a file that is no table is refused in plain words, and the next one is welcome', async ({ page }) => {
  const refusals = [
    { file: empty, says: 'This file is empty', todo: 'Export it again and choose the new file.' },
    { file: onlyBlanks, says: 'This file is empty', todo: 'Export it again and choose the new file.' },
    { file: headerOnly, says: 'This file has headings and no rows', todo: 'Check the filter of the export' },
    { file: pdf, says: 'This is a PDF, whatever its name says', todo: 'Ask for the data as CSV' },
    { file: binary, says: 'This is not a text file', todo: 'save it as “CSV UTF-8”' },
  ];
  for (const { file, says, todo } of refusals) {
    await test.step(file.name, async () => {
      await dropFile(page, file);
      const refusal = alerts(page).filter({ hasText: says });
      await expect(refusal).toContainText(todo);
      await expect(page.getByText('Drop the file for this table here')).toBeVisible();
    });
  }
  await takeFile(page, goodFile);
  await expect(alerts(page)).toHaveCount(0);
  await goToColumns(page);
});

test('a refused file does not take the place of the good one', async ({ page }) => {
  await takeFile(page, goodFile);
  await goToColumns(page);
  await matchColumns(page, { MERCHANT_ID: 'Country' });
  await page.goBack();
  await page.getByRole('button', { name: 'Another file' }).click();
  await giveFile(page.getByRole('dialog'), pdf);
  await expect(alerts(page)).toContainText('This is a PDF, whatever its name says');
  await expect(page.getByText(`Choose ${goodFile.name} again`)).toBeHidden();
  await page.getByRole('button', { name: `Go on with ${goodFile.name}` }).click();
  await expect(alerts(page)).toHaveCount(0);
  await expect(readRows(page).getByRole('row')).toHaveCount(1 + 12);
  await reload(page);
  await expect(page.getByText(goodFile.name).first()).toBeVisible();
  await expect(readRows(page).getByRole('row')).toHaveCount(1 + 12);
  await goToColumns(page);
  await expectMatched(page, { SALE_ID: 'InvoiceNo', MERCHANT_ID: 'Country' });
});

test('a file that is odd but readable is read, and its oddity is said', async ({ page }) => {
  await takeFile(page, semicolons);
  await test.step('semicolons', async () => {
    await expect(selectOf(page, 'Separator')).toContainText('Semicolon');
    await expect(readRows(page).getByRole('row').nth(1)).toContainText('85123A');
    await expect(readRows(page).getByRole('cell', { name: '2,55', exact: true })).toBeVisible();
  });

  await test.step('windows-1252 with umlauts', async () => {
    await replaceFile(page, windows1252);
    await expect(selectOf(page, 'Encoding')).toContainText('Windows-1252');
    await page.getByRole('button', { name: 'Lines that decide the encoding: they look German' }).click();
    const lines = page.getByRole('table', {
      name: 'Lines that decide the encoding, read in each likely way',
    });
    await expect(lines.getByRole('cell', { name: String.raw`85123A,6,M\xFCller & S\xF6hne` })).toBeVisible();
    await expect(lines.getByRole('cell', { name: '85123A,6,Müller & Söhne' })).toBeVisible();
    await expect(readRows(page).getByRole('cell', { name: 'Müller & Söhne' })).toBeVisible();
  });

  await test.step('UTF-16', async () => {
    await replaceFile(page, utf16);
    await expect(selectOf(page, 'Encoding')).toContainText('UTF-16 (little-endian)');
    await expect(page.getByText('byte order mark at the start')).toBeVisible();
    await expect(readRows(page).getByRole('cell', { name: 'Müller & Söhne' })).toBeVisible();
  });

  await test.step('two columns with one heading', async () => {
    await replaceFile(page, twinHeadings);
    await expect(page.getByText('Some columns have the same heading (Quantity).')).toBeVisible();
    await goToColumns(page);
    await expect(page.getByText('Look at 1 guess: QUANTITY.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Continue to review' })).toBeDisabled();
    await page.getByRole('button', { name: 'Confirm the guess for QUANTITY' }).click();
    await expect(page.getByRole('button', { name: 'Continue to review' })).toBeEnabled();
  });

  await test.step('no heading that the table knows', async () => {
    await page.getByRole('link', { name: 'File' }).click();
    await replaceFile(page, strangeHeadings);
    await goToColumns(page);
    await expect(page.getByText(/^0 of \d+ table columns come from the file$/)).toBeVisible();
    await expect(
      page.getByText('SALE_ID is part of the primary key and takes nothing from the file.').first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Continue to review' })).toBeDisabled();
    await matchColumns(page, { SALE_ID: 'zzz', PRODUCT_ID: 'yyy' });
    await goToReview(page, 2);
    await expectReview(page, { ready: 2 });
  });
});

test('letters that the bytes do not prove are asked for, and nothing goes on before the answer', async ({
  page,
}) => {
  await takeFile(page, erdos);
  await expect(page.getByText('Which of these is spelled right?')).toBeVisible();
  await expect(page.getByText('The bytes do not prove which letters they stand for.')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Continue to columns' })).toBeDisabled();
  const steps = page.getByRole('navigation', { name: 'Steps of this load' });
  await expect(steps.getByRole('link')).toHaveText([/File/]);
  await test.step('not by the address of a later step either', async () => {
    const file = page.url();
    for (const step of ['columns', 'review', 'send']) {
      await open(page, `${file.slice(0, file.lastIndexOf('/'))}/${step}`);
      await expect(page.getByText('This step stands on File')).toBeVisible();
      await expect(page.getByText('The encoding of the file is open: choose').last()).toBeVisible();
    }
    await page.getByRole('link', { name: 'Go to File' }).click();
  });
  await page.getByRole('button', { name: 'This is right: Windows-1250 (Central European)' }).click();
  await expect(selectOf(page, 'Encoding')).toContainText('Windows-1250');
  await expect(readRows(page).getByRole('cell', { name: 'Erdős' })).toBeVisible();
  await expect(page.getByText('Because chosen by you.').first()).toBeVisible();
  await goToColumns(page);
});

test('cells are pasted from a spreadsheet, by Ctrl+V or into the box', async ({ page }) => {
  await page.getByRole('button', { name: 'Or paste cells from a spreadsheet' }).click();
  const box = page.getByRole('textbox', { name: 'Cells copied from a spreadsheet' });
  await box.fill('InvoiceNo\tStockCode\tQuantity\n1\t"two\nlines"\t6\n2\tB\t8\n');
  await box.press('ControlOrMeta+a');
  await box.press('ControlOrMeta+c');
  await page.getByRole('button', { name: 'Read these cells' }).click();
  await expect(readRows(page).getByRole('row')).toHaveCount(1 + 2);
  await expect(selectOf(page, 'Separator')).toContainText('Tab');

  await page.getByRole('button', { name: 'Another file' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Pasted cells.tsv').first()).toBeVisible();
  await expectKept(page);
  await goToColumns(page);
  await goToReview(page, 2);
});

test('titles above the header and totals below the rows are told apart from the rows', async ({ page }) => {
  await takeFile(page, report);
  await expect(selectOf(page, 'Header row')).toContainText('Row 4');
  await expect(page.getByText('The headings stand in row 4.')).toBeVisible();
  await page.getByRole('button', { name: '5', exact: true }).click();
  await expect(selectOf(page, 'Header row')).toContainText('Row 5');
  await page.getByRole('button', { name: '4', exact: true }).click();
  await expect(selectOf(page, 'Header row')).toContainText('Row 4');
  await page.getByText('Leave out every row of this file that begins with such a word.').click();
  await expect(page.getByRole('checkbox', { name: /^Leave out every row/ })).toBeChecked();
  await goToColumns(page);
  await goToReview(page, 3);
  await expectReview(page, { ready: 2, skipped: 1 });
  await test.step('and what was left out is taken back, and left out again, in the review', async () => {
    await page.getByRole('button', { name: /^Take back: Every row that begins with/ }).click();
    await expectReview(page, { ready: 2, held: 1 });
    // What holds the row back offers the same.
    const total = page.getByRole('listitem').filter({ hasText: 'Row that looks like a total or a ruling' });
    await total.getByRole('button', { name: 'Leave this row out' }).click();
    await expectReview(page, { ready: 2, skipped: 1 });
  });
});

test('damaged rows are held back one by one, and the sound ones are not lost', async ({ page }) => {
  await takeFile(page, ragged);
  await test.step('rows with too few and too many cells', async () => {
    await expect(page.getByText('2 rows near the top, row 7 first, have more or fewer cells')).toBeVisible();
    await goToColumns(page);
    await goToReview(page, 8);
    await expectReview(page, { ready: 6, held: 2 });
    await expectFinding(page, 'Row with too few cells', '1 row, keeps rows back');
    await expectFinding(page, 'Row with too many cells', '1 row, keeps rows back');
  });

  await test.step('a quote that never closes', async () => {
    await page.getByRole('link', { name: 'File' }).click();
    await replaceFile(page, openQuote);
    await goToColumns(page);
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await waitForCheck(page, 10);
    await expectFinding(page, 'Broken quotation mark', 'keeps rows back');
    await expectReview(page, { ready: 9, held: 1 });
  });
});
