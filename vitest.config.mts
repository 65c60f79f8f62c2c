import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{app,lib,components,scripts,cli}/**/*.test.{ts,mjs}'],
    environment: 'node',
    // A zone with a quarter-hour offset: code that forgot a zone fails here instead of at a customer's.
    env: { TZ: 'Asia/Kathmandu' },
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
