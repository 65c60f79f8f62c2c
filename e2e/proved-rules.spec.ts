import { expect, test } from './fixtures';
import { BROKEN } from './files/broken-sales';
import { fileOf } from './files/online-retail';
import {
  editCell,
  expectReview,
  goToColumns,
  goToReview,
  rollOut,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { tick } from './ui';

const ROWS = BROKEN.length;

test('what the columns prove is looked at together, applied at once, and taken back one by one', async ({
  page,
  accessibility,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await startLoad(page, SALE.table);
  await takeFile(
    page,
    fileOf(
      'broken.csv',
      BROKEN.map(({ written }) => written),
    ),
  );
  await goToColumns(page);
  await goToReview(page, ROWS);
  await expectReview(page, { ready: 500, held: 2000 });
  await page.getByRole('button', { name: 'Look at all 6 rules' }).click();
  const rules = page.getByRole('list', { name: 'Rules that the columns prove' });
  await expect(rules.getByRole('listitem')).toHaveCount(6);
  await expect(rules.getByRole('listitem').filter({ hasText: 'take off €' })).toContainText('€ 0.25');
  await accessibility.expectAccessible('rules that the columns prove');
  const negatives = page.getByRole('checkbox', { name: /^QUANTITY: read \(12\)/ });
  await page.locator('label').filter({ has: negatives }).click();
  await expect(negatives).not.toBeChecked();
  await tick(page, /^QUANTITY: read \(12\)/);
  // That a word means nothing no cell proves: it is offered, and left to the user.
  await expect(page.getByRole('button', { name: 'Apply 4 rules' })).toBeVisible();
  await tick(page, /^QUANTITY: treat n\/a as empty/);
  await tick(page, /^SELLING_PRICE: treat #N\/A as empty/);
  await page.getByRole('button', { name: 'Apply 6 rules' }).click();
  await waitForCheck(page, ROWS);
  await expectReview(page, { ready: ROWS - 1, held: 1 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await waitForCheck(page, ROWS);
  await expectReview(page, { ready: ROWS - 201, held: 201 });
  await page.getByRole('button', { name: 'Redo' }).click();
  await waitForCheck(page, ROWS);
  await editCell(page, 2001, 'Quantity', '9');
  await expectReview(page, { ready: ROWS });
});
