import { expect, test } from './fixtures';
import { HAZARDS } from './files/hazards';
import {
  expectFinding,
  expectReview,
  goToColumns,
  goToReview,
  rollOut,
  startLoad,
  takeFile,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';

/** The whole corpus is read by unit tests; here the telling ones go through a browser, from the disk to the review. */
test('a file with a hazard of its own ends as it is written down', async ({ page }) => {
  test.slow();
  await rollOut(page, QUOTE_PRICING);
  for (const { file, rows, review, findings = {}, cell } of HAZARDS)
    await test.step(file.name, async () => {
      await startLoad(page, SALE.table);
      await takeFile(page, file);
      await goToColumns(page);
      await goToReview(page, rows);
      await expectReview(page, review);
      for (const [heading, count] of Object.entries(findings)) await expectFinding(page, heading, count);
      const grid = page.getByRole('grid');
      if (cell !== undefined)
        await expect(grid.getByRole('gridcell').filter({ hasText: cell }).first()).toBeVisible();
    });
});
