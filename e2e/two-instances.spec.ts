import { hasRedis } from '../lib/gateway/local-redis';
import { expect, test } from './fixtures';
import { fileOf, sales } from './files/online-retail';
import { openInstances } from './instances';
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
  startLoad,
  takeFile,
} from './onboarding';
import { QUOTE_PRICING, SALE } from './sales';
import { choose } from './ui';

const runs = hasRedis();
const rows = sales(1_500);
/** Requests a second of both together; twice as much would be more than the tenant takes. */
const [OURS, TENANTS] = [4, 5];

test('a machine that tests for everybody has a redis-server', () => {
  expect(runs || !process.env.CI).toBe(true);
});

if (runs)
  test('two whole instances behind a balancer load under one rate, and one answers for what the other sent', async ({
    browser,
    sandbox,
  }) => {
    const { balancer, close } = await openInstances(OURS);
    const context = await browser.newContext({ baseURL: balancer.address });
    try {
      const page = await context.newPage();
      await rollOut(page, QUOTE_PRICING);
      await startLoad(page, SALE.table);
      await takeFile(page, fileOf('sales.csv', rows));
      await goToColumns(page);
      await goToReview(page, rows.length);
      await goToSend(page);
      await chooseOperation(page, 'APPEND');
      await choose(page, 'Rows in one batch', /^50 rows/);
      await makePlan(page);
      await sandbox.change({ rate: TENANTS });
      balancer.loseNextAnswer();
      await beginSending(page);
      await expectComplete(page);
      await expectAccount(page, { read: rows.length, accepted: rows.length });
      expect(await sandbox.count(SALE)).toMatchObject({ rows: rows.length, distinctKeys: rows.length });
      // The tenant itself is the judge of the rate: two budgets would have been told to slow down.
      const refused = (await sandbox.requests()).filter(({ outcome }) => outcome === '429');
      expect(refused).toEqual([]);
      expect(balancer.batches.every((requests) => requests > 0)).toBe(true);
      expect(balancer.askedAfter.length).toBeGreaterThan(0);
    } finally {
      await context.close();
      await close();
    }
  });
else
  test('two whole instances behind a balancer: did not run, there is no redis-server here', () => {
    expect(runs).toBe(false);
  });
