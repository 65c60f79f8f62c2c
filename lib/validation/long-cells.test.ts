import { describe, expect, it } from 'vitest';
import { column, groupsOf } from './one-column';

// Each of these took a pattern minutes to hours, for one cell.
describe('a cell longer than any number or date', () => {
  const blanks = ' '.repeat(100_000);
  it.each([
    ['float', `1${blanks}x`, 'number-malformed'],
    ['float', `1${blanks}%x`, 'number-malformed'],
    ['float', `(1${blanks}-`, 'number-malformed'],
    ['integer', `1${blanks}x`, 'integer-malformed'],
    ['date', `5${blanks}March${blanks}x`, 'date-malformed'],
    ['timestamp', `March${blanks}5${blanks}x`, 'date-malformed'],
    ['float', `${'0'.repeat(100_000)}1.${'0'.repeat(100_000)}1`, undefined],
    ['numeric', `1.${'0'.repeat(200_000)}1`, 'numeric-scale'],
  ] as const)('is answered at once: %s %#', (type, text, code) => {
    const spec = column(type, type === 'numeric' ? { precision: 10, scale: 2 } : {});
    expect(groupsOf(spec, [text]).map((group) => group.code)).toEqual(
      code === undefined ? expect.anything() : [code],
    );
  });

  it.each([
    ['number-decimal-comma', `${'1'.repeat(150)},5`],
    ['number-thousands', `1${' 234'.repeat(50)}`],
  ])('is still a number with many digits: %s', (code, text) => {
    expect(groupsOf(column('float'), [text]).map((group) => group.code)).toEqual([code]);
  });
});
