import { defineConfig, devices } from '@playwright/test';
import { APP } from './e2e/addresses';

const browser = process.env.ONRAMP_BROWSER;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One sandbox with two tenants, and two cores: tests take turns instead of meeting in each other's tables.
  workers: 1,
  forbidOnly: !!process.env.CI,
  // A test that passes on another try has found a race, and says so.
  retries: 0,
  // Limits for what hangs, not for what is slow: a machine four times slower than ours passes as well.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: APP,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // A zone with a quarter-hour offset: a date that met a time zone on its way comes out wrong here.
    timezoneId: 'Asia/Kathmandu',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [
        // Chromium refuses its own sandbox to root, which is who runs in most containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  webServer: {
    command: 'node scripts/stack.mjs test',
    url: `${APP}/api/health`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
