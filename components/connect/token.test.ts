import { describe, expect, it } from 'vitest';
import { inspectToken, type TokenLook, type TokenNote } from './token';

const jwt = (claims: object) =>
  ['{"alg":"none"}', JSON.stringify(claims), 'x']
    .map((part) => btoa(part).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))
    .join('.');

describe('a pasted token', () => {
  it.each<[string, string, string, TokenNote[]]>([
    ['as it is', 'pat-123', 'pat-123', []],
    ['with a line end', 'pat-123\r\n', 'pat-123', ['line-ends']],
    ['broken over two lines by a mail', 'pat-\n123', 'pat-123', ['line-ends']],
    ['with blanks around it', '  pat-123 ', 'pat-123', ['spaces']],
    ['with the scheme of other interfaces', 'Bearer pat-123', 'pat-123', ['scheme-word']],
    [
      'copied with its header',
      'Authorization: Bearer pat-123\n',
      'pat-123',
      ['line-ends', 'header-word', 'scheme-word'],
    ],
    ['copied out of a script with its quotes', '"pat-123"', 'pat-123', ['quotes']],
    ['with a word that only begins like a scheme', 'bearertoken', 'bearertoken', []],
    ['that is nothing', ' \n', '', ['line-ends', 'spaces']],
  ])('%s', (_, text, token, notes) => {
    expect(inspectToken(text)).toMatchObject({ token, notes });
  });

  it.each<[string, string, TokenLook | null]>([
    ['the answer of a token endpoint', '{"access_token":"x","expires_in":86400}', 'oauth-answer'],
    ['a token of the client credentials grant', jwt({ gty: 'client-credentials' }), 'oauth-token'],
    ['a token that lives a day', jwt({ iat: 1_000, exp: 87_400 }), 'oauth-token'],
    ['a token that lives a year', jwt({ iat: 1_000, exp: 31_537_000 }), null],
    ['a key in the shape of a UUID', '123e4567-e89b-12d3-a456-426614174000', 'tenant-key'],
    ['something like a token that cannot be read', 'eyJ%%.eyJ@@.x', null],
    ['anything else', 'pat-123', null],
  ])('%s looks right', (_, text, look) => {
    expect(inspectToken(text).look).toBe(look);
  });
});
