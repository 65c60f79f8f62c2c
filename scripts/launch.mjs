import { join, relative } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { Family } from './family.mjs';
import { ensureInstalled } from './install.mjs';
import { demandFreePorts } from './ports.mjs';
import { keptSecret } from './secret.mjs';
import { ROOT, settingsFor } from './settings.mjs';
import { logsOf, startApp, startSandbox } from './stack.mjs';

/** From whatever state the clone is in to a running app with its sandbox; ends the process when they end. */
export async function launch({ dev }) {
  try {
    const settings = settingsFor('start');
    await demandFreePorts(settings);
    await ensureInstalled();
    const build = dev ? null : await ensureBuilt();
    await runTogether(settings, build);
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

async function runTogether(settings, build) {
  const family = new Family();
  void family.ended.then(({ ok, text }) => {
    if (!ok) console.error(`\n${text}`);
    process.exit(ok ? 0 : 1);
  });
  const logs = logsOf(settings);
  const secret = keptSecret(join(settings.folder, 'secret'));
  const app = build
    ? { secret, log: logs.app, env: { ONRAMP_BUILD_DIR: build } }
    : { secret, log: null, mode: 'dev' };
  try {
    console.log(settings.sandbox ? 'Starting the sandbox and the app …' : 'Starting the app …');
    const sandbox = settings.sandbox ? startSandbox(family, settings, logs.sandbox) : null;
    await Promise.all([sandbox, startApp(family, settings, app)]);
    console.log(welcome(settings, build ? logs.app : logs.sandbox));
  } catch (error) {
    await family.stop({ ok: false, text: error.message });
  }
}

function welcome({ app, sandbox }, log) {
  const lines = ['', `Peak Onramp is running: ${app.address}`, ''];
  if (sandbox) {
    lines.push(
      'No Peak tenant at hand? Open the address, choose the sandbox and connect; no token is needed there.',
      `  sandbox    ${sandbox.address} (a stand-in for Peak)`,
      `  its tokens ${sandbox.tokens.a} and ${sandbox.tokens.b} (two tenants)`,
    );
  }
  lines.push(
    'With a Peak tenant: open the address, choose its region and paste a personal access token.',
    `  logs       ${relative(ROOT, log)}`,
    '  stop       Ctrl-C',
    '',
  );
  return lines.join('\n');
}
