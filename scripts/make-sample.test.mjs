import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SAMPLE, sampleSales } from './make-sample.mjs';

test('the sample file is what its script makes; if not, run node scripts/make-sample.mjs', () => {
  expect(readFileSync(SAMPLE, 'utf8')).toBe(sampleSales());
});

test('every sale but those exported twice has a key of its own, so that the sample shows what it means to show', () => {
  const keys = sampleSales()
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',', 2).join('/'));
  expect(keys).toHaveLength(1_240);
  expect(new Set(keys).size).toBe(1_205);
});
