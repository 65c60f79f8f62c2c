import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, serverSettings } from './settings';

describe('the environment of the sandbox', () => {
  it('needs nothing', () => {
    const parsed = serverSettings({ SANDBOX_RATE: ' ' });
    expect(parsed).toMatchObject({
      ok: true,
      value: { port: 4010, dataDir: '.onramp/sandbox', control: true, settings: DEFAULT_SETTINGS },
    });
  });

  it('takes limits of later pages', () => {
    const parsed = serverSettings({
      SANDBOX_ROWS_LIMIT: '2000',
      SANDBOX_FLUSH_MS: '250',
      SANDBOX_CONTROL: 'off',
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: { control: false, settings: { rowsLimit: 2_000, flushMs: 250 } },
    });
  });

  it.each([
    ['SANDBOX_PORT', '70000'],
    ['SANDBOX_PORT', 'http'],
    ['SANDBOX_RATE', '-1'],
    ['SANDBOX_TOKEN_A', 'a b c d e f'],
    ['SANDBOX_CONTROL', 'yes'],
  ])('names %s when it is %s, without quoting it', (name, value) => {
    const parsed = serverSettings({ [name]: value });
    expect(parsed).toMatchObject({ ok: false });
    if (!parsed.ok) {
      expect(parsed.error.join()).toContain(name);
      expect(parsed.error.join()).not.toContain(value);
    }
  });

  it.each([
    ['one token for two tenants', { SANDBOX_TOKEN_A: 'same-token', SANDBOX_TOKEN_B: 'same-token' }],
    ['a body limit beyond what is read', { SANDBOX_BODY_LIMIT: '9000000' }],
  ])('refuses %s', (_what, env) => {
    expect(serverSettings(env)).toMatchObject({ ok: false });
  });
});
