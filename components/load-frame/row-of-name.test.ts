import { describe, expect, it } from 'vitest';
import { rowName } from '@/components/messages/sheets';
import { rowOfName } from './row-of-name';

const SECTIONS = [
  { sheet: 'January', textRow: 1, sheetRow: 1 },
  { sheet: 'Sheet 2', textRow: 1_600, sheetRow: 3 },
];

describe('the row that a text names', () => {
  it.each([
    ['12', 12],
    ['1,234', 1_234],
    ['1,700', 3_297],
    ['January 12', 12],
    ['sheet 2 3', 1_600],
    ['Sheet 2 1,003', 2_600],
    ['Sheet 2 2', null],
    ['January 1600', null],
    ['March 2', null],
    ['0', null],
    ['', null],
  ])('%j is %j', (text, row) => {
    expect(rowOfName(text, SECTIONS)).toBe(row);
  });

  it.each([
    ['12', 1_605, 1_609],
    ['2', 1_605, 2],
    ['12', 30, 12],
  ] as const)('alone is meant in the sheet one looks at: %j beside row %i is %i', (text, near, row) => {
    expect(rowOfName(text, SECTIONS, near)).toBe(row);
  });

  it('alone is the row itself where nothing was joined', () => {
    expect(rowOfName('12', undefined, 500)).toBe(12);
    expect(rowOfName('12', SECTIONS.slice(0, 1), 500)).toBe(12);
  });

  it.each([1, 2, 1_599, 1_600, 2_900])('is found again by its own name: %i', (row) => {
    expect(rowOfName(rowName(row, SECTIONS), SECTIONS)).toBe(row);
  });
});
