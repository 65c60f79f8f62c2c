import { expect, test } from 'vitest';
import * as bench from '../bench/addresses';
import * as journeys from '../e2e/addresses';
import { DEMO_TOKENS } from '../lib/sandbox/settings';
import { nodeIsTooOld } from './node-version.mjs';
import { settingsFor } from './settings.mjs';

test.each([
  ['18.20.4', true],
  ['20.18.9', true],
  ['20.19.0', false],
  ['22.0.0', false],
])('Node %s is too old: %s', (version, tooOld) => {
  expect(nodeIsTooOld(version)).toBe(tooOld);
});

test('the three kinds of run share no port and no folder', () => {
  const all = ['start', 'test', 'bench'].map((kind) => settingsFor(kind, {}));
  const ports = all.flatMap(({ app, sandbox }) => [app.port, sandbox.port]);
  expect(new Set(ports).size).toBe(6);
  expect(new Set(all.map(({ folder }) => folder)).size).toBe(3);
});

test('the app listens on this machine only, unless told otherwise', () => {
  expect(settingsFor('start', {}).app.hostname).toBe('127.0.0.1');
  expect(settingsFor('start', { ONRAMP_HOSTNAME: '0.0.0.0' }).app.hostname).toBe('0.0.0.0');
  expect(settingsFor('test', { ONRAMP_HOSTNAME: '0.0.0.0' }).app.hostname).toBe('127.0.0.1');
});

test('the sandbox can be left out of a start, never out of a test', () => {
  expect(settingsFor('start', { ONRAMP_SANDBOX: 'off' }).sandbox).toBe(false);
  expect(settingsFor('test', { ONRAMP_SANDBOX: 'off' }).sandbox).not.toBe(false);
});

test.each(['0', '65536', '80a', '-1', '3000.5'])('PORT=%s is refused by name', (text) => {
  expect(() => settingsFor('start', { PORT: text })).toThrow(/^PORT must be/);
});

test('the tokens we print are those a sandbox started by hand knows', () => {
  expect(settingsFor('start', {}).sandbox.tokens).toEqual(DEMO_TOKENS);
});

test.each([
  ['journeys', 'test', journeys],
  ['measurements', 'bench', bench],
])('the %s look where their run listens', (_who, kind, { APP, SANDBOX }) => {
  const { app, sandbox } = settingsFor(kind);
  expect([APP, SANDBOX]).toEqual([app.address, sandbox.address]);
});
