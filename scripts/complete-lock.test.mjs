import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryFor, leftOut } from './complete-lock.mjs';
import { ROOT } from './settings.mjs';

test('npm ci will accept the lock file; if not, run node scripts/complete-lock.mjs', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  expect([...leftOut(lock).keys()]).toEqual([]);
});

test('an optional package without an entry is found, a nested or hoisted one is not', () => {
  const packages = {
    '': {},
    'node_modules/a': {
      optionalDependencies: { 'a-darwin-arm64': '1.0.0', 'a-linux-x64': '1.0.0', shared: '1.0.0' },
    },
    'node_modules/a/node_modules/a-linux-x64': {},
    'node_modules/shared': {},
  };
  expect([...leftOut({ packages }).keys()]).toEqual(['a-darwin-arm64']);
});

test.each([
  ['@next/swc-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@unrs/resolver-binding-linux-s390x-gnu', { os: ['linux'], cpu: ['s390x'], libc: ['glibc'] }],
  ['@oxc-parser/binding-linux-riscv64-musl', { os: ['linux'], cpu: ['riscv64'], libc: ['musl'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
])('the name %s says the machine', (name, machine) => {
  expect(entryFor(name, { version: '1.0.0' })).toEqual({ version: '1.0.0', optional: true, ...machine });
});

test('a name that says no machine is refused rather than installed everywhere', () => {
  expect(() => entryFor('fsevents', { version: '2.3.3' })).toThrow('fsevents');
});
