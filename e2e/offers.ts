import { expect, type Page } from '@playwright/test';
import { pick } from './ui';

/** Opens one offer of a finding, sees old → new, and applies it to the column. */
export async function takeOffer(page: Page, heading: string, offer: RegExp): Promise<void> {
  const finding = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: heading, exact: true }) });
  await finding.getByRole('button', { name: offer }).click();
  await expect(finding.getByRole('img', { name: 'becomes' }).first()).toBeVisible();
  await finding.getByRole('button', { name: 'Apply to the column' }).click();
}

/** Where copies of a key differ nothing goes on before somebody says which of them counts. */
export async function sayWhichCopyIsSent(page: Page, title: RegExp): Promise<void> {
  await expect(page.getByRole('button', { name: /^Continue with / })).toBeDisabled();
  await pick(page, title);
  await expect(page.getByRole('button', { name: /^Continue with / })).toBeEnabled();
}
