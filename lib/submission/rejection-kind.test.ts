import { expect, it } from 'vitest';
import { rejectionKind } from './rejection-kind';

it.each([
  ['REQUIRED', 'SKU is missing', 'missing'],
  ['NOT_NULL', 'SKU must not be null', 'empty'],
  ['PRIMARY_KEY', 'SALE_ID is part of the key', 'key'],
  ['STRUCTURE', 'unknown field COLOUR', 'unknown-column'],
  ['DATA_TYPE', 'QTY must be an integer', 'type'],
  ['PRECISION', 'more than 10 places', 'number-size'],
  ['TIMESTAMP_FORMAT', 'YYYY-MM-DD is wanted', 'date'],
  ['LENGTH', 'longer than 20', 'length'],
  ['ENUM', 'PAID is not one of', 'not-allowed'],
  [undefined, 'V must be ok', 'other'],
  [undefined, 'value for column QTY is not a valid integer', 'type'],
] as const)('category %s, message %j is about: %s', (category, message, kind) => {
  expect(rejectionKind({ code: 'X', message, ...(category === undefined ? {} : { category }) })).toBe(kind);
});
