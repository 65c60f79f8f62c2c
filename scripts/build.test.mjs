import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourcesHash } from './build.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onramp build '));
  write('app/page.tsx', 'one');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('the same sources have the same name', () => {
  expect(sourcesHash(root)).toBe(sourcesHash(root));
});

test.each([
  ['a changed file', 'app/page.tsx', 'two'],
  ['a new file', 'lib/files/a.ts', ''],
  ['a public file', 'public/sample.csv', 'a,b'],
  ['a configuration nobody thought of', 'instrumentation.ts', ''],
  ['other packages', 'package-lock.json', '{"a":1}'],
])('%s makes another build', (_what, path, text) => {
  const before = sourcesHash(root);
  write(path, text);
  expect(sourcesHash(root)).not.toBe(before);
});

test.each([
  ['a test', 'lib/files/a.test.ts'],
  ['a README', 'lib/files/README.md'],
  ['the configuration of tests', 'playwright.config.ts'],
  ['what the build itself writes', 'next-env.d.ts'],
  ['a journey', 'e2e/home.spec.ts'],
])('%s does not', (_what, path) => {
  const before = sourcesHash(root);
  write(path, 'anything');
  expect(sourcesHash(root)).toBe(before);
});

test('a file that moved is another source', () => {
  const before = sourcesHash(root);
  rmSync(join(root, 'app/page.tsx'));
  write('app/other.tsx', 'one');
  expect(sourcesHash(root)).not.toBe(before);
});
