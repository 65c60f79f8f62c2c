import type { BrowserContext, Page } from '@playwright/test';
import { Dice } from '../dice';
import type { Story } from '../story';
import type { AppProcess } from './app-process';

type Kind = 'crash' | 'close' | 'reload' | 'server' | 'offline' | 'second-tab';

/** What happens once Peak has seen so many requests for rows. */
export interface Mishap {
  readonly after: number;
  readonly kind: Kind;
}

/**
 * A story's mishaps as a browser knows them: a tab dies as a process, by being closed, or by a reload; a line that is
 * cut is a network that is off for a moment, twice or as often as `mostOff` says. A journal that fails and a clock that jumps are left to the other campaign.
 */
export function mishapsOf(story: Story, mostOff = 2): readonly Mishap[] {
  const dice = new Dice(story.seed ^ 0xb2035e2);
  const batches = Math.ceil(story.values.length / story.rowsPerBatch);
  // Two changes of a batch are one request; several lives go on from one another.
  let seen = 0;
  const deaths = story.deaths.map((changes): Mishap => {
    seen += Math.ceil(changes / 4);
    return { after: seen, kind: dice.oneOf(['crash', 'crash', 'close', 'reload']) };
  });
  const servers = story.serverDeaths.map((after): Mishap => ({ after, kind: 'server' }));
  const lines = [...story.lineFaults.keys()]
    .slice(0, mostOff)
    .map((after): Mishap => ({ after, kind: 'offline' }));
  const second: readonly Mishap[] =
    story.secondTab === undefined ? [] : [{ after: story.secondTab, kind: 'second-tab' }];
  return [...deaths, ...servers, ...lines, ...second]
    .filter(({ after }) => after < batches)
    .sort((a, b) => a.after - b.after);
}

/** The tab's process dies as when memory runs out, in the middle of whatever it does. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const devtools = await page.context().newCDPSession(page);
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** Lets it happen; the tab that goes on afterwards. */
export async function happen(
  kind: Kind,
  page: Page,
  { context, app, offlineMs }: { context: BrowserContext; app: AppProcess; offlineMs: number },
): Promise<Page> {
  const address = page.url();
  const again = async (): Promise<Page> => {
    const fresh = await context.newPage();
    await fresh.goto(address);
    return fresh;
  };
  switch (kind) {
    case 'crash':
      await crash(page);
      return again();
    case 'close':
      await page.close();
      return again();
    case 'reload':
      page.once('dialog', (dialog) => void dialog.accept());
      await page.reload();
      return page;
    case 'server':
      await app.killAndRestart();
      return page;
    case 'offline':
      await context.setOffline(true);
      await new Promise((resolve) => setTimeout(resolve, offlineMs));
      await context.setOffline(false);
      return page;
    case 'second-tab':
      await again();
      return page;
  }
}
