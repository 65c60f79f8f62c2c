import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, test, type BrowserContext } from '@playwright/test';

/**
 * A browser of its own with an empty profile on disk, as people have them; gone with its profile when it is closed. The
 * windows a test opens by itself are private ones, where private files lie in the memory of another process and each
 * call to them takes milliseconds.
 */
export async function openProfile(): Promise<BrowserContext> {
  const { launchOptions, baseURL, viewport, locale, timezoneId } = test.info().project.use;
  const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    ...(baseURL !== undefined && { baseURL }),
    ...(viewport !== undefined && { viewport }),
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
  });
  context.on('close', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return context;
}
