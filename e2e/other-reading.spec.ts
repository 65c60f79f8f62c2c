import { expect, test } from './fixtures';
import { fileOf, reportOf, sales } from './files/online-retail';
import { editCell, expectRepairs, goToColumns, goToReview, rollOut, startLoad, takeFile } from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { choose } from './ui';

test('edits of rows are set aside while a file is read by other quotes, and back with the former ones', async ({
  page,
  accessibility,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, fileOf('sales.csv', sales(40)));
  await goToColumns(page);
  await goToReview(page, 40);
  await editCell(page, 3, 'Quantity', '12');
  const steps = page.getByRole('navigation', { name: 'Steps of this load' });
  await steps.getByRole('link', { name: 'File' }).click();

  await choose(page, 'Quotes', /^None/);
  const note = page.getByText('1 repair of single rows set aside');
  await expect(note).toBeVisible();
  await accessibility.expectAccessible('a file read by other quotes');
  await page.reload();
  await expect(note).toBeVisible();
  await choose(page, 'Quotes', /with "" inside/);
  await expect(note).toBeHidden();
  await choose(page, 'Quotes', /^None/);
  await page.getByRole('button', { name: 'Read it as before' }).press('Enter');
  await expect(page.getByText('the repairs that were set aside are back')).toBeFocused();
  await expect(note).toBeHidden();
  await goToColumns(page);
  await goToReview(page, 40);
  await expectRepairs(page, ['set to “12”']);
});

test('a report whose columns blanks alone hold apart is cut where the user agrees', async ({
  page,
  accessibility,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, reportOf(30));
  await expect(page.getByText('Columns seem to stand at fixed places')).toBeVisible();
  await accessibility.expectAccessible('a report with its cuts on offer');
  await page.getByRole('button', { name: 'Cut into 7 columns' }).click();
  const read = page.getByRole('table', { name: 'First rows of the file, cut into cells' });
  await expect(read.getByRole('columnheader', { name: 'InvoiceDate' })).toBeVisible();
  await expect(page.getByLabel('Columns begin at')).toHaveValue(/^12, /);
  await accessibility.expectAccessible('a report cut at places');
  await page.reload();
  await expect(read.getByRole('columnheader', { name: 'InvoiceDate' })).toBeVisible();
  await goToColumns(page);
  await goToReview(page, 30);
});
