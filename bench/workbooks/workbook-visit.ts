import type { Page } from '@playwright/test';
import { tick } from '../../e2e/ui';
import { momentOf, noteNext, watchTasks } from '../moment';
import { watchMemory } from '../renderer-memory';
import type { Visit } from '../visit';

const count = (rows: number) => rows.toLocaleString('en-GB');

async function chooseFile(page: Page, path: string): Promise<number> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const chosen = await chooser;
  const chose = await noteNext(page, 'change');
  await chosen.setFiles(path);
  return chose();
}

/** From the choice of a workbook to its first rows on screen, in ms. */
export async function fromChoiceToFirstRows(page: Page, path: string): Promise<number> {
  const from = await chooseFile(page, path);
  return (await momentOf(page, 'As it is read')) - from;
}

/**
 * From the file screen to the counts of the review. In `whole` is also the making of the text, which goes on while the
 * robot looks for buttons: until nothing is under way any more, then from the press for the review to its counts.
 */
export async function fromWorkbookToReview(
  page: Page,
  path: string,
  rows: number,
  sheets: number,
): Promise<Visit> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  const grown = await watchMemory(browser);
  const longest = await watchTasks(page);
  let from = await chooseFile(page, path);
  const first = (await momentOf(page, 'As it is read')) - from;
  for (let sheet = 2; sheet <= sheets; sheet++) {
    // Hazard: the box is ticked by a press on its label, of which no change is told.
    const ticked = await noteNext(page, 'click');
    await tick(page, new RegExp(`^Sales ${sheet}`));
    from = await ticked();
  }
  await momentOf(page, sheets === 1 ? 'Copied into this browser' : `Sales ${sheets} read`);
  const made = (await momentOf(page, 'Copied into this browser', { calm: true })) - from;
  await page.getByRole('button', { name: 'Continue to columns' }).click();
  const asked = await noteNext(page, 'click');
  await page.getByRole('button', { name: 'Continue to review' }).click();
  const checked = await momentOf(page, `${count(rows)} rows read`, { calm: true });
  return { first, whole: made + checked - (await asked()), task: await longest(), memory: grown() };
}
