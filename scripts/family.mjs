import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, npmAbove } from './ancestry.mjs';
import { ROOT } from './settings.mjs';

const LEASH = new URL('leash.mjs', import.meta.url).href;
/** How long a program may take over its last requests and its database before it is ended by force, in ms. */
const GRACE = 5000;
const POSIX = process.platform !== 'win32';

/**
 * Programs that live and die together: when one ends by itself, or we are told to stop, or whoever started us
 * disappears, all of them end, and `run` resolves with the reason.
 */
export class Family {
  #members = new Map();
  #settle;
  #stopping = null;

  constructor() {
    this.ended = new Promise((resolve) => (this.#settle = resolve));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.#told(signal));
    const npm = npmAbove();
    if (npm) this.#watch(npm);
  }

  /**
   * Starts a Node program. `log`: the file its output goes to, else this terminal. In a group of its own, so that
   * Ctrl-C reaches only us and the order of ending is ours.
   */
  start(name, args, { env = process.env, log = null } = {}) {
    const output = log ? openLog(log) : 'inherit';
    const child = spawn(process.execPath, ['--import', LEASH, ...args], {
      cwd: ROOT,
      env: { ...env, ONRAMP_LEASH: String(process.pid) },
      stdio: ['ignore', output, output, 'ipc'],
      detached: POSIX,
    });
    if (log) closeSync(output);
    const gone = new Promise((resolve) => {
      child.once('error', (error) => resolve(`could not be started: ${error.message}`));
      child.once('exit', (code, signal) =>
        resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
      );
    });
    this.#members.set(name, { child, gone });
    void gone.then((how) => this.#died(name, how, log));
    return { gone };
  }

  /** Ends everybody and resolves when they are gone. A second call does not wait for politeness. */
  stop(reason) {
    if (this.#stopping) for (const { child } of this.#members.values()) signalTo(child, 'SIGKILL');
    this.#stopping ??= Promise.all([...this.#members.values()].map(end)).then(() => this.#settle(reason));
    return this.#stopping;
  }

  #told(signal) {
    if (!this.#stopping) console.log('\nStopping …');
    void this.stop({ ok: true, text: `stopped by ${signal}` });
  }

  #died(name, how, log) {
    if (this.#stopping) return;
    const words = log ? `Its last words (all of them: ${log}):\n${lastLines(log)}` : 'Its words are above.';
    void this.stop({ ok: false, text: `The ${name} ${how}. ${words}` });
  }

  /** npm, killed outright, tells nobody. Only npm: a shell that ends may well leave us running on purpose. */
  #watch(npm) {
    setInterval(() => {
      if (!isAlive(npm)) void this.stop({ ok: true, text: 'stopped with npm' });
    }, 500).unref();
  }
}

async function end({ child, gone }) {
  signalTo(child, 'SIGTERM');
  const force = setTimeout(() => signalTo(child, 'SIGKILL'), GRACE);
  await gone;
  clearTimeout(force);
}

function signalTo(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (POSIX) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'w', 0o600);
}

export function lastLines(path, count = 15) {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
