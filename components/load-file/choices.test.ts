import { describe, expect, it } from 'vitest';
import { placesOf, placesText } from './choices';

describe('places where columns begin', () => {
  it.each([
    ['8, 20', [7, 19]],
    ['20 8;8', [7, 19]],
    ['1, 8', [7]],
    ['', []],
    ['8, x', undefined],
    ['0', undefined],
    ['-3', undefined],
    ['1.5', undefined],
  ])('%j', (text, begins) => {
    expect(placesOf(text)?.map(({ to }) => to)).toEqual(begins);
  });

  it('are written as they are typed', () => {
    expect(placesText(placesOf('8, 20') ?? [])).toBe('8, 20');
  });
});
