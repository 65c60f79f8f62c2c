import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { DEMO_TOKENS } from '../lib/sandbox/settings';
import { expect, test } from './fixtures';
import { chooseSolution, expectAccount, expectComplete } from './onboarding';
import { connectWithToken, rollOutOnOwnHost, sendToOwnHost, tokenField, tryToConnect } from './own-host';
import { planSales, QUOTE_PRICING } from './sales';
import { followTraffic, readBrowser, readServer, whereIs, type Traces } from './traces';
import { expectScreen, open } from './ui';

const KINDS = [
  'addresses',
  'all cookies',
  'bodies of answers',
  'bodies of requests',
  'bundles',
  'console',
  'cookies of the page',
  'headers of answers',
  'local storage',
  'logs of the server',
  'private files',
  'records',
  'session storage',
  'the page',
];

/** A secret in the forms in which it could have got somewhere: whole, cut at either end, and as base64. */
const formsOf = (secret: string) => [
  secret.slice(0, 20),
  secret.slice(-20),
  Buffer.from(secret).toString('base64').slice(0, 24),
  Buffer.from(secret).toString('base64url').slice(0, 24),
];

test('a token goes down the whole road and is found nowhere but in the sealed cookie', async ({
  page,
  context,
  listedHost,
  strictness,
}) => {
  test.slow();
  strictness.allowConsole('404 (Not Found)');
  strictness.allowConsole('/api/session');
  strictness.allowConsole('Drawn no more');
  const { token } = listedHost;
  const wrongToken = `wrong-${randomBytes(24).toString('hex')}`;
  const traffic = await followTraffic(context);

  await test.step('the road, with a token that Peak refuses first', async () => {
    await tryToConnect(page, { token: wrongToken });
    await expect(page.getByText('Peak does not accept this token')).toBeVisible();
    await connectWithToken(page, token);
    await chooseSolution(page, QUOTE_PRICING);
    await rollOutOnOwnHost(page, 'QP_OOTB');
    await planSales(page, 700);
    await sendToOwnHost(page);
    await expectComplete(page);
    await expectAccount(page, { read: 700, accepted: 700 });
    // A page that goes away takes answers with it that nobody has read yet.
    await page.waitForLoadState('networkidle');
  });

  const browserOnTheRoad = await readBrowser(page, context);

  await test.step('and the places where something goes wrong', async () => {
    const connection = page.url().replace(/\/load\/.*/, '/connect');
    await open(page, connection);
    await page.getByRole('button', { name: 'Paste a new token' }).click();
    await tokenField(page).fill(wrongToken);
    await page.getByRole('button', { name: 'Check and go on' }).click();
    await expect(page.getByRole('dialog').getByText('Peak does not accept this token')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await open(page, '/no/such/address');
    await expectScreen(page, 'There is nothing at this address');
    // As above: the rail beside that page asks for the schema.
    await page.waitForLoadState('networkidle');
    await openErrorPage(page);
    await page.waitForLoadState('networkidle');
  });

  expect([...listedHost.seen].sort(), 'the host was asked with these two and nothing else').toEqual(
    [token, wrongToken].sort(),
  );

  const browser = await readBrowser(page, context);
  const planted = `planted-${randomBytes(24).toString('hex')}`;
  const before = gather(browserOnTheRoad, browser, readServer(), (await traffic.settled()).traces);
  for (const secret of [token, wrongToken, DEMO_TOKENS.a, DEMO_TOKENS.b])
    for (const form of formsOf(secret)) expect(whereIs(before, form), form).toEqual([]);

  await test.step('the same search finds what is there', async () => {
    await plant(page, planted);
    const after = gather(await readBrowser(page, context), (await traffic.settled()).traces);
    const [form = ''] = formsOf(planted);
    const server = ['bundles', 'logs of the server'];
    expect(whereIs(after, form)).toEqual(KINDS.filter((kind) => !server.includes(kind)));
    expect(whereIs(readServer(), 'Personal access token')).toEqual(['bundles']);
    expect(whereIs(readServer(), 'session.connect')).toEqual(['logs of the server']);
    const { unread } = await traffic.settled();
    const streamed = /^\/api\/tables\/[^/]+\/batches$/;
    const ours = unread.map((url) => new URL(url).pathname).filter((path) => path.startsWith('/api/'));
    expect(ours.filter((path) => !streamed.test(path))).toEqual([]);
  });
});

function gather(...all: Traces[]): Traces {
  const together: Traces = new Map();
  for (const [kind, found] of all.flatMap((each) => [...each]))
    together.set(kind, [...(together.get(kind) ?? []), ...found]);
  return together;
}

/** A fault while a screen is drawn: the browser's clock refuses to say the time. */
async function openErrorPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Date.prototype.toLocaleTimeString = () => {
      throw new Error('Drawn no more');
    };
  });
  await page.goto('/storage');
  await expectScreen(page, 'This screen could not be shown');
}

/** The same text in every place that is searched. */
async function plant(page: Page, text: string): Promise<void> {
  await page.route('**/planted/*', (route) =>
    route.fulfill({ status: 200, headers: { 'x-planted': text }, contentType: 'text/plain', body: text }),
  );
  await page.evaluate(`console.info(${JSON.stringify(text)})`);
  await page.evaluate(async (planted) => {
    localStorage.setItem('planted', planted);
    sessionStorage.setItem('planted', planted);
    document.cookie = `planted=${planted}; path=/`;
    document.title = planted;
    await fetch(`/planted/${planted}`, { method: 'POST', body: planted });
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('planted', 1);
      opening.onupgradeneeded = () =>
        void opening.result.createObjectStore('planted').put({ bytes: new TextEncoder().encode(planted) }, 1);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
      opening.onerror = () => reject(new Error('not planted'));
    });
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle('planted', { create: true })).createWritable();
    await file.write(planted);
    await file.close();
  }, text);
}
