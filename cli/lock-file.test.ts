import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isHeld, lockFiles } from './lock-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onramp-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const path = (): string => join(folder, 'load.lock');
const leave = (holder: object): Promise<void> => writeFile(path(), JSON.stringify(holder));

/** The number of a process that has just ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

it('is held by one until it is let go, and leaves nothing behind', async () => {
  const lock = lockFiles(folder);
  const release = await lock('load');
  expect([await lock('load'), await isHeld(path())]).toEqual([null, true]);
  release?.();
  const again = await lock('load');
  expect(again).not.toBeNull();
  again?.();
  expect(await readdir(folder)).toEqual([]);
});

it('is taken by exactly one of many that ask at once', async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => lockFiles(folder)('load')));
  expect(taken.filter((release) => release !== null)).toHaveLength(1);
});

it('is taken over from a dead process by exactly one of many', async () => {
  await leave({ host: hostname(), pid: deadPid(), started: '' });
  expect(await isHeld(path())).toBe(false);
  const taken = await Promise.all(Array.from({ length: 8 }, () => lockFiles(folder)('load')));
  expect(taken.filter((release) => release !== null)).toHaveLength(1);
});

it('is taken over when the number of its process was given to another', async () => {
  await leave({ host: hostname(), pid: process.pid, started: '1' });
  expect(await lockFiles(folder)('load')).not.toBeNull();
});

it.each([
  ['a process of another machine', { host: 'elsewhere', pid: 1, started: '' }],
  ['somebody who left no name', {}],
])('stands while it is held by %s', async (_who, holder) => {
  await leave(holder);
  expect([await lockFiles(folder)('load'), await isHeld(path())]).toEqual([null, true]);
});
