import { defineConfig } from '@playwright/test';
import tests from '../../../playwright.config';

const { webServer: _own, ...shared } = tests;

/** The app and the sandbox are started by the campaign itself, because one of them is killed. */
export default defineConfig({
  ...shared,
  testDir: '.',
  testMatch: 'browser.spec.ts',
  outputDir: '../../../test-results/campaign',
  reporter: './quiet.ts',
  // As many seeds as were asked for.
  timeout: 0,
  expect: { timeout: 60_000 },
  use: { ...tests.use, trace: 'off' },
});
