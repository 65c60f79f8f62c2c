import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { program, run } from './run.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp run '));
});
afterEach(() => rmSync(folder, { recursive: true }));

function script(text) {
  const path = join(folder, 'script.mjs');
  writeFileSync(path, text);
  return path;
}

test('a program that simply has no more to do ends, and its output comes back', async () => {
  const path = script(`console.log('out'); console.error('err'); process.exitCode = 3;`);
  expect(await run([path], { quiet: true })).toEqual({
    code: 3,
    output: expect.stringMatching(/out[^]*err|err[^]*out/),
  });
});

test('a program that a signal ended did not succeed', async () => {
  expect((await run([script(`process.kill(process.pid, 'SIGKILL')`)], { quiet: true })).code).toBe(1);
});

test('a program that is not there is a failure with words, not an exception', async () => {
  const { code, output } = await program('no-such-program-anywhere', [], { quiet: true });
  expect(code).toBe(1);
  expect(output).toContain('no-such-program-anywhere');
});
