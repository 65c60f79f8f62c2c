import { defineConfig } from '@playwright/test';
import tests from '../playwright.config';
import { APP } from './addresses';

/** Measures the production build in a real browser: `npm run bench`. One after the other, untraced, unhurried. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  timeout: 900_000,
  reporter: './report.ts',
  use: { ...tests.use, baseURL: APP, trace: 'off' },
  webServer: {
    ...[tests.webServer ?? []].flat()[0],
    command: 'node scripts/stack.mjs bench',
    cwd: '..',
    url: `${APP}/api/health`,
  },
});
