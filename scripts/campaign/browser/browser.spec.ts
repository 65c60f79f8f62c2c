import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { fileOf, sales } from '@/e2e/files/online-retail';
import {
  chooseOperation,
  goToColumns,
  goToReview,
  goToSend,
  makePlan,
  rollOut,
  startLoad,
  takeFile,
} from '@/e2e/onboarding';
import { QUOTE_PRICING, SALE } from '@/e2e/sales';
import { choose } from '@/e2e/ui';
import { startSandbox } from '@/lib/sandbox/fixture';
import { listen } from '@/lib/sandbox/listen';
import { accountOf } from '@/lib/submission/account';
import type { Account } from '@/lib/submission/model';
import { Dice } from '../dice';
import { judge } from '../judge';
import { browserFaultNames, storyUnder } from '../mix';
import { storyOf } from '../story';
import type { Story } from '../story';
import { startAppProcess } from './app-process';
import { happen, mishapsOf } from './mishaps';
import { readJournal } from './read-journal';

const SEEDS = Number(process.env.CAMPAIGN_SEEDS ?? 50);
const FROM = Number(process.env.CAMPAIGN_FROM ?? 1);
const ROWS_PER_BATCH = 100;
/** Other faults than a seed's own, and how often each strikes. */
const FAULTS = process.env.CAMPAIGN_FAULTS;
const MIX = FAULTS && {
  faults: browserFaultNames(FAULTS),
  share: Number(process.env.CAMPAIGN_SHARE ?? 0.2),
};
/** Times that the network may be off under a mix; each is a second or so. */
const MOST_OFF = 8;
/** No story needs longer; one that does hangs. */
const HANGS_MS = 240_000;
/** A product that Peak alone knows to be wrong. */
const REFUSED = 'PEAK-REFUSES-THIS';

/** The rows of a story as sales; ID n is the invoice `n`, which stands in row n. */
const fileOfStory = ({ values }: Story) =>
  fileOf(
    'campaign.csv',
    sales(values.length).map((sale, at) => ({
      ...sale,
      invoice: `INV-${at + 2}`,
      ...(values[at] === 'bad' ? { product: REFUSED } : {}),
      ...(values[at] === null ? { quantity: 'nine' } : {}),
    })),
  );

test('campaign', async ({ browser }) => {
  const box = await startSandbox({ settings: { rate: 50 } });
  const peak = await listen(Promise.resolve(box.sandbox), 0);
  const app = await startAppProcess(`http://127.0.0.1:${peak.port}`);
  const context = await browser.newContext({ baseURL: app.address });
  // A browser that does not do what it is told ends the campaign with a word instead of standing still.
  context.setDefaultTimeout(90_000);
  const refuse = () =>
    box.control.addFaults({ match: { operation: 'ingest' }, fault: 'rows-refused', holding: REFUSED });
  const asked = async () =>
    (await box.control.requests())
      .filter(({ operation }) => operation === 'ingest')
      .reduce((sum, { requests }) => sum + requests, 0);

  /** Sends to the end through everything that happens; what the account on the way was. */
  async function through(story: Story, first: Page, loadId: string) {
    const dice = new Dice(story.seed ^ 0x5eed);
    const mishaps = [...mishapsOf(story, MIX ? MOST_OFF : undefined)];
    const shown: Account[] = [];
    const trouble: string[] = [];
    let lives = 1;
    let page = first;
    const hangs = Date.now() + HANGS_MS;
    for (;;) {
      const [next] = mishaps;
      if (next && (await asked()) >= next.after) {
        mishaps.shift();
        if (['crash', 'close', 'reload'].includes(next.kind)) lives += 1;
        page = await happen(next.kind, page, { context, app, offlineMs: dice.whole(200, 1_500) });
        continue;
      }
      // Whoever sits before the tab mends what it asks for and goes on.
      if (await page.getByRole('button', { name: 'Paste the token again' }).isVisible()) {
        await box.control.clearFaults();
        await refuse();
        await pasteToken(page);
      }
      const tryAgain = page.getByRole('main').getByRole('button', { name: 'Try again' }).first();
      if (await tryAgain.isVisible()) await tryAgain.click({ timeout: 2_000 }).catch(() => undefined);
      const goOn = page.getByRole('button', { name: /^(?:Go on with|Send) [\d,]+ rows?/ });
      if (await goOn.isVisible()) await goOn.click({ timeout: 2_000 }).catch(() => undefined);
      const told = await readJournal(page, loadId).catch(() => undefined);
      if (told) {
        const account = accountOf(told.plan, told.batches, told.entries);
        shown.push(account);
        if (account.waiting === 0) return { told, seen: { lives, shown: shown.slice(-1), trouble } };
      }
      if (Date.now() > hangs) {
        const text = await page.locator('main').innerText();
        throw new Error(`seed ${story.seed} hangs with ${account(told)}; the screen says: ${text}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  const account = (told: Awaited<ReturnType<typeof readJournal>> | undefined): string =>
    told ? `${accountOf(told.plan, told.batches, told.entries).waiting} rows waiting` : 'no journal';

  async function oneSeed(seed: number, page: Page) {
    const story = MIX ? storyUnder(seed, MIX, ROWS_PER_BATCH) : storyOf(seed, ROWS_PER_BATCH);
    await box.control.reset('a');
    await box.control.clearFaults();
    await box.control.change({ latencyMs: 0 });
    await box.quotePricing();
    await startLoad(page, SALE.table);
    await takeFile(page, fileOfStory(story));
    await goToColumns(page);
    await goToReview(page, story.values.length);
    await goToSend(page);
    await chooseOperation(page, story.operation);
    await choose(page, 'Rows in one batch', `${ROWS_PER_BATCH} rows`);
    await makePlan(page);
    const loadId = /\/load\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    await refuse();
    await box.control.addFaults(...story.peakFaults);
    // Slow enough that a middle has a before and an after.
    await box.control.change({ latencyMs: new Dice(seed ^ 0x1a7).oneOf([20, 100, 300]) });
    const { told, seen } = await through(story, page, loadId);
    await box.control.change({ latencyMs: 0 });
    // What a dead tab or server had passed on still reaches the table.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await box.control.flush();
    const stored = new Map<number, number>();
    for (const { SALE_ID } of await box.control.rows(SALE, 100_000)) {
      const id = Number(SALE_ID?.slice('INV-'.length));
      stored.set(id, (stored.get(id) ?? 0) + 1);
    }
    return judge(story, told, stored, seen);
  }

  try {
    const first = await context.newPage();
    await rollOut(first, QUOTE_PRICING);
    const home = first.url();
    for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
      const verdict = await oneSeed(seed, await freshPage(context, home));
      process.stdout.write(`${JSON.stringify({ browser: true, ...verdict })}\n`);
      expect.soft(verdict.holds, `seed ${seed}: ${verdict.why ?? ''}`).toBe(true);
    }
  } finally {
    await context.close();
    await app.kill();
    peak.server.closeAllConnections();
    await peak.close();
    await box.sandbox.close();
  }
});

/** The run may have gone on by itself meanwhile; then there is nothing to paste any more, and the next look says so. */
async function pasteToken(page: Page): Promise<void> {
  const soon = { timeout: 10_000 };
  try {
    await page.getByRole('button', { name: 'Paste the token again' }).click(soon);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Check and go on' }).click(soon);
    await expect(dialog).toBeHidden(soon);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/** One tab alone, on the page where a load begins. */
async function freshPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto(address);
  return page;
}
