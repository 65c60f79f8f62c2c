import type { Page } from '@playwright/test';
import { DEMO_TOKENS } from '../lib/sandbox/settings';
import { expect, test } from './fixtures';
import { saleAt } from './files/online-retail';
import {
  chooseSolution,
  expectAccount,
  expectItem,
  goTo,
  reviewModel,
  rollOut,
  sendAll,
  tickByHand,
} from './onboarding';
import { connectWithToken, rollOutOnOwnHost, tokenField } from './own-host';
import { bringSalesToSend, QUOTE_PRICING } from './sales';
import { downloadText, expectScreen, open, reload } from './ui';

/** Everything that is left in this browser, by name. */
async function leftovers(page: Page) {
  const kept = await page.evaluate(async () => {
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      files,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
    };
  });
  return { ...kept, cookies: (await page.context().cookies()).map(({ name }) => name) };
}
const NOTHING = { databases: [], files: [], local: [], session: [], caches: [], cookies: [] };

async function deleteEverything(page: Page): Promise<void> {
  await open(page, '/storage');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: /^Delete / })).toBeDisabled();
  await question.getByRole('textbox').fill('delete');
  await question.getByRole('button', { name: /^Delete / }).click();
  await expectScreen(page, 'From your spreadsheets to rows in Peak');
}

async function exportHandover(page: Page): Promise<string> {
  await open(page, '/storage');
  const text = await downloadText(page, page.getByRole('button', { name: 'Export a handover' }));
  await expect(page.getByText('Exported without token and rows.')).toBeVisible();
  return text;
}

async function importHandover(page: Page, text: string): Promise<void> {
  await open(page, '/');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a handover' }).click();
  const buffer = Buffer.from(text);
  await (await chooser).setFiles({ name: 'handover.json', mimeType: 'application/json', buffer });
}

test('a handover brings the checklist to somebody else, and neither a token nor a row', async ({ page }) => {
  test.slow();
  await rollOut(page, QUOTE_PRICING);
  await reviewModel(page);
  await bringSalesToSend(page, 60);
  await sendAll(page);
  await expectAccount(page, { read: 60, accepted: 60 });
  await goTo(page, '');
  await tickByHand(page, 'Getting-started guide read');
  const text = await exportHandover(page);

  await test.step('what the file holds', () => {
    for (const token of Object.values(DEMO_TOKENS)) expect(text).not.toContain(token);
    for (const { invoice, product, soldAt, description } of [saleAt(0), saleAt(31), saleAt(59)])
      for (const cell of [invoice, product, soldAt, description]) expect(text).not.toContain(cell);
    expect(text).toContain('QP_SALE_OOTB');
  });

  await deleteEverything(page);
  await importHandover(page, text);
  await expectItem(page, 'Solution name', 'done', 'QP_OOTB');
  await expectItem(page, 'Every table rolled out, none failed', 'done', '10 of 10 tables rolled out');
  await expectItem(page, 'Data model reviewed', 'done', /./);
  await expectItem(page, 'Full data set ingested', 'partly done', '60 rows accepted');
  await expect(page.getByRole('checkbox', { name: /^Getting-started guide read/ })).not.toBeChecked();
  expect((await leftovers(page)).files, 'no rows came along').toEqual([]);
  expect((await leftovers(page)).cookies, 'nor a token').toEqual([]);
});

test('a handover of a host with a token of one’s own asks for a token, and goes on with it', async ({
  page,
  listedHost,
  strictness,
}) => {
  // The browser itself names on the console that nobody is let in before there is a token.
  strictness.allowConsole('401 (Unauthorized)');
  await connectWithToken(page, listedHost.token);
  await chooseSolution(page, QUOTE_PRICING);
  await rollOutOnOwnHost(page, 'QP_OOTB');
  const text = await exportHandover(page);
  expect(text).not.toContain(listedHost.token);
  expect(text).not.toContain(listedHost.token.slice(0, 20));

  await deleteEverything(page);
  await importHandover(page, text);
  await expectItem(page, 'Solution name', 'done', 'QP_OOTB');
  await goTo(page, 'rollout');
  await page.getByRole('button', { name: 'Paste a token' }).click();
  const dialog = page.getByRole('dialog');
  await tokenField(page).fill(listedHost.token);
  await dialog.getByRole('button', { name: 'Check and go on' }).click();
  await expect(dialog).toBeHidden();
  await expectScreen(page, 'QP_OOTB is rolled out');
});

test('a file that is no handover is refused in plain words', async ({ page }) => {
  for (const [text, says] of [
    ['name,age\nAnna,5', 'This is not a handover file'],
    ['{"kind":"something"}', 'This file was made for something else'],
    ['{"kind":"peak-onramp-handover","version":9}', 'This handover was made by a newer version'],
    ['{"kind":"peak-onramp-handover","version":1}', 'This handover is damaged'],
  ] as const) {
    await importHandover(page, text);
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
  }
});

test('deleting everything leaves nothing, not in this browser and not on the server', async ({ page }) => {
  await rollOut(page, QUOTE_PRICING);
  await bringSalesToSend(page, 60);
  await sendAll(page);
  const before = await leftovers(page);
  expect(before.databases.length).toBeGreaterThan(0);
  expect(before.files.length).toBeGreaterThan(0);
  expect(before.cookies.length).toBeGreaterThan(0);
  const former = new URL(page.url()).pathname;

  await open(page, '/storage');
  await deleteEverything(page);
  // The start screen itself opens an empty database again; what counts is that nothing is in it.
  const after = await leftovers(page);
  expect({ ...after, databases: [] }).toEqual(NOTHING);
  const session: unknown = await (await page.request.get('/api/session')).json();
  expect(session).toMatchObject({ connections: [] });
  await reload(page);
  await expectScreen(page, 'From your spreadsheets to rows in Peak');
  await open(page, former);
  await expectScreen(page, 'This onboarding is not on this computer');
});

test('deleting one onboarding leaves the other one whole', async ({ page }) => {
  await rollOut(page, QUOTE_PRICING);
  await open(page, '/connect');
  await page.getByRole('button', { name: 'Another solution' }).click();
  await expectScreen(page, 'Which solution is it?');
  await open(page, '/storage');
  await expect(page.getByRole('button', { name: 'Export a handover' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete', exact: true }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete this onboarding' }).click();
  await expect(page.getByRole('button', { name: 'Export a handover' })).toHaveCount(1);
  expect((await leftovers(page)).cookies, 'the token is still needed').toHaveLength(1);
});
