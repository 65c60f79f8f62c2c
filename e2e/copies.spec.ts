import { expect, test } from './fixtures';
import { editCell, expectReview, goToColumns, goToReview, rollOut, startLoad, takeFile } from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { said } from './ui';

/** More keys than stay in memory: the rest goes to this browser's private files, and comes back for the count. */
const ROWS = 200_000;

test('rows of one key are found however far apart, listed all together, and told anew after an edit', async ({
  page,
}) => {
  test.slow();
  const line = (id: string, quantity: number) => `${id},85123A,${quantity},2.55,2024-01-31 08:26:00`;
  const lines = Array.from({ length: ROWS }, (_, at) => line(`S${at}`, 1));
  // Rows 2, 100,002 and 200,001 of the file; the last one says something else.
  lines[100_000] = line('S0', 1);
  lines[ROWS - 1] = line('S0', 7);
  const header = 'InvoiceNo,StockCode,Quantity,UnitPrice,InvoiceDate';

  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(page, { name: 'copies.csv', content: `${header}\n${lines.join('\n')}\n` });
  await goToColumns(page);
  await goToReview(page, ROWS);
  await expectReview(page, { ready: ROWS - 2, superseded: 2 });

  const example = page.getByRole('listitem').filter({ hasText: 'rows 2, 100,002, 200,001' });
  await example.getByRole('button', { name: 'Show all 3 rows of S0, 85123A' }).click();
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(3 + 1));
  for (const row of [2, 100_002, 200_001])
    await expect(grid.getByRole('rowheader', { name: said(row), exact: true })).toBeVisible();

  await editCell(page, 100_002, 'InvoiceNo', 'S100000');
  await expectReview(page, { ready: ROWS - 1, superseded: 1 });
  await expect(page.getByRole('listitem').filter({ hasText: 'rows 2 and 200,001' })).toBeVisible();
  await expect(page.getByText(`${said(ROWS)} rows read`)).toBeVisible();
});
