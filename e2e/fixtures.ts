import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type ConsoleMessage, type Request } from '@playwright/test';
import { sandboxControl, type SandboxControl } from '../lib/sandbox/control';
import { DEFAULT_SETTINGS } from '../lib/sandbox/settings';
import { SANDBOX } from './addresses';
import { openListedHost, type ListedHost } from './listed-host';

export interface Accessibility {
  /** Fails the test with every violation on the page as it stands, in light and in dark, and goes on. `what` names the screen. */
  expectAccessible(what: string): Promise<void>;
}

export interface Strictness {
  /** Lets console errors pass whose text holds this, from here to the end of the test. */
  allowConsole(text: string): void;
}

/** Rules whose outcome depends on the scheme. */
const COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * Every test begins with an empty sandbox, in a browser that knows nothing, and fails where the product is not
 * quiet and self-contained: on a console error, on an exception nobody caught, on any request to another origin.
 */
export const test = base.extend<{
  sandbox: SandboxControl;
  accessibility: Accessibility;
  strictness: Strictness;
  /** Listens only in tests that name it; else nothing does. */
  listedHost: ListedHost;
}>({
  sandbox: [
    async ({}, provide) => {
      const sandbox = sandboxControl(SANDBOX);
      await sandbox.reset();
      await sandbox.clearFaults();
      await sandbox.change(DEFAULT_SETTINGS);
      await provide(sandbox);
    },
    { auto: true },
  ],

  strictness: [
    async ({ page, context, baseURL }, provide) => {
      const allowed: string[] = [];
      const trouble: string[] = [];
      const note = (text: string) => {
        if (!allowed.some((part) => text.includes(part))) trouble.push(text);
      };
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
      };
      const onRequest = (request: Request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== baseURL) note(`foreign request: ${url.href}`);
      };
      context.on('console', onConsole);
      context.on('request', onRequest);
      context.on('weberror', (error) => note(`exception: ${error.error().message}`));
      page.on('crash', () => note('the page crashed'));
      await provide({ allowConsole: (text) => void allowed.push(text) });
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],

  listedHost: async ({}, provide) => {
    const host = await openListedHost();
    await provide(host);
    await host.close();
  },

  accessibility: async ({ page }, provide) => {
    await provide({
      expectAccessible: async (what) => {
        const found: string[] = [];
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const axe = new AxeBuilder({ page });
          // Structure is the same in either scheme; what can differ is colour.
          const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(COLOUR)).analyze();
          for (const { id, help, nodes } of violations) {
            for (const node of nodes) found.push(`${what}, ${colorScheme}: ${id} (${help}) ${node.html}`);
          }
        }
        await page.emulateMedia({ colorScheme: null, reducedMotion: null });
        expect.soft(found).toEqual([]);
      },
    });
  },
});

export { expect };
