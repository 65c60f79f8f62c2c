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

/** Brings the robot's own tools into the page before anything is measured: the page's thread takes 15 to 25 ms for them. */
export async function bringTools(page: Page): Promise<void> {
  await page.waitForFunction(() => true);
}

/** When a press was heard by the page; asked for before it is made. A robot spends time of its own on pressing. */
export async function noteNext(page: Page, event: 'click' | 'change'): Promise<() => Promise<number>> {
  await page.evaluate((type) => {
    const { dataset } = document.documentElement;
    delete dataset.heard;
    const note = () => (dataset.heard = String(performance.now()));
    document.addEventListener(type, note, { capture: true, once: true });
  }, event);
  return async () => {
    const heard = await page.waitForFunction(
      () => document.documentElement.dataset.heard ?? false,
      null,
      PATIENCE,
    );
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
