import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '@/lib/sandbox/fixture';
import { listen } from '@/lib/sandbox/listen';
import { DEMO_TOKENS } from '@/lib/sandbox/settings';

const PROGRAM = fileURLToPath(new URL('onramp.mjs', import.meta.url));

/** The command as a process of its own, against a real sandbox over HTTP: what somebody at a terminal would see. */
export async function terminal() {
  const box = await startSandbox();
  const serving = await listen(Promise.resolve(box.sandbox), 0);
  const folder = await mkdtemp(join(tmpdir(), 'onramp-cli-'));

  function start(args: readonly string[], env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        PEAK_AUTH_TOKEN: DEMO_TOKENS.a,
        ONRAMP_SANDBOX_URL: `http://127.0.0.1:${serving.port}`,
        ...env,
      },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, out, err })),
    );
    return { child, ended };
  }

  return {
    box,
    /** Of the sandbox, on this computer. */
    port: serving.port,
    folder,
    start,
    run: (args: readonly string[], env?: Record<string, string>) => start(args, env).ended,
    /** Another story begins: nothing in the folder, nothing in the warehouse. */
    async clear(): Promise<void> {
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
      await box.control.reset();
      await box.control.clearFaults();
      await box.control.change({ latencyMs: 0 });
    },
    async end(): Promise<void> {
      await serving.close();
      await box.sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type Terminal = Awaited<ReturnType<typeof terminal>>;
