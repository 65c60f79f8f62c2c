import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstMissing } from './install.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onramp install '));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (path, packages) => writeFileSync(join(root, path), JSON.stringify({ packages }));
const wanted = (packages) => put('package-lock.json', { '': { name: 'app' }, ...packages });
const installed = (packages) => put('node_modules/.package-lock.json', packages);

test('without the record npm writes last, everything is missing', () => {
  wanted({});
  expect(firstMissing(root)).toBe('node_modules');
});

test.each([
  ['nothing, when all is there', { 'node_modules/a': { version: '1.0.0' } }, null],
  ['a package that is not there', {}, 'node_modules/a'],
  ['a package in another version', { 'node_modules/a': { version: '0.9.0' } }, 'node_modules/a'],
  [
    'nothing, when more is there',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
    null,
  ],
])('%s', (_what, there, missing) => {
  wanted({ 'node_modules/a': { version: '1.0.0' } });
  installed(there);
  expect(firstMissing(root)).toBe(missing);
});

test('an optional package for another machine is not missed, but a stale one is', () => {
  wanted({ 'node_modules/a-darwin': { version: '1.0.0', optional: true } });
  installed({});
  expect(firstMissing(root)).toBeNull();
  installed({ 'node_modules/a-darwin': { version: '0.9.0', optional: true } });
  expect(firstMissing(root)).toBe('node_modules/a-darwin');
});
