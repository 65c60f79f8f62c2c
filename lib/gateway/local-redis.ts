import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine can run the tests that need a Redis. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/**
 * For tests: a Redis of their own on a socket file, empty, storing nothing; resolves when it takes connections. With a
 * `port` also there, on this computer alone, for processes that are told an address by their environment.
 */
export async function localRedis(port = 0): Promise<{
  readonly address: string;
  readonly stop: () => Promise<void>;
  /** Ends it as a crash does, and starts it again with the last snapshot (`SAVE`). */
  readonly crash: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-redis-'));
  const address = join(folder, 'redis.sock');
  const options = [
    '--bind',
    '127.0.0.1',
    '--port',
    String(port),
    '--unixsocket',
    address,
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const start = async () => {
    const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (text: Buffer) => {
        if (/ready to accept connections/i.test(text.toString())) resolve();
      });
      void gone.then(() => reject(new Error('redis-server ended before it was ready')));
    });
    return { server, gone };
  };
  let running = await start();
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    running.server.kill(signal);
    await running.gone;
  };
  return {
    address,
    async stop() {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
    async crash() {
      await end('SIGKILL');
      running = await start();
    },
  };
}
