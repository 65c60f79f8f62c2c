import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { Family } from './family.mjs';
import { ROOT, settingsFor } from './settings.mjs';
import { startApp } from './stack.mjs';

/**
 * Whole instances of the built app on the ports named, beside the stack of a test run and its sandbox. What they share
 * (secret, Redis, rate) comes from the environment. Says `ready` on a line of its own.
 */
async function main(ports) {
  const settings = settingsFor('test');
  const build = await ensureBuilt();
  const family = new Family();
  void family.ended.then(({ ok, text }) => {
    if (!ok) console.error(text);
    process.exit(ok ? 0 : 1);
  });
  const started = ports.map((port) => {
    const app = { ...settings.app, port: Number(port), address: `http://localhost:${port}` };
    const log = join(ROOT, '.onramp', 'test', 'logs', `app-${port}.log`);
    return startApp(
      family,
      { ...settings, app },
      { secret: '', log, env: { ONRAMP_BUILD_DIR: build }, name: `app-${port}` },
    );
  });
  await Promise.all(started);
  console.log('ready');
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
