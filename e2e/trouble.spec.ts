import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseSolution, connectToSandbox } from './onboarding';
import { connectWithToken, tokenField, tryToConnect } from './own-host';
import { QUOTE_PRICING, SALE } from './sales';
import { expectScreen, reload } from './ui';

test.beforeEach(({ strictness }) => {
  // The browser itself names every answer that is no success on the console.
  strictness.allowConsole('Failed to load resource');
});

test.describe('connecting', () => {
  const refused = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title });

  test('a token that Peak refuses, one with “Bearer” before it, and keys of the other kind', async ({
    page,
    listedHost,
  }) => {
    await test.step('one that Peak does not know', async () => {
      await tryToConnect(page, { token: 'not-a-token-of-anybody' });
      const trouble = refused(page, 'Peak does not accept this token');
      await expect(trouble).toContainText('answered 401');
      await expect(trouble).toContainText(/Request [\w-]+/);
    });

    await test.step('the answer of an OAuth endpoint', async () => {
      await tokenField(page).fill('{"access_token":"abc","expires_in":86400}');
      await expect(page.getByText('This is the whole answer of an OAuth token endpoint')).toBeVisible();
      await page.getByRole('button', { name: 'Check and connect' }).click();
      await expect(refused(page, 'This looks like a key of the other kind')).toBeVisible();
    });

    await test.step('a tenant API key, which only Peak can tell for sure', async () => {
      await tokenField(page).fill('5f0c7a52-3c6e-4f7b-9d53-0a4f0f4f6a11');
      await expect(
        page.getByText('This looks like a tenant API key of the older v1 interface'),
      ).toBeVisible();
      await page.getByRole('button', { name: 'Check and connect' }).click();
      await expect(refused(page, 'Peak does not accept this token')).toBeVisible();
    });

    await test.step('the right one, copied with the word before it', async () => {
      await tokenField(page).fill(`Bearer ${listedHost.token}`);
      await expect(page.getByText('Taken off while pasting: the word “Bearer”')).toBeVisible();
      await expect(tokenField(page)).toHaveValue(listedHost.token);
      await page.getByRole('button', { name: 'Check and connect' }).click();
      await expectScreen(page, 'Which solution is it?');
    });
  });

  test('a cluster identifier that is none is said at its field, and nothing leaves', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.url());
    });
    for (const cluster of ['Peak_Sydney', 'peak sydney', 'https://ingestion.peaksydney.peak.ai', '-peak'])
      await test.step(cluster, async () => {
        await tryToConnect(page, { token: 'whatever', host: 'Another region', cluster });
        await expect(page.getByText('Only the identifier itself: small letters')).toBeVisible();
      });
    await page.getByRole('textbox', { name: 'Cluster identifier' }).fill('peaksydney');
    await expect(page.getByText('https://ingestion.peaksydney.peak.ai')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('a host on which nothing listens', async ({ page }) => {
    await tryToConnect(page, { token: 'whatever' });
    const trouble = refused(page, 'cannot be reached');
    await expect(trouble).toContainText('ECONNREFUSED');
    await expect(trouble).toContainText('Check the host and the network');
  });

  test('a host that fails, then takes its time, then answers', async ({ page, listedHost }) => {
    listedHost.become('failing');
    await tryToConnect(page, { token: listedHost.token });
    await expect(refused(page, 'Peak had a fault of its own')).toContainText('status 500');

    listedHost.become('silent');
    await page.getByRole('button', { name: 'Check and connect' }).click();
    await expect(page.getByRole('button', { name: 'Working: Checking' })).toBeVisible();
    await expect(refused(page, 'Peak had a fault of its own')).toBeHidden();

    listedHost.become('well');
    await expectScreen(page, 'Which solution is it?');
  });

  test('a token that is no longer held is asked for again where one stands', async ({ page, listedHost }) => {
    await connectWithToken(page, listedHost.token);
    await page.context().clearCookies();
    await reload(page);
    await page.getByRole('button', { name: 'Paste a token' }).click();
    const dialog = page.getByRole('dialog');
    await tokenField(page).fill(listedHost.token);
    await dialog.getByRole('button', { name: 'Check and go on' }).click();
    await expect(dialog).toBeHidden();
    await chooseSolution(page, QUOTE_PRICING);
  });
});

test('a rollout that fails for one table names it, and the second one makes what is missing', async ({
  page,
  sandbox,
}) => {
  await sandbox.addFaults({
    match: { operation: 'rollout', table: SALE.table },
    fault: 'table-refused',
  });
  await connectToSandbox(page);
  await chooseSolution(page, QUOTE_PRICING);
  await page.getByRole('button', { name: 'Try it with a dry run' }).click();
  await page.getByRole('button', { name: 'Save it on the sandbox' }).click();
  await page.getByRole('button', { name: 'Roll out QP_OOTB' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Fill in' }).click();
  await question.getByRole('button', { name: 'Make 20 tables' }).click();

  await expectScreen(page, 'QP_OOTB is partly rolled out');
  const list = (title: string) =>
    page
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 3, name: title }) })
      .last();
  await expect(list('Successful').getByRole('listitem')).toHaveCount(9);
  await expect(list('Failed or missing').getByRole('listitem')).toHaveCount(1);
  await expect(list('Failed or missing')).toContainText(SALE.table);
  await expect(page.getByText('1 table is not there')).toBeVisible();

  await page.getByRole('button', { name: 'Send the rollout again for 1 table' }).click();
  await question.getByRole('button', { name: 'Fill in' }).click();
  await question.getByRole('button', { name: 'Send it again' }).click();
  await expectScreen(page, 'QP_OOTB is rolled out');
  await expect(list('Successful').getByRole('listitem')).toHaveCount(10);
  await expect(page.getByText('1 table is not there')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Go on: look at the data model' })).toBeVisible();
});
