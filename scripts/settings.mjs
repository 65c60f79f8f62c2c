import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Public on purpose: the sandbox holds nothing, and whoever tries the app needs to know them. */
const DEMO_TOKENS = { a: 'onramp-demo-tenant-a', b: 'onramp-demo-tenant-b' };

/** Each kind of run has ports and a folder of its own, so that none disturbs another. */
const KINDS = {
  start: {
    app: 3000,
    appPort: 'PORT',
    sandbox: 4010,
    sandboxPort: 'SANDBOX_PORT',
    folder: '.onramp',
    command: 'npm start',
  },
  test: {
    app: 3100,
    appPort: 'ONRAMP_TEST_PORT',
    sandbox: 4110,
    sandboxPort: 'ONRAMP_TEST_SANDBOX_PORT',
    folder: '.onramp/test',
    command: 'npm test',
  },
  bench: {
    app: 3200,
    appPort: 'ONRAMP_BENCH_PORT',
    sandbox: 4210,
    sandboxPort: 'ONRAMP_BENCH_SANDBOX_PORT',
    folder: '.onramp/bench',
    command: 'npm run bench',
  },
  lifted: {
    app: 3210,
    appPort: 'ONRAMP_LIFTED_PORT',
    sandbox: 4220,
    sandboxPort: 'ONRAMP_LIFTED_SANDBOX_PORT',
    folder: '.onramp/bench-lifted',
    command: 'npm run bench',
  },
};

/**
 * Where one run listens and keeps its things, from its kind and the environment. Throws a sentence for a port
 * that is none.
 */
export function settingsFor(kind, env = process.env) {
  const { app, appPort, sandbox, sandboxPort, folder, command } = KINDS[kind];
  const port = portFrom(env, appPort, app);
  const hostname = (kind === 'start' && env.ONRAMP_HOSTNAME) || '127.0.0.1';
  const anywhere = hostname === '127.0.0.1' || hostname === '0.0.0.0' || hostname === '::';
  const withSandbox = kind !== 'start' || env.ONRAMP_SANDBOX !== 'off';
  return {
    command,
    folder: join(ROOT, folder),
    app: {
      port,
      variable: appPort,
      hostname,
      address: `http://${anywhere ? 'localhost' : hostname}:${port}`,
    },
    sandbox: withSandbox && sandboxSettings(env, portFrom(env, sandboxPort, sandbox), sandboxPort),
  };
}

function sandboxSettings(env, port, variable) {
  return {
    port,
    variable,
    hostname: '127.0.0.1',
    address: `http://127.0.0.1:${port}`,
    tokens: { a: env.SANDBOX_TOKEN_A || DEMO_TOKENS.a, b: env.SANDBOX_TOKEN_B || DEMO_TOKENS.b },
  };
}

function portFrom(env, name, fallback) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port number between 1 and 65535, not "${text}".`);
}
