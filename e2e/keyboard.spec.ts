import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { fileOf, sales } from './files/online-retail';
import { expectAccount, expectComplete, expectKept, waitForCheck } from './onboarding';
import { SALE } from './sales';
import { expectScreen, open, selectOf } from './ui';

/** More stops than any screen has; a stop that is not met in so many cannot be met. */
const MOST_STOPS = 150;

/** Presses Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  await go(page, 'Tab', target);
}

async function go(page: Page, key: string, target: Locator): Promise<void> {
  // Held on to, since a list that opens with the focus hides the rest of the page from roles; taken anew where it was
  // drawn anew meanwhile.
  let element = await elementOf(target);
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (!(await element.evaluate((node) => node.isConnected))) element = await elementOf(target);
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} cannot be reached with ${key}.`);
}

async function elementOf(target: Locator) {
  const element = await target.elementHandle();
  if (element === null) throw new Error(`${String(target)} is not there.`);
  return element;
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('the whole road, from the start to accepted rows, with the keyboard alone', async ({
  page,
  sandbox,
}) => {
  test.slow();
  const rows = sales(60).map((sale, at) => ({ ...sale, quantity: at === 9 ? 'nine' : sale.quantity }));

  await test.step('connect', async () => {
    await open(page, '/');
    await press(page, button(page, 'Try it with the sandbox'));
    await expectScreen(page, 'Which solution is it?');
  });

  await test.step('solution, from a list', async () => {
    await press(page, selectOf(page, 'Standard schema'), 'Space');
    const option = page.getByRole('option', { name: /^Quote Pricing, version 1\.0\.0/i });
    await expect(option).toBeVisible();
    await go(page, 'ArrowDown', option);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Solution name' })).toHaveValue('QP_OOTB');
    await press(page, button(page, 'Save and plan the rollout'));
    await expectScreen(page, 'Roll out QP_OOTB');
  });

  await test.step('rollout, with the name typed into a dialog that holds the focus', async () => {
    await press(page, button(page, 'Try it with a dry run'));
    await press(page, button(page, 'Save it on the sandbox'));
    await press(page, button(page, 'Roll out QP_OOTB'));
    const question = page.getByRole('alertdialog');
    await expect(question.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(button(page, 'Roll out QP_OOTB')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('QP_OOTB');
    await press(page, question.getByRole('button', { name: 'Make 20 tables' }));
    await expectScreen(page, 'QP_OOTB is rolled out');
  });

  await test.step('data model', async () => {
    await press(page, page.getByRole('link', { name: 'Go on: look at the data model' }));
    await expectScreen(page, /^Data model of /);
    await press(page, button(page, 'I have reviewed the model'));
    await expect(page.getByText('You reviewed this model')).toBeVisible();
  });

  await test.step('file', async () => {
    await press(page, page.getByRole('link', { name: /Load tables/ }).first());
    await expectScreen(page, 'Load the tables');
    await press(page, button(page, `Start a load of ${SALE.table}`));
    await expectScreen(page, 'File');
    const chooser = page.waitForEvent('filechooser');
    await press(page, button(page, 'Choose a file'));
    const { name, content } = fileOf('sales.csv', rows);
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await expectKept(page);
    await press(page, button(page, 'Continue to columns'));
    await expectScreen(page, 'Columns');
  });

  await test.step('columns, one of them chosen by typing', async () => {
    const box = page.getByRole('combobox', { name: 'File column for MERCHANT_ID', exact: true });
    await tabTo(page, box);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Count');
    await expect(page.getByRole('option', { name: 'Country', exact: true })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(box).toHaveValue('Country');
    await press(page, button(page, 'Continue to review'));
    await expectScreen(page, 'Review');
    await waitForCheck(page, rows.length);
  });

  await test.step('review, one cell mended in the grid', async () => {
    const grid = page.getByRole('grid', { name: 'Rows of the file' });
    await tabTo(page, grid);
    await page.keyboard.press('n');
    const row = grid
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '11', exact: true }) });
    await expect(row).toHaveAttribute('aria-selected', 'true');
    // The cursor went to the cell itself; there and back again moves it as ever.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Quantity, row 11' });
    await expect(field).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect(grid).toBeFocused();
    await waitForCheck(page, rows.length);
    await press(page, button(page, 'Continue with 60 rows'));
    await expectScreen(page, 'Send');
  });

  await test.step('send', async () => {
    const upsert = page.getByRole('radio', { name: /^UPSERT/ });
    const append = page.getByRole('radio', { name: /^APPEND/ });
    await tabTo(page, upsert);
    await page.keyboard.press('ArrowDown');
    await expect(append).toBeChecked();
    await page.keyboard.press('ArrowUp');
    await expect(upsert).toBeChecked();
    await press(page, button(page, /^Dry run with /));
    await expect(page.getByText('Dry run: all 20 rows accepted')).toBeVisible();
    await press(page, button(page, /^Make the plan for /));
    await press(page, button(page, /^Send 60 rows/));
    await expectComplete(page);
    await expectAccount(page, { read: 60, accepted: 60 });
    expect(await sandbox.count(SALE)).toMatchObject({ rows: 60, failedRows: 0 });
  });
});

test('the first stop skips the rail, and every stop is to be seen', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('Shift+Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await go(page, 'Shift+Tab', skip);
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});
