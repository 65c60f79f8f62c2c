import { describe, expect, it } from 'vitest';
import { COMMON_HEADERS, DATA_POLICY, SCRIPT_POLICY, pagePolicy } from './policy';

describe('the policies', () => {
  const page = pagePolicy('abc', false);

  it.each([
    "script-src 'self' 'nonce-abc' 'strict-dynamic'",
    "style-src 'self' 'nonce-abc'",
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])('hold a page to %s', (directive) => expect(page.split('; ')).toContain(directive));

  it('let nobody evaluate code in production, in a page or in a worker', () => {
    for (const policy of [page, SCRIPT_POLICY, DATA_POLICY]) expect(policy).not.toContain('unsafe-eval');
    expect(page.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
    expect(pagePolicy('abc', true)).toContain("'unsafe-eval'");
  });

  it('isolate the page, so that its memory can be measured', () => {
    expect(Object.fromEntries(COMMON_HEADERS.map(({ key, value }) => [key, value]))).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
  });
});
