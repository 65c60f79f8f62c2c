import { describe, expect, it } from 'vitest';
import { checkToken, looksLikeOtherKind } from './token';

describe('checkToken', () => {
  it.each([
    ['abc-123', 'abc-123'],
    ['  abc-123\r\n', 'abc-123'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'],
    ['bearer-of-news', undefined],
    ['Bearish', 'Bearish'],
  ])('%j is sent as %j', (pasted, sent) => {
    const checked = checkToken(pasted);
    expect(checked.ok ? checked.value : undefined).toBe(sent);
  });

  it.each([
    [undefined, 'token-empty'],
    ['', 'token-empty'],
    [' \n\t', 'token-empty'],
    ['Bearer abc', 'token-bearer-prefix'],
    ['bearer abc', 'token-bearer-prefix'],
    ['Authorization: abc', 'token-bearer-prefix'],
    ['Basic dXNlcjpwYXNz', 'token-bearer-prefix'],
    ['{"access_token":"abc"}', 'token-wrong-kind'],
    ['client_id=abc&client_secret=def', 'token-wrong-kind'],
    ['abc def', 'token-malformed'],
    ['abc\ndef', 'token-malformed'],
    ['abc\u200bdef', 'token-malformed'],
    ['„abc“', 'token-malformed'],
    ['abc\u0000', 'token-malformed'],
  ])('refuses %j as %s', (pasted, code) => {
    const checked = checkToken(pasted);
    expect(checked).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(checked)).not.toContain('abc');
  });
});

describe('looksLikeOtherKind', () => {
  it.each([
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', true],
    ['abc.def.ghi', false],
    ['abc', false],
  ])('%s → %s', (token, expected) => expect(looksLikeOtherKind(token)).toBe(expected));
});
