import { defineConfig } from '@playwright/test';
import tests from '../playwright.config';
import { APP, LIFTED_APP } from './addresses';

const stack = [tests.webServer ?? []].flat()[0];

/** Measures the production build in a real browser: `npm run bench`. One after the other, untraced, unhurried. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  timeout: 900_000,
  reporter: './report.ts',
  use: { ...tests.use, baseURL: APP, trace: 'off' },
  webServer: [
    { ...stack, command: 'node scripts/stack.mjs bench', cwd: '..', url: `${APP}/api/health` },
    // Only what sends needs it; beside a measurement of reading it would only be in the way.
    ...(/(^|\/)sending$/.test(process.env.ONRAMP_BENCH_ONLY ?? 'sending')
      ? [{ ...stack, command: 'node scripts/stack.mjs lifted', cwd: '..', url: `${LIFTED_APP}/api/health` }]
      : []),
  ],
});
