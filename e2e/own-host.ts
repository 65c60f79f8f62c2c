import { expect, type Page } from '@playwright/test';
import { expectScreen, open, pick } from './ui';

/** What people do who bring a token of their own. */

export interface Attempt {
  readonly token: string;
  readonly host?: 'Ireland' | 'Another region' | 'Listed by this server';
  readonly cluster?: string;
}

/** Fills in the form of a new connection and presses, whatever comes of it. */
export async function tryToConnect(
  page: Page,
  { token, host = 'Listed by this server', cluster }: Attempt,
): Promise<void> {
  await open(page, '/connect');
  await pick(page, new RegExp(`^${host}`));
  if (cluster !== undefined) await page.getByRole('textbox', { name: 'Cluster identifier' }).fill(cluster);
  await tokenField(page).fill(token);
  await page.getByRole('textbox', { name: 'Name of this connection' }).fill('Acme');
  await page.getByRole('button', { name: 'Check and connect' }).click();
}

/** Hazard: a field whose text is hidden has no role. */
export const tokenField = (page: Page) => page.getByLabel('Personal access token', { exact: true });

export async function connectWithToken(page: Page, token: string): Promise<void> {
  await tryToConnect(page, { token });
  await expectScreen(page, 'Which solution is it?');
}

/** On a host that is not the sandbox: the name is typed out before tables are made. */
export async function rollOutOnOwnHost(page: Page, solutionName: string): Promise<void> {
  await page.getByRole('button', { name: 'Try it with a dry run' }).click();
  await page.getByRole('button', { name: /^Save it on / }).click();
  await page.getByRole('button', { name: /^Roll out / }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('textbox', { name: `Type ${solutionName} to confirm` }).fill(solutionName);
  await question.getByRole('button', { name: /^Make \d+ tables$/ }).click();
  await expectScreen(page, `${solutionName} is rolled out`);
  await expect(page.getByText(/^Listed by the tenant with \d+ tables$/)).toBeVisible();
}

/** On a host that is not the sandbox: where the rows go is named before they leave. */
export async function sendToOwnHost(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send [\d,]+ rows?/ }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Acme');
  await question.getByRole('button', { name: /^Send [\d,]+ rows?/ }).click();
}
