import { expect, test } from './fixtures';
import {
  applyRule,
  dryRun,
  expectAccount,
  expectFinding,
  expectReview,
  goToReview,
  goToSend,
  rollOut,
  sendAll,
  startLoad,
  takeFile,
  waitForCheck,
} from './onboarding';
import { expectScreen } from './ui';

const INVENTORY = { standard: 'inventory-management', version: '1.0.0' };
const LOCATIONS = { solution: 'INV_OOTB', table: 'INV_LOCATIONS_OOTB' };
const SALES = { solution: 'INV_OOTB', table: 'INV_SALES_OOTB' };

const locations = {
  name: 'locations.csv',
  content: [
    'location_id,location_name,country,is_store,is_dc,is_factory,updated_at',
    'L1,High Street,GB,TRUE,false,false,2024-01-05 08:00:00',
    'L2,Harbour,DE,false,true,,2024-01-05 08:00:00',
    'L3,Works,DE,no,false,true,2024-01-05 08:00:00',
    'L4,Airport,FR,true,false,false,2024-01-06',
  ].join('\n'),
};

const days = ['28/02/2024', '29/02/2024', '01/03/2024', '02/03/2024', '31/12/2024'];
const sold = {
  name: 'sales.csv',
  content: [
    'PRODUCT_ID,LOCATION_ID,DAY_DATE,SALES_UNITS,SALES_VALUE',
    ...days.map((day, at) => `P${at},L1,${day},${10 + at},${at}.25`),
    'P9,L1,30/02/2024,1,1.00',
  ].join('\n'),
};

test('another solution goes down the same road: truth values, days, whole numbers', async ({
  page,
  sandbox,
}) => {
  test.slow();
  await rollOut(page, INVENTORY);

  await test.step('truth values and moments', async () => {
    await startLoad(page, LOCATIONS.table);
    await takeFile(page, locations);
    await goToReview(page, 4);
    await expect(page.getByText('All 7 columns of the file have the name of a table column')).toBeVisible();
    await page.getByRole('link', { name: 'Change' }).click();
    await expectScreen(page, 'Columns');
    await expect(page.getByText('All matched by name: 7 columns of the file')).toBeVisible();
    await goToReview(page, 4);
    await expectReview(page, { ready: 3, held: 1 });
    await expectFinding(page, 'IS_STORE Neither true nor false', '1 cell, keeps rows back');
    await expectFinding(page, 'UPDATED_AT Date without a time', '1 cell, worth a look');
    await goToSend(page);
    await dryRun(page);
    await sendAll(page);
    await expectAccount(page, { read: 4, accepted: 3, held: 1 });
    const rows = await sandbox.rows(LOCATIONS);
    expect(rows).toMatchObject([
      { LOCATION_ID: 'L1', IS_STORE: 'true', IS_DC: 'false', UPDATED_AT: '2024-01-05 08:00:00' },
      { LOCATION_ID: 'L2', IS_DC: 'true', IS_FACTORY: null },
      { LOCATION_ID: 'L4', UPDATED_AT: '2024-01-06 00:00:00' },
    ]);
  });

  await test.step('days written day first, as the column itself proves', async () => {
    await startLoad(page, SALES.table);
    await takeFile(page, sold);
    await goToReview(page, 6);
    await expectReview(page, { ready: 0, held: 6 });
    await applyRule(page, 'DAY_DATE Which part of the date is day, month, year?', /^Read dates day first/);
    await waitForCheck(page, 6);
    await expectReview(page, { ready: 5, held: 1 });
    await expectFinding(page, 'DAY_DATE A day that does not exist', '1 cell, keeps rows back');
    await goToSend(page);
    await sendAll(page);
    await expectAccount(page, { read: 6, accepted: 5, held: 1 });
    const rows = await sandbox.rows(SALES);
    expect(rows.map(({ DAY_DATE }) => DAY_DATE)).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
      '2024-03-02',
      '2024-12-31',
    ]);
    expect((await sandbox.count(SALES, ['SALES_UNITS'])).sums.SALES_UNITS).toBe('60');
  });
});
