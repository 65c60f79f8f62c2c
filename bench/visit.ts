import type { Browser, Page } from '@playwright/test';
import { rollOut, startLoad } from '../e2e/onboarding';
import { sandboxControl } from '../lib/sandbox/control';
import { SANDBOX } from './addresses';
import { momentOf, noteNext, watchTasks } from './moment';
import { watchMemory } from './renderer-memory';

const count = (rows: number) => rows.toLocaleString('en-GB');

/** A new browser profile on the file screen of SALE, in a sandbox that is empty but for its tables. */
export async function openFileScreen(browser: Browser): Promise<Page> {
  await sandboxControl(SANDBOX).reset();
  const page = await (await browser.newContext()).newPage();
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, 'QP_SALE_OOTB');
  return page;
}

export interface Visit {
  /** From the choice of the file to its first rows on screen, in ms. */
  readonly first: number;
  /** All that is waited for on the way: until the copy is whole and fingerprinted, then from the press for the review
   * to its counts, in ms. What the robot takes to press is not in it. */
  readonly whole: number;
  /** Longest task of the page on the way, in ms. */
  readonly task: number;
  /** Growth of the process on the way, in MB; undefined where it cannot be measured. */
  readonly memory: number | undefined;
}

/** From the file screen to the counts of the review. */
export async function fromFileToReview(page: Page, path: string, rows: number): Promise<Visit> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const chosen = await chooser;
  const grown = await watchMemory(browser);
  const longest = await watchTasks(page);
  const chose = await noteNext(page, 'change');
  await chosen.setFiles(path);
  const from = await chose();
  const first = (await momentOf(page, 'As it is read')) - from;
  const kept = (await momentOf(page, 'Copied into this browser')) - from;
  await page.getByRole('button', { name: 'Continue to columns' }).click();
  const asked = await noteNext(page, 'click');
  await page.getByRole('button', { name: 'Continue to review' }).click();
  const checked = await momentOf(page, `${count(rows)} rows read`, { calm: true });
  const task = await longest();
  return { first, whole: kept + checked - (await asked()), task, memory: grown() };
}
