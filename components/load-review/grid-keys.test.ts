import { describe, expect, it } from 'vitest';
import { wishOf } from './grid-keys';

const stroke = (key: string, held: { ctrlKey?: true; shiftKey?: true; altKey?: true } = {}) => ({
  key,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const size = { rows: 1000, columns: 5 };
const from = { index: 10, column: 2 };

describe('keys of the grid', () => {
  it.each([
    ['ArrowDown', {}, { index: 11, column: 2 }],
    ['ArrowUp', {}, { index: 9, column: 2 }],
    ['ArrowRight', {}, { index: 10, column: 3 }],
    ['ArrowLeft', { ctrlKey: true }, { index: 10, column: 0 }],
    ['Home', {}, { index: 10, column: 0 }],
    ['End', { ctrlKey: true }, { index: 999, column: 4 }],
    ['PageUp', {}, { index: 0, column: 2 }],
  ] as const)('%s %o moves', (key, held, place) => {
    expect(wishOf(stroke(key, held), from, size)).toEqual({ kind: 'move', place });
  });

  it('stay inside an empty grid', () => {
    const none = { rows: 0, columns: 0 };
    expect(wishOf(stroke('ArrowDown'), { index: 0, column: 0 }, none)).toEqual({
      kind: 'move',
      place: { index: 0, column: 0 },
    });
  });

  it.each([
    ['n', {}, 1],
    ['p', {}, -1],
    ['F8', {}, 1],
    ['F8', { shiftKey: true }, -1],
  ] as const)('%s %o goes to a finding', (key, held, direction) => {
    expect(wishOf(stroke(key, held), from, size)).toEqual({ kind: 'find', direction });
  });

  it('leave the browser its own', () => {
    expect(wishOf(stroke('n', { ctrlKey: true }), from, size)).toBeNull();
    expect(wishOf(stroke('ArrowLeft', { altKey: true }), from, size)).toBeNull();
    expect(wishOf(stroke('Tab'), from, size)).toBeNull();
  });
});
