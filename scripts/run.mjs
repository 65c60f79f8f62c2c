import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from './settings.mjs';

const LEASH = new URL('leash.mjs', import.meta.url).href;

/**
 * Runs one Node program to its end and resolves with its exit code (1 when a signal ended it). It ends with us.
 * `quiet` keeps its output and returns it instead of showing it.
 */
export function run(args, { env = process.env, quiet = false } = {}) {
  return program(process.execPath, ['--import', LEASH, ...args], { env, quiet, leash: true });
}

/** The same for any other program. */
export function program(
  command,
  args,
  { env = process.env, quiet = false, leash = false, shell = false } = {},
) {
  return new Promise((resolve) => {
    const output = quiet ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: leash ? { ...env, ONRAMP_LEASH: String(process.pid) } : env,
      stdio: ['ignore', output, output, ...(leash ? ['ipc'] : [])],
      shell,
    });
    let words = '';
    const keep = (chunk) => (words += chunk);
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: `${words}${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: words }));
  });
}

/** npm's own program file when npm started us, else whatever the path calls npm. */
export function npm(args, options) {
  const file = process.env.npm_execpath;
  if (file?.endsWith('npm-cli.js') && existsSync(file)) return run([file, ...args], options);
  return program('npm', args, { ...options, shell: process.platform === 'win32' });
}
