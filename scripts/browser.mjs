import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { program, run } from './run.mjs';
import { ROOT } from './settings.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser of this system, or null. `ONRAMP_BROWSER` overrules the search. */
export function systemBrowser(env = process.env) {
  if (env.ONRAMP_BROWSER) return env.ONRAMP_BROWSER;
  const places = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...places, ...ELSEWHERE].find((file) => existsSync(file) && runs(file)) ?? null;
}

/**
 * The path of a browser for Playwright, or null for the one that Playwright brought itself. Gets one where there
 * is none; throws a sentence where that is not possible either.
 */
export async function ensureBrowser() {
  if (process.env.ONRAMP_BROWSER) return process.env.ONRAMP_BROWSER;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return null;
  const there = systemBrowser();
  if (there) return there;

  console.log('No browser found; asking Playwright to install one …');
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  await run([cli, 'install', 'chromium']);
  if (existsSync(chromium.executablePath()) && runs(chromium.executablePath())) return null;
  if (isDebianRoot()) {
    console.log('That did not work; asking Debian for its Chromium …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await program('apt-get', ['update', '-qq'], { env });
    await program('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = systemBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No browser to test in. Install Chromium or Chrome (Debian, Ubuntu: apt install chromium; macOS: brew install ' +
      '--cask google-chrome), or run npx playwright install --with-deps chromium, or name one: ONRAMP_BROWSER=/path/to/chrome.',
  );
}

/** A file with the right name is not yet a browser: Ubuntu ships one that only advertises a snap. */
function runs(file) {
  // Windows opens a window instead of answering.
  if (process.platform === 'win32') return true;
  try {
    return /\d+\.\d+/.test(
      execFileSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: 'pipe' }),
    );
  } catch {
    return false;
  }
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}
