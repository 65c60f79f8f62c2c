import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The npm that runs us, as a process id, or null where none does. Some shells replace themselves with the command
 * they are given and some stay in between, so our parent may be npm or npm's shell.
 */
export function npmAbove() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return null;
  const parent = describe(process.ppid);
  return parent && /^(da|ba|z|k|a)?sh$/.test(parent.name) ? parent.parent : process.ppid;
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** From /proc where there is one, because the smallest systems have no ps. */
function describe(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return { name, parent: Number(parent) };
  } catch {
    return describeByPs(pid);
  }
}

function describeByPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const [, parent, path] = /^\s*(\d+)\s+(.*?)\s*$/s.exec(line);
    return { name: path.split('/').at(-1), parent: Number(parent) };
  } catch {
    return null;
  }
}
