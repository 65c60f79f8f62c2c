import type { Page } from '@playwright/test';
import type { SandboxControl } from '../lib/sandbox/control';
import { expect, test } from './fixtures';
import {
  beginSending,
  chooseOperation,
  expectAccount,
  expectComplete,
  makePlan,
  rollOut,
} from './onboarding';
import { bringSalesToSend, QUOTE_PRICING, SALE } from './sales';
import { choose } from './ui';

const ROWS = 6_000;
const PER_BATCH = 100;
const BATCHES = ROWS / PER_BATCH;

test.beforeEach(({ strictness }) => {
  // The browser itself names every answer that does not come on the console.
  strictness.allowConsole('Failed to load resource');
});

/** Sends by APPEND up to a middle that stays: some rows are stored, others are under way, and no answer comes. */
async function standInTheMiddle(page: Page, sandbox: SandboxControl): Promise<void> {
  await rollOut(page, QUOTE_PRICING);
  await bringSalesToSend(page, ROWS);
  await chooseOperation(page, 'APPEND');
  await choose(page, 'Rows in one batch', `${PER_BATCH} rows`);
  await makePlan(page);
  await sandbox.addFaults({ match: { operation: 'ingest', nth: 5 }, fault: 'held', times: BATCHES });
  await beginSending(page);
  await expect.poll(async () => (await sandbox.count(SALE)).rows).toBe(4 * PER_BATCH);
  await expect.poll(() => sandbox.hits()).toBeGreaterThan(0);
}

test('while Peak does not answer, the screen says since when, and shows no rate that nobody keeps', async ({
  page,
  sandbox,
  accessibility,
}) => {
  await standInTheMiddle(page, sandbox);
  const note = page.getByRole('status').filter({ hasText: 'Waiting for Peak to answer' });
  await expect(note).toContainText(/No batch was settled for \d/);
  await expect(page.getByText(/rows a second/)).toBeHidden();
  await expect(page.getByText('This computer has no network')).toBeHidden();
  await accessibility.expectAccessible('a sender that waits for answers');
  await sandbox.clearFaults();
  await expectComplete(page);
  await expect(note).toBeHidden();
  await expectAccount(page, { read: ROWS, accepted: ROWS });
});

test('when our own server is away the screen names it, and sending goes on by itself when it is back', async ({
  page,
  context,
  sandbox,
}) => {
  test.slow();
  await standInTheMiddle(page, sandbox);
  // What had reached the server is answered; nothing new gets there.
  await context.route('**/api/**', (route) => route.abort('connectionrefused'));
  await sandbox.clearFaults();

  const note = page.getByRole('status').filter({ hasText: 'own server does not answer' });
  await expect(note).toContainText('goes on by itself at the exact batch when the server is back', {
    timeout: 120_000,
  });
  await expect(page.getByText('Another tab is sending this load')).toBeHidden();
  expect((await sandbox.count(SALE)).rows, 'not all were sent').toBeLessThan(ROWS);

  await context.unroute('**/api/**');
  await expect(note).toBeHidden();
  await expectComplete(page);
  await expectAccount(page, { read: ROWS, accepted: ROWS });
  expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
});
