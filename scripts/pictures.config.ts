import { defineConfig } from '@playwright/test';
import tests from '../playwright.config';

/** Takes the pictures of docs/images from the running app: `npm run screenshot`. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: 'pictures.spec.ts',
  outputDir: '../test-results',
  webServer: { ...[tests.webServer ?? []].flat()[0], command: 'node scripts/stack.mjs test', cwd: '..' },
});
