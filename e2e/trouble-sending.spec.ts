import type { Page } from '@playwright/test';
import type { SandboxControl } from '../lib/sandbox/control';
import { expect, test } from './fixtures';
import {
  beginSending,
  chooseOperation,
  expectAccount,
  expectComplete,
  goTo,
  makePlan,
  rollOut,
} from './onboarding';
import { bringSalesToSend, QUOTE_PRICING, SALE } from './sales';
import { choose, open, reload, said } from './ui';

test.beforeEach(({ strictness }) => {
  // The browser itself names every answer that is no success on the console.
  strictness.allowConsole('Failed to load resource');
});

test.describe('while sending', () => {
  /** Many more batches than are ever under way at once, so that a middle has a before and an after. */
  const ROWS = 6_000;
  const PER_BATCH = 100;
  const BATCHES = ROWS / PER_BATCH;
  /** Batches that are stored before Peak takes its time; all later ones are under way or waiting until it is let go. */
  const STORED = 4;

  test.slow();

  const outcomes = (requests: { operation: string; outcome: string; requests: number }[]) =>
    Object.fromEntries(
      requests.flatMap(({ operation, outcome, requests }) =>
        operation === 'ingest' ? [[outcome, requests]] : [],
      ),
    );
  /** Sends up to a middle that stays: some rows are stored, others are under way, and no answer comes. */
  const beginAndStandStill = async (page: Page, sandbox: SandboxControl) => {
    await sandbox.addFaults({
      match: { operation: 'ingest', nth: STORED + 1 },
      fault: 'held',
      times: BATCHES,
    });
    await beginSending(page);
    await expect(page.getByRole('heading', { level: 2, name: 'Sending' })).toBeVisible();
    await expect.poll(async () => (await sandbox.count(SALE)).rows).toBe(STORED * PER_BATCH);
    await expect.poll(() => sandbox.hits()).toBeGreaterThan(0);
  };
  const planInSmallBatches = async (page: Page, operation: 'UPSERT' | 'APPEND' = 'UPSERT') => {
    await bringSalesToSend(page, ROWS);
    await chooseOperation(page, operation);
    await choose(page, 'Rows in one batch', `${PER_BATCH} rows`);
    await makePlan(page);
  };
  const goOn = (page: Page) => page.getByRole('button', { name: /^Go on with [\d,]+ rows?$/ });

  async function pasteTokenAgain(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Paste the token again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Check and go on' }).click();
    await expect(dialog).toBeHidden();
  }

  test('a session that is lost pauses, and goes on in place once the token is there again', async ({
    page,
    context,
    sandbox,
  }) => {
    await rollOut(page, QUOTE_PRICING);
    await planInSmallBatches(page);
    await beginAndStandStill(page, sandbox);
    await context.clearCookies();
    await sandbox.clearFaults();

    await expect(page.getByRole('status').filter({ hasText: 'The connection is gone' })).toBeVisible();
    await expect(goOn(page)).toBeVisible();
    const stored = (await sandbox.count(SALE)).rows;
    expect(stored, 'some were sent before').toBeGreaterThan(0);
    expect(stored, 'and not all').toBeLessThan(ROWS);
    const { pathname } = new URL(page.url());

    await pasteTokenAgain(page);
    await expectComplete(page);
    expect(new URL(page.url()).pathname).toBe(pathname);
    await expectAccount(page, { read: ROWS, accepted: ROWS });
    expect(outcomes(await sandbox.requests()), 'each batch once').toEqual({ '200': BATCHES });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
  });

  test('a token that Peak refuses in the middle pauses, and goes on with a good one', async ({
    page,
    sandbox,
  }) => {
    await rollOut(page, QUOTE_PRICING);
    await planInSmallBatches(page);
    await sandbox.addFaults({ match: { operation: 'ingest', nth: 10 }, fault: '401-from-now' });
    await beginSending(page);
    await expect(page.getByRole('status').filter({ hasText: 'Peak refused the token' })).toBeVisible();
    await expect(goOn(page)).toBeVisible();

    await sandbox.clearFaults();
    await pasteTokenAgain(page);
    await expectComplete(page);
    await expectAccount(page, { read: ROWS, accepted: ROWS });
    expect(outcomes(await sandbox.requests())).toMatchObject({ '200': BATCHES });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
  });

  test('being told to slow down is ridden out without a word from anybody', async ({ page, sandbox }) => {
    await rollOut(page, QUOTE_PRICING);
    await planInSmallBatches(page);
    await sandbox.addFaults({
      match: { operation: 'ingest', nth: 5 },
      fault: '429',
      times: 3,
      retryAfter: 1,
    });
    await beginSending(page);
    await expectComplete(page);
    await expectAccount(page, { read: ROWS, accepted: ROWS });
    expect(outcomes(await sandbox.requests())).toEqual({ '200': BATCHES, '429': 3 });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
  });

  test('a second tab watches live and sends nothing', async ({ page, context, sandbox }) => {
    await rollOut(page, QUOTE_PRICING);
    await planInSmallBatches(page);
    await beginAndStandStill(page, sandbox);

    const second = await context.newPage();
    await open(second, page.url());
    await expect(second.getByText('Another tab is sending this load')).toBeVisible();
    await expect(second.getByRole('button', { name: /^(Go on with|Send) [\d,]+ rows?$/ })).toBeDisabled();

    await sandbox.clearFaults();
    await expectComplete(page);
    expect(outcomes(await sandbox.requests())).toEqual({ '200': BATCHES });
    // Nobody asked there: what the first tab settled is seen in the second.
    await expectComplete(second);
    await expectAccount(second, { read: ROWS, accepted: ROWS });
  });

  test('without a network the screen says so at each moment, and goes on by itself when it is back', async ({
    page,
    context,
    sandbox,
  }) => {
    await rollOut(page, QUOTE_PRICING);
    await planInSmallBatches(page);
    await beginAndStandStill(page, sandbox);
    await context.setOffline(true);
    const note = page.getByRole('status').filter({ hasText: 'This computer has no network' });
    await expect(note).toContainText('Sending tries again for a while and then stands still');
    await sandbox.clearFaults();

    await expect(note).toContainText('goes on by itself at the exact batch when the network is back', {
      timeout: 180_000,
    });
    expect((await sandbox.count(SALE)).rows, 'not all were sent').toBeLessThan(ROWS);

    await context.setOffline(false);
    await expect(note).toBeHidden();
    await expectComplete(page);
    await expectAccount(page, { read: ROWS, accepted: ROWS });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
  });

  test('a pause stops at a batch border, and going on sends the rest', async ({ page, sandbox }) => {
    await rollOut(page, QUOTE_PRICING);
    await planInSmallBatches(page);
    await beginAndStandStill(page, sandbox);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Pausing…' })).toBeVisible();
    await sandbox.clearFaults();
    await expect(page.getByRole('status').filter({ hasText: 'You asked for it.' })).toBeVisible();

    const { rows } = await sandbox.count(SALE);
    expect(rows).toBeLessThan(ROWS);
    await expectAccount(page, { read: ROWS, accepted: rows, waiting: ROWS - rows });
    await goTo(page, '');
    const next = page.getByRole('region', { name: `Next: Go on with ${SALE.table}` });
    await expect(next).toContainText(`${said(ROWS - rows)} rows`);
    await next.getByRole('link', { name: 'Go on with the load' }).click();
    await goOn(page).click();
    await expectComplete(page);
    await expectAccount(page, { read: ROWS, accepted: ROWS });
    expect(outcomes(await sandbox.requests())).toEqual({ '200': BATCHES });
  });

  for (const operation of ['UPSERT', 'APPEND'] as const) {
    test(`a reload in the middle: the server knows what became of each batch, and ${operation} goes on at the exact one`, async ({
      page,
      sandbox,
    }) => {
      await rollOut(page, QUOTE_PRICING);
      await planInSmallBatches(page, operation);
      await beginAndStandStill(page, sandbox);
      await reload(page);
      await sandbox.clearFaults();

      // Answers that came after the tab was gone are in the server's ledger; nobody has to be asked.
      await expect(goOn(page)).toBeVisible();
      await expect(page.getByText('Some batches were sent, but their answer was lost')).toBeHidden();
      await goOn(page).click();
      await expectComplete(page);
      await expectAccount(page, { read: ROWS, accepted: ROWS });
      expect(outcomes(await sandbox.requests()), 'each batch once').toEqual({ '200': BATCHES });
      expect(await sandbox.count(SALE)).toMatchObject({ rows: ROWS, distinctKeys: ROWS });
    });
  }
});
