import { describe, expect, it } from 'vitest';
import { config } from '../proxy';

/** Next anchors a matcher at both ends of the path. */
const isPage = (path: string) => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path));

describe('the policy of pages', () => {
  it.each([
    '/',
    '/connect',
    '/w/abc/load/def/review',
    // A workspace's address is chosen by whoever writes the link, so its end says nothing.
    '/w/abc.json',
    '/w/abc/load/def.csv',
    '/w/a.svg/storage',
  ])('stands on %s', (path) => expect(isPage(path)).toBe(true));

  it.each(['/api/session', '/_next/static/chunk.js', '/samples/sales.csv', '/icon.svg', '/favicon.ico'])(
    'costs nothing on %s',
    (path) => expect(isPage(path)).toBe(false),
  );
});
