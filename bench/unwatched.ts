import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';

/** What is measured begins this long after it was asked for, in ms: the driver hangs up meanwhile. */
export const BEFORE_MS = 2_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}

export interface Unwatched {
  readonly page: Page;
  /** Hangs up, waits until `isOver` resolves, and comes back to the page as it then is. */
  readonly alone: (isOver: () => Promise<void>) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/**
 * A browser that can be left alone, with a profile on disk. Whoever drives a page listens to its network, too, and is
 * handed a copy of every request's body: for rows that costs a third of what sending them does. Here the driver hangs up
 * before the measured work and comes back after it.
 */
export async function openUnwatched(baseURL: string, args: readonly string[] = []): Promise<Unwatched> {
  const port = await freePort();
  const executablePath = process.env.ONRAMP_BROWSER;
  const own = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`, ...args],
  });
  let driver: Browser | undefined;
  const connect = async (): Promise<Page> => {
    // Local: a file to be chosen is named to the browser instead of being carried there.
    driver = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { isLocal: true });
    const context = driver.contexts()[0];
    if (!context) throw new Error('The browser has no profile.');
    const page = context.pages().at(-1) ?? (await context.newPage());
    // A profile that was there before its driver knows no base address.
    const go = page.goto.bind(page);
    page.goto = (url, options) => go(new URL(url, baseURL).href, options);
    return page;
  };
  return {
    page: await connect(),
    async alone(isOver) {
      await driver?.close();
      await isOver();
      return connect();
    },
    async close() {
      await driver?.close();
      await own.close();
    },
  };
}

/**
 * The page presses a button by itself in a while, and notes how long it takes, by its own clock, until a text stands there.
 */
export async function pressAlone(page: Page, button: RegExp, until: string): Promise<void> {
  await page.evaluate(
    ({ source, text, after }) => {
      const label = new RegExp(source);
      setTimeout(() => {
        const begun = performance.now();
        const seen = new MutationObserver(() => {
          if (!document.body.textContent.includes(text)) return;
          document.documentElement.dataset.took = String(performance.now() - begun);
          seen.disconnect();
        });
        seen.observe(document.body, { subtree: true, childList: true, characterData: true });
        [...document.querySelectorAll('button')].find((one) => label.test(one.textContent))?.click();
      }, after);
    },
    { source: button.source, text: until, after: BEFORE_MS },
  );
}

/** What `pressAlone` noted, in ms. */
export async function tookAlone(page: Page): Promise<number> {
  const took = await page.waitForFunction(() => document.documentElement.dataset.took);
  return Number(await took.jsonValue());
}
