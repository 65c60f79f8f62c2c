import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const SECRET = 'a-secret-of-more-than-thirty-two-characters';

describe('parseEnv', () => {
  it('fills in what Peak publishes when nothing is set', () => {
    const parsed = parseEnv({ ONRAMP_SECRET: SECRET });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        PORT: 3000,
        ONRAMP_HUB: 'https://ingestion.peak.ai',
        ONRAMP_INGEST_PATH: '/api/v2/objects/{table}',
        ONRAMP_ROWS_PER_BATCH: 500,
        ONRAMP_MAX_ROWS_PER_BATCH: 2000,
        ONRAMP_MAX_BODY_BYTES: 1_000_000,
        ONRAMP_RATE: 50,
        ONRAMP_TIMEOUT_MS: 60_000,
        ONRAMP_ALLOWED_HOSTS: [],
        production: false,
      },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(parseEnv({ ONRAMP_SECRET: SECRET, ONRAMP_RATE: '', REDIS_URL: ' ' })).toMatchObject({
      ok: true,
      value: { ONRAMP_RATE: 50 },
    });
  });

  it('reads a list of hosts', () => {
    const hosts = 'https://a.example, https://b.example:8443';
    expect(parseEnv({ ONRAMP_ALLOWED_HOSTS: hosts })).toMatchObject({
      ok: true,
      value: { ONRAMP_ALLOWED_HOSTS: ['https://a.example', 'https://b.example:8443'] },
    });
  });

  it('reads the proxy in the spellings in use, the small one first', () => {
    const both = { HTTPS_PROXY: 'http://old.example', https_proxy: 'user:p%40ss@proxy.example:8080' };
    expect(parseEnv({ ...both, no_proxy: '.corp.example, 10.0.0.1:8443' })).toMatchObject({
      ok: true,
      value: {
        HTTPS_PROXY: 'http://user:p%40ss@proxy.example:8080',
        NO_PROXY: ['.corp.example', '10.0.0.1:8443'],
      },
    });
    expect(parseEnv({ HTTPS_PROXY: 'https://proxy.example', https_proxy: '' })).toMatchObject({
      value: { HTTPS_PROXY: 'https://proxy.example', NO_PROXY: [] },
    });
  });

  it.each([
    ['HTTPS_PROXY', 'socks5://ann:hunter2@proxy.example:1080'],
    ['https_proxy', 'socks5h://ann:hunter2@proxy.example:1080'],
    ['https_proxy', 'http://ann:hunter2@proxy.example/path'],
    ['HTTPS_PROXY', 'http://us%er:hunter2@proxy.example'],
    ['HTTPS_PROXY', 'http://ann:hunter2%E4@proxy.example'],
    ['HTTPS_PROXY', '://hunter2'],
  ])('goes without a proxy that it cannot use (%s=%s), and says so in words', (name, value) => {
    const parsed = parseEnv({ [name]: value });
    if (!parsed.ok) throw new Error(parsed.error.join());
    const { HTTPS_PROXY: used, warnings } = parsed.value;
    expect(used).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(new RegExp(`^${name} .+\\.$`))]);
    expect(warnings.join()).not.toContain('hunter2');
    const good = parseEnv({ [name]: 'http://proxy.example' });
    expect(good.ok && good.value.warnings).toEqual([]);
  });

  it('makes up a secret outside production, another one each time', () => {
    const [one, two] = [parseEnv({}), parseEnv({})];
    expect(one.ok && two.ok && one.value.ONRAMP_SECRET !== two.value.ONRAMP_SECRET).toBe(true);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['ONRAMP_SECRET', 'too short'],
    ['ONRAMP_SECRET', 'tooshort'],
    ['ONRAMP_ORIGIN', 'onramp.example'],
    ['ONRAMP_ORIGIN', 'https://onramp.example/'],
    ['ONRAMP_SANDBOX_URL', 'http://127.0.0.1:4010/api'],
    ['ONRAMP_SANDBOX_URL', 'ftp://127.0.0.1'],
    ['ONRAMP_HUB', 'http://ingestion.peak.ai'],
    ['ONRAMP_HUB', 'https://user@ingestion.peak.ai'],
    ['ONRAMP_ALLOWED_HOSTS', 'https://a.example,http://b.example'],
    ['ONRAMP_ALLOWED_HOSTS', 'https://a.example,'],
    ['ONRAMP_INGEST_PATH', '/api/v2/objects/'],
    ['ONRAMP_INGEST_PATH', '/api/../{table}'],
    ['ONRAMP_INGEST_PATH', '//evil.example/{table}'],
    ['ONRAMP_INGEST_PATH', 'https://evil.example/{table}'],
    ['ONRAMP_ROWS_PER_BATCH', '2001'],
    ['ONRAMP_MAX_ROWS_PER_BATCH', '5000'],
    ['ONRAMP_MAX_BODY_BYTES', '1000001'],
    ['ONRAMP_RATE', '0'],
    ['ONRAMP_RATE', '1e3'],
    ['ONRAMP_TIMEOUT_MS', '-5'],
    ['ONRAMP_AUTH_TENANT', 'two words'],
    ['LOG_LEVEL', 'loud'],
    ['REDIS_URL', 'http://redis'],
  ])('answers a bad %s (%s) with a sentence that names it', (name, value) => {
    const parsed = parseEnv({ [name]: value });
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.error).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^${name} .+\\.$`))]),
    );
  });

  it.each([
    ['ONRAMP_SECRET', { NODE_ENV: 'production' }],
    ['ONRAMP_SANDBOX_TOKEN_A', { ONRAMP_SANDBOX_URL: 'http://127.0.0.1:4010' }],
    ['ONRAMP_ROWS_PER_BATCH', { ONRAMP_ROWS_PER_BATCH: '500', ONRAMP_MAX_ROWS_PER_BATCH: '100' }],
    ['ONRAMP_AUTH_TENANT', { ONRAMP_AUTH_TENANT: 'acme' }],
  ])('sees that %s contradicts the rest', (name, source) => {
    const parsed = parseEnv(source);
    expect(parsed.ok ? '' : parsed.error.join()).toContain(name);
  });

  it('never quotes a value, since it may be the secret', () => {
    const parsed = parseEnv({ ONRAMP_SECRET: 'hunter2 hunter2', ONRAMP_SANDBOX_TOKEN_A: 'my token' });
    expect(parsed.ok ? '' : parsed.error.join()).not.toMatch(/hunter2|my token/);
  });
});
