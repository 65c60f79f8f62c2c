import type { Page } from '@playwright/test';

/** Moments by the page's own clock, in ms, looked for in every frame: what a person at the screen would see. */

const PATIENCE = { polling: 'raf', timeout: 600_000 } as const;

/** When a text stands on the screen; with `calm` also nothing may be under way any more. */
export async function momentOf(page: Page, text: string, { calm = false } = {}): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) =>
      document.getElementById('content')?.textContent.includes(wanted.text) === true &&
      (!wanted.calm || document.querySelector('[role="progressbar"]') === null) &&
      performance.now(),
    { text, calm },
    PATIENCE,
  );
  return Number(await handle.jsonValue());
}

/** When a press was heard by the page; asked for before it is made. A robot spends time of its own on pressing. */
export async function noteNext(
  page: Page,
  event: 'click' | 'change' | 'keydown',
): Promise<() => Promise<number>> {
  await page.evaluate((type) => {
    const { dataset } = document.documentElement;
    delete dataset.heard;
    const note = () => (dataset.heard = String(performance.now()));
    document.addEventListener(type, note, { capture: true, once: true });
  }, event);
  return async () => {
    const heard = await page.waitForFunction(() => document.documentElement.dataset.heard ?? false, PATIENCE);
    return Number(await heard.jsonValue());
  };
}

/** Notes the longest task of the page from here on, in ms. */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset.longest = '0';
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        dataset.longest = String(Math.max(duration, Number(dataset.longest)));
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.longest));
}

/** The page's own clock, in ms. */
export const now = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** When the grid shows rows again, all of them read and none before row `from` or after row `to`. */
export async function momentOfRows(page: Page, from: number, to: number): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) => {
      const heads = [...document.querySelectorAll('[role="grid"] [role="rowheader"]')];
      const numbers = heads.map((head) => Number(head.textContent.replaceAll(/\D/g, '') || NaN));
      return (
        numbers.length > 0 &&
        numbers.every((row) => row >= wanted.from && row <= wanted.to) &&
        performance.now()
      );
    },
    { from, to },
    PATIENCE,
  );
  return Number(await handle.jsonValue());
}

/** Notes the longest time between two frames from here on, in ms. */
export async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset.frame = '0';
    let before = performance.now();
    const look = (at: number) => {
      if (dataset.frame === undefined) return;
      dataset.frame = String(Math.max(at - before, Number(dataset.frame)));
      before = at;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () =>
    page.evaluate(() => {
      const { dataset } = document.documentElement;
      const longest = Number(dataset.frame);
      delete dataset.frame;
      return longest;
    });
}
