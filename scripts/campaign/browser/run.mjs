import { ensureBuilt } from '../../build.mjs';
import { runJourneys } from '../../journeys.mjs';

/** Started by `npm run campaign -- --browser`: the production build, a real Chromium, one seed after another. */
process.exitCode = await runJourneys(['--config=scripts/campaign/browser/browser.config.ts'], {
  ONRAMP_BUILD_DIR: await ensureBuilt(),
});
