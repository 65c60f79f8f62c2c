import type { Browser, BrowserContext, Page } from '@playwright/test';
import { rollOut, startLoad } from '../e2e/onboarding';
import { sandboxControl } from '../lib/sandbox/control';
import { SANDBOX } from './addresses';
import { bringTools, momentOf, noteNext, watchTasks } from './moment';
import { watchMemory } from './renderer-memory';

const count = (rows: number) => rows.toLocaleString('en-GB');

/** The file screen of SALE in a new page (of a private window when it is given a browser); the sandbox is empty but for its tables. */
export async function openFileScreen(where: Browser | BrowserContext): Promise<Page> {
  await sandboxControl(SANDBOX).reset();
  const context = 'newContext' in where ? await where.newContext() : where;
  const page = await context.newPage();
  await rollOut(page, { standard: 'quote-pricing', version: '1.0.0' });
  await startLoad(page, 'QP_SALE_OOTB');
  await bringTools(page);
  return page;
}

export interface Visit {
  /** From the choice of the file to its first rows on screen, in ms. */
  readonly first: number;
  /** From the choice of the file to the counts of the review, the copy whole and fingerprinted, in ms; the robot and its
   * two presses included, since the check goes on beside them. */
  readonly whole: number;
  /** Longest task of the page on the way, in ms. */
  readonly task: number;
  /** Growth of the process on the way, in MB; undefined where it cannot be measured. */
  readonly memory: number | undefined;
}

/** When the copy of the file in private storage is whole and fingerprinted: its last word is what is written beside it. */
async function copyWhole(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    async () => {
      const root = await navigator.storage.getDirectory();
      const loads = await root.getDirectoryHandle('loads');
      for await (const load of loads.values()) {
        if (!(load instanceof FileSystemDirectoryHandle)) continue;
        const about = await load.getFileHandle('about').catch(() => undefined);
        if (((await about?.getFile())?.size ?? 0) > 0) return performance.now();
      }
      return false;
    },
    null,
    { polling: 10, timeout: 600_000 },
  );
  return Number(await handle.jsonValue());
}

/** From the file screen to the counts of the review. */
export async function fromFileToReview(page: Page, path: string, rows: number): Promise<Visit> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const chosen = await chooser;
  // Nobody chooses a file before the page and its worker have started, which takes a robot's press and a person nothing.
  await page.waitForLoadState('networkidle');
  const grown = await watchMemory(browser);
  const longest = await watchTasks(page);
  const chose = await noteNext(page, 'change');
  await chosen.setFiles(path);
  const from = await chose();
  const first = (await momentOf(page, 'As it is read')) - from;
  await page.getByRole('button', { name: 'Continue to columns' }).click();
  await page.getByRole('button', { name: 'Continue to review' }).click();
  const checked = await momentOf(page, `${count(rows)} rows read`, { calm: true });
  const copied = await copyWhole(page);
  const task = await longest();
  return { first, whole: Math.max(checked, copied) - from, task, memory: grown() };
}
