import { describe, expect, it } from 'vitest';
import { sourceRow } from './source-row';

const failed = new Set([5, 50, 1234, 7000, 7, 9000]);

describe('the row that a repaired row names', () => {
  it.each([
    ['as it was written', '5', 5],
    ['with a decimal point', '5.0', 5],
    ['with a decimal comma', '5,0', 5],
    ['with two decimals', '5,00', 5],
    ['with more decimals than thousands have digits', '5,0000', 5],
    ['as a text', "'50", 50],
    ['with blanks around', ' 50 ', 50],
    ['in groups by comma', '1,234', 1234],
    ['in groups by point', '1.234', 1234],
    ['in groups by space', '1 234', 1234],
    ['in groups by narrow space', '1\u202f234', 1234],
    ['in groups with decimals', '1.234,00', 1234],
    ['in several groups', '1,234,000', 1_234_000],
    ['without groups and with three decimals', '1234,000', 1234],
    ['in a group of zeros', '9,000', 9000],
  ])('is read %s', (_, cell, row) => {
    expect(sourceRow(cell, failed)).toBe(row);
  });

  it.each([
    ['a group that is not full', '1,23'],
    ['a fraction', '5.5'],
    ['zeros that may be decimals or thousands, where both rows failed', '7,000'],
    ['two marks between groups', '1,234.567'],
    ['an empty group', '1,,234'],
    ['zero', '0'],
    ['a sign', '-5'],
    ['a word', 'five'],
    ['nothing', ''],
    ['too many digits', '1234567890'],
  ])('is none for %s', (_, cell) => {
    expect(sourceRow(cell, failed)).toBeUndefined();
  });
});
