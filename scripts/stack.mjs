import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { certificateFor } from './certificate.mjs';
import { Family, lastLines } from './family.mjs';
import { demandFreePorts } from './ports.mjs';
import { ROOT, settingsFor } from './settings.mjs';

/** How long a program may take from its start to its first answer, in ms; a cold disk takes most of it. */
const START_LIMIT = 60_000;
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');

/** Where the output of the two programs of a run goes. */
export const logsOf = ({ folder }) => ({
  app: join(folder, 'logs', 'app.log'),
  sandbox: join(folder, 'logs', 'sandbox.log'),
});

/** The environment of the app: the caller's own, and what it needs to find the sandbox and to seal sessions. */
export function appEnvironment({ app, sandbox }, secret, env = process.env) {
  return {
    ...env,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(app.port),
    ONRAMP_SECRET: env.ONRAMP_SECRET || secret,
    ...(sandbox && {
      ONRAMP_SANDBOX_URL: sandbox.address,
      ONRAMP_SANDBOX_TOKEN_A: sandbox.tokens.a,
      ONRAMP_SANDBOX_TOKEN_B: sandbox.tokens.b,
    }),
  };
}

/** Starts the stand-in for Peak in a process of its own and resolves once it answers. */
export async function startSandbox(family, { folder, sandbox }, log) {
  const env = {
    ...process.env,
    SANDBOX_PORT: String(sandbox.port),
    SANDBOX_DATA_DIR: join(folder, 'sandbox'),
    SANDBOX_TOKEN_A: sandbox.tokens.a,
    SANDBOX_TOKEN_B: sandbox.tokens.b,
  };
  const { gone } = family.start('sandbox', ['--import', 'tsx', 'lib/sandbox/server.ts'], { env, log });
  // Any answer will do: without a token it rightly says 401.
  await answers('sandbox', sandbox.address, () => true, gone, log);
}

/** Starts the app, built (`start`) or from its sources (`dev`), and resolves once it says it is well. */
export async function startApp(family, settings, { secret, log, env = {}, mode = 'start', name = 'app' }) {
  const { app } = settings;
  const { gone } = family.start(name, [NEXT, mode, '--port', String(app.port), '--hostname', app.hostname], {
    env: {
      ...appEnvironment(settings, secret),
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      ...env,
    },
    log,
  });
  const local = `http://127.0.0.1:${app.port}`;
  const address = app.address.includes('//localhost') ? local : app.address;
  await answers(name, `${address}/api/health`, (response) => response.ok, gone, log);
}

async function answers(name, url, isWell, gone, log) {
  let dead = false;
  void gone.then(() => (dead = true));
  const deadline = Date.now() + START_LIMIT;
  while (Date.now() < deadline) {
    // The family tells why it died; there is nothing left to wait for here.
    if (dead) return new Promise(() => {});
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) }).catch(
      () => null,
    );
    if (response && isWell(response)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const words = log ? ` Its last words:\n${lastLines(log)}` : '';
  throw new Error(`The ${name} did not answer at ${url} within ${START_LIMIT / 1000} seconds.${words}`);
}

/**
 * A host that only tests have: it is named to the app as one it may send tokens to, over TLS as any such host, and the
 * stories themselves answer there. The port beside the sandbox's own.
 */
function listedHost({ folder, sandbox }) {
  const path = join(folder, 'listed-host');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { certificate, key } = certificateFor('localhost');
  writeFileSync(join(path, 'certificate.pem'), certificate);
  writeFileSync(join(path, 'key.pem'), key, { mode: 0o600 });
  return {
    ONRAMP_ALLOWED_HOSTS: `https://localhost:${sandbox.port + 1}`,
    NODE_EXTRA_CA_CERTS: join(path, 'certificate.pem'),
  };
}

/** A whole stack for tests or measurements: fresh data, fresh secret, ports of its own; ends with whoever started it. */
async function runStack(kind) {
  const settings = settingsFor(kind);
  await demandFreePorts(settings);
  const build = await ensureBuilt();
  for (const name of ['sandbox', 'logs'])
    rmSync(join(settings.folder, name), { recursive: true, force: true });
  const family = new Family();
  const logs = logsOf(settings);
  void family.ended.then(({ ok, text }) => {
    if (!ok) console.error(text);
    process.exit(ok ? 0 : 1);
  });
  try {
    const env = {
      ONRAMP_BUILD_DIR: build,
      ...(kind === 'test' && listedHost(settings)),
      // What measures the road alone must not wait for the rate a tenant has.
      ...(kind === 'lifted' && { ONRAMP_RATE: '10000' }),
    };
    const app = { secret: randomBytes(32).toString('hex'), log: logs.app, env };
    await Promise.all([startSandbox(family, settings, logs.sandbox), startApp(family, settings, app)]);
  } catch (error) {
    await family.stop({ ok: false, text: error.message });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  runStack(process.argv[2]).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
