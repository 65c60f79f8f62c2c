import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAlive } from './ancestry.mjs';

/*
 * A family of two real programs under a real parent, ended in every way we know of. Programs that nobody ended
 * keep ports busy, which is the first thing a user would meet at the next start.
 */
const MEMBER = `
  import { writeFileSync } from 'node:fs';
  writeFileSync(process.argv[2], String(process.pid));
  setInterval(() => {}, 1000);
`;
const STUBBORN = `process.on('SIGTERM', () => {});${MEMBER}`;

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp family '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function raise({ second = MEMBER } = {}) {
  const file = (name) => join(folder, name);
  writeFileSync(file('first.mjs'), MEMBER);
  writeFileSync(file('second.mjs'), second);
  writeFileSync(
    file('parent.mjs'),
    `
    import { Family } from ${JSON.stringify(new URL('family.mjs', import.meta.url).href)};
    const family = new Family();
    const at = (name) => ${JSON.stringify(folder)} + '/' + name;
    family.start('app', [at('first.mjs'), at('first.pid')], { log: at('first.log') });
    family.start('sandbox', [at('second.mjs'), at('second.pid')], { log: at('second.log') });
    const { ok, text } = await family.ended;
    console.log(text);
    process.exit(ok ? 0 : 1);
    `,
  );
  const env = { ...process.env };
  delete env.npm_lifecycle_event;
  const parent = spawn(process.execPath, [file('parent.mjs')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let words = '';
  parent.stdout.setEncoding('utf8').on('data', (text) => (words += text));
  const ended = new Promise((resolve) => parent.once('close', (code) => resolve({ code, words })));
  const pid = (name) =>
    vi.waitFor(() => Number(readFileSync(file(name), 'utf8') || '0') || Promise.reject(), 10_000);
  return { parent, ended, first: await pid('first.pid'), second: await pid('second.pid') };
}

const gone = (...pids) => vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), 10_000);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s to the parent ends both, in peace', async (signal) => {
  const { parent, ended, first, second } = await raise();
  parent.kill(signal);
  expect((await ended).code).toBe(0);
  await gone(first, second);
});

test('a parent killed outright takes both along', async () => {
  const { parent, first, second } = await raise();
  parent.kill('SIGKILL');
  await gone(first, second);
});

test('the death of one ends the other, and says who died and of what', async () => {
  const { ended, first, second } = await raise();
  process.kill(first, 'SIGKILL');
  const { code, words } = await ended;
  expect(code).toBe(1);
  expect(words).toContain('The app was ended by SIGKILL');
  await gone(second);
});

test('last words are passed on', async () => {
  // Only once the other is there: a family that ends earlier never had two members.
  const afterTheFirst = `
    import { existsSync } from 'node:fs';
    ${MEMBER}
    setInterval(() => {
      if (!existsSync(process.argv[2].replace('second', 'first'))) return;
      console.error('the disk is full');
      process.exit(3);
    }, 10);`;
  const { ended } = await raise({ second: afterTheFirst });
  const { words } = await ended;
  expect(words).toContain('The sandbox ended with exit code 3');
  expect(words).toContain('the disk is full');
});

test('whoever will not go is ended by force at the second asking', async () => {
  const { parent, ended, first, second } = await raise({ second: STUBBORN });
  parent.kill('SIGINT');
  await vi.waitFor(() => expect(isAlive(first)).toBe(false), 10_000);
  parent.kill('SIGINT');
  expect((await ended).code).toBe(0);
  await gone(second);
});
