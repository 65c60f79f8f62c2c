import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DEMO_TOKENS } from '@/lib/sandbox/settings';

const NEXT = join('node_modules', 'next', 'dist', 'bin', 'next');

/** A port that nobody has now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}

/** The built app as a process of its own, which can be killed and comes back with the same secret and another memory. */
export async function startAppProcess(sandboxAddress: string) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    LOG_LEVEL: 'error',
    PORT: String(port),
    ONRAMP_SECRET: randomBytes(32).toString('hex'),
    ONRAMP_SANDBOX_URL: sandboxAddress,
    ONRAMP_SANDBOX_TOKEN_A: DEMO_TOKENS.a,
    ONRAMP_SANDBOX_TOKEN_B: DEMO_TOKENS.b,
    // Answers slower than this are given up, so that "slow" is sometimes too slow.
    ONRAMP_TIMEOUT_MS: '2000',
  };
  const begin = async () => {
    const args = [NEXT, 'start', '--port', String(port), '--hostname', '127.0.0.1'];
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    let isGone = false;
    void gone.then(() => (isGone = true));
    while (!isGone && !(await fetch(`${address}/api/health`).catch(() => undefined))?.ok)
      await new Promise((resolve) => setTimeout(resolve, 50));
    if (isGone) throw new Error('the app could not be started');
    return { child, gone };
  };
  let alive = await begin();
  const kill = async (): Promise<void> => {
    alive.child.kill('SIGKILL');
    await alive.gone;
  };
  return {
    address,
    kill,
    /** Dies in the middle of whatever it does, and is back as soon as it can be. */
    async killAndRestart(): Promise<void> {
      await kill();
      alive = await begin();
    },
  };
}
export type AppProcess = Awaited<ReturnType<typeof startAppProcess>>;
