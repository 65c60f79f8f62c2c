import { describe, expect, it } from 'vitest';
import { hostChoice } from '../gateway/contract';
import { hostStillAllowed, resolveHost } from './hosts';

const rules = {
  ONRAMP_HUB: 'https://ingestion.peak.ai',
  ONRAMP_ALLOWED_HOSTS: ['https://beta.example.com', 'https://beta.example.com:8443'],
  ONRAMP_SANDBOX_URL: 'http://127.0.0.1:4010',
};

/** Spellings that try to be another host, or to be this one by another name. */
const HOSTILE = [
  ...[
    '',
    ' ',
    '.',
    '..',
    '-',
    '-a',
    'a-',
    'a.',
    '.a',
    'a.b',
    'a..b',
    'a b',
    ' a',
    'a ',
    'a\t',
    'a\n',
    '\na',
    'a\r\nx',
  ],
  ...[
    'evil.com/',
    'evil.com#',
    'evil.com?',
    'evil.com\\',
    'evil.com:443',
    'a/b',
    'a\\b',
    'a#b',
    'a?b',
    'a:b',
    'a;b',
    'a&b',
  ],
  ...[
    '@evil.com',
    'user@evil',
    'user:pass@evil',
    'peak.ai@evil',
    'a%2eb',
    'a%2fb',
    'a%00',
    'a\u0000',
    '%61',
    'a%',
    'a+b',
  ],
  ...[
    'xn--pak-7la',
    'xn--80ak6aa92e',
    'pеak',
    'sydneу',
    'ｐeak',
    'a。b',
    'a．b',
    'a｡b',
    'ﬁsh',
    'peak\u200b',
    '\u202epeak',
    'a\u00adb',
    'é',
  ],
  ...[
    'PEAK',
    'Peaksydney',
    'a_b',
    '*',
    '*.a',
    '[::1]',
    '::1',
    '127.0.0.1',
    '0x7f.1',
    '2130706433.x',
    'localhost.',
    '169.254.169.254',
  ],
  ...[
    'http://a',
    'https://a',
    '//a',
    'javascript:a',
    'data:a',
    'file:a',
    'a.peak.ai.evil',
    'peak.ai.evil.com',
    '${x}',
    '{{x}}',
    '<a>',
    '"a"',
    "'a'",
    '`a`',
  ],
  'a'.repeat(64),
];

const HOSTILE_ORIGINS = [
  'https://beta.example.com/',
  'https://beta.example.com.',
  'https://beta.example.com:443',
  'https://BETA.example.com',
  'http://beta.example.com',
  'https://beta.example.com@evil.com',
  'https://evil.com#https://beta.example.com',
  'https://evil.com/https://beta.example.com',
  'https://beta.example.com.evil.com',
  'https://beta.example.com%2eevil.com',
  'https://beta.example.com\\@evil.com',
  'https://beta.example.com\t',
  ' https://beta.example.com',
  'https://beta.example.com:8444',
  'https://ingestion.peak.ai.evil.com',
  'https://169.254.169.254',
  'http://127.0.0.1:4010',
  '',
];

describe('resolveHost', () => {
  it('builds the documented hosts', () => {
    expect(resolveHost({ kind: 'hub' }, rules)).toMatchObject({
      value: { origin: 'https://ingestion.peak.ai' },
    });
    expect(resolveHost({ kind: 'regional', cluster: 'peaksydney' }, rules)).toMatchObject({
      value: { origin: 'https://ingestion.peaksydney.peak.ai' },
    });
    expect(resolveHost({ kind: 'sandbox', tenant: 'a' }, rules)).toMatchObject({
      value: { origin: 'http://127.0.0.1:4010' },
    });
    expect(resolveHost({ kind: 'allowed', origin: 'https://beta.example.com:8443' }, rules)).toMatchObject({
      value: { origin: 'https://beta.example.com:8443' },
    });
  });

  it('knows at least sixty hostile spellings', () => {
    expect(new Set([...HOSTILE, ...HOSTILE_ORIGINS]).size).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE)('refuses %j as a cluster', (cluster) => {
    expect(resolveHost({ kind: 'regional', cluster }, rules)).toEqual({ ok: false, error: 'host-malformed' });
  });

  it.each(HOSTILE_ORIGINS)('refuses %j as a listed host', (origin) => {
    expect(resolveHost({ kind: 'allowed', origin }, rules)).toEqual({ ok: false, error: 'host-not-allowed' });
  });

  it.each(['0', '1', 'a1', 'a-b', '127', '2130706433', '0x7f'])(
    '%j stays one label below peak.ai',
    (cluster) => {
      const resolved = resolveHost({ kind: 'regional', cluster }, rules);
      const origin = resolved.ok ? resolved.value.origin : '';
      expect(new URL(origin)).toMatchObject({
        hostname: `ingestion.${cluster}.peak.ai`,
        port: '',
        protocol: 'https:',
      });
    },
  );

  it('says when there is no sandbox', () => {
    expect(
      resolveHost({ kind: 'sandbox', tenant: 'b' }, { ...rules, ONRAMP_SANDBOX_URL: undefined }),
    ).toEqual({
      ok: false,
      error: 'sandbox-off',
    });
  });

  it('is never handed a choice of another kind', () => {
    for (const kind of ['url', 'HUB', '__proto__', 'constructor', ''])
      expect(hostChoice.safeParse({ kind, origin: 'https://evil.com' }).success).toBe(false);
  });
});

describe('hostStillAllowed', () => {
  it('forgets a host that the environment no longer lists', () => {
    const host = { kind: 'allowed' as const, origin: 'https://beta.example.com' };
    expect(hostStillAllowed(host, rules)).toBe(true);
    expect(hostStillAllowed(host, { ...rules, ONRAMP_ALLOWED_HOSTS: [] })).toBe(false);
  });

  it.each([
    ['hub', 'https://ingestion.peaksydney.peak.ai', false],
    ['hub', 'https://ingestion.peak.ai', true],
    ['regional', 'https://ingestion.peaksydney.peak.ai', true],
    ['regional', 'https://ingestion.a.b.peak.ai', false],
    ['regional', 'https://ingestion.a.peak.ai.evil.com', false],
    ['regional', 'http://ingestion.a.peak.ai', false],
    ['sandbox', 'http://127.0.0.1:4011', false],
    ['sandbox', 'http://127.0.0.1:4010', true],
  ] as const)('%s %s → %s', (kind, origin, allowed) => {
    expect(hostStillAllowed({ kind, origin }, rules)).toBe(allowed);
  });
});
