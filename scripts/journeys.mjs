import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { run } from './run.mjs';
import { ROOT } from './settings.mjs';

/**
 * Runs what is written for Playwright, in whatever browser there is; resolves with its exit code. Throws a sentence
 * where there is no browser to be had.
 */
export async function runJourneys(args, env = {}) {
  const browser = await ensureBrowser();
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const all = { ...process.env, ...(browser && { ONRAMP_BROWSER: browser }), ...env };
  return (await run([cli, 'test', ...args], { env: all })).code;
}
