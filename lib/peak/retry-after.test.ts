import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after';

const now = Date.UTC(2026, 10, 23, 12, 0, 0);
const DAY = 24 * 60 * 60 * 1000;

describe('retryAfterMs', () => {
  it.each([
    ['0', 0],
    ['1', 1000],
    [' 120 ', 120_000],
    ['1.5', 1500],
    ['0.0005', undefined],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['Mon, 30 Nov 2026 12:00:00 GMT', DAY],
    ['999999999', DAY],
    ['9999999999', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['', undefined],
    ['2026-11-23T12:00:30Z', undefined],
    ['23 Nov 2026', undefined],
    ['Mon, 23 Nov 2026 12:00:30 +0545', undefined],
    ['Monday, 23-Nov-26 12:00:30 GMT', undefined],
    ['Mon, 99 Nov 2026 12:00:30 GMT', undefined],
    ['1, 2', undefined],
    ['NaN', undefined],
  ])('reads %j as %s', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });

  it.each([
    ['ahead', 'Mon, 23 Nov 2026 15:00:00 GMT', 'Mon, 23 Nov 2026 15:00:30 GMT', 30_000],
    ['behind', 'Mon, 23 Nov 2026 09:00:00 GMT', 'Mon, 23 Nov 2026 09:00:30 GMT', 30_000],
    ['of no shape we know', 'soon', 'Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
  ])('counts a date from the clock of the service itself when that is %s', (_, date, header, expected) => {
    expect(retryAfterMs(header, now, date)).toBe(expected);
  });

  it('has nothing to say without the header', () => {
    expect(retryAfterMs(null, now)).toBeUndefined();
    expect(retryAfterMs(undefined, now)).toBeUndefined();
  });
});
