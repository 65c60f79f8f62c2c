import { describe, expect, it } from 'vitest';
import { namedColumn } from './named-column';

describe('the column that a message of Peak names', () => {
  it.each([
    ['stands there as a word', 'PRICE must be a number', 'PRICE'],
    ['may be spelled in other letters', 'value of `price` is null', 'PRICE'],
    ['is the longest where one name begins another', 'PRICE LIST is unknown', 'PRICE LIST'],
    ['is none within another word', 'PRICE_LIST_ID is unknown', undefined],
    ['may end in a sign', 'TAX% is too large', 'TAX%'],
    ['is none where none is named', 'the row is broken', undefined],
  ])('%s', (_what, message, column) => {
    expect(namedColumn(message, ['PRICE', 'PRICE LIST', 'TAX%'])).toBe(column);
  });
});
