import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, test, type BrowserContext } from '@playwright/test';

/**
 * Works in a browser of its own with an empty profile on disk, as people have them; both are gone afterwards. The windows a
 * test opens by itself are private ones, where private files lie in the memory of another process and each call to them
 * takes milliseconds.
 */
export async function inProfile<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  // What other rounds wrote is put on the disk by the kernel, on the cores that are to be measured.
  await promisify(execFile)('sync').catch(() => undefined);
  const { launchOptions, baseURL, viewport, locale, timezoneId } = test.info().project.use;
  const folder = await mkdtemp(join(tmpdir(), 'onramp-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    ...(baseURL !== undefined && { baseURL }),
    ...(viewport !== undefined && { viewport }),
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    // The browser still writes for a moment after it has said that it is closed.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
