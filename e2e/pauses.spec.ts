import { expect, test } from './fixtures';
import { beginSending, expectComplete, rollOut } from './onboarding';
import { planSales, QUOTE_PRICING, SALE } from './sales';
import { addColumnBehindItsBack } from './tenant';

const ROWS = 6_000;

test.beforeEach(({ strictness }) => {
  // The browser itself names every answer that is no success on the console.
  strictness.allowConsole('Failed to load resource');
});

test('told to wait for longer than a program should, sending stands still and says until when', async ({
  page,
  sandbox,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await planSales(page, ROWS);
  await sandbox.addFaults({ match: { operation: 'ingest', nth: 2 }, fault: '429', retryAfter: 1_800 });
  await beginSending(page);

  const note = page.getByRole('status').filter({ hasText: 'Peak keeps asking to slow down' });
  await expect(note).toContainText(
    /Peak asked to wait until (.+, )?\d\d:\d\d, (29 min \d+ s|30 min) from now\./,
  );
  await page.getByRole('button', { name: /^Go on with [\d,]+ rows$/ }).click();
  await expectComplete(page);
  expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
});

test('told to wait a little, sending says until when and goes on by itself', async ({ page, sandbox }) => {
  await rollOut(page, QUOTE_PRICING);
  await planSales(page, ROWS);
  await sandbox.addFaults({ match: { operation: 'ingest', nth: 2 }, fault: '429', retryAfter: 15 });
  await beginSending(page);

  const note = page.getByRole('status').filter({ hasText: 'Peak asked to slow down' });
  await expect(note).toContainText('Sending goes on by itself then.');
  await expectComplete(page);
  await expect(note).toBeHidden();
  expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
});

test('batch after batch refused: the schema is read again at once, and what changed is shown', async ({
  page,
  sandbox,
}) => {
  await rollOut(page, QUOTE_PRICING);
  await planSales(page, ROWS);
  await sandbox.addFaults({
    match: { operation: 'ingest' },
    fault: 'rows-refused',
    holding: 'SALE_ID',
    times: ROWS,
  });
  // The schema is read as sending begins; it changes while the first batch is on its way.
  let isFirst = true;
  await page.route('**/api/tables/**', async (route) => {
    const now = isFirst;
    isFirst = false;
    if (now) await addColumnBehindItsBack(SALE.table, 'STORE_REGION');
    await route.continue();
  });
  await beginSending(page);

  await expect(
    page.getByRole('status').filter({ hasText: 'Batch after batch is refused for one cause' }),
  ).toBeVisible();
  const changed = page
    .getByRole('alert')
    .filter({ hasText: 'The live schema changed since this plan was made' });
  await expect(changed).toContainText('Column STORE_REGION is new.');
});
