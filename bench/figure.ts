import { test } from '@playwright/test';
import { z } from 'zod';

/** One measured number. With a bar it holds or it does not; without one it is there for comparison. */
export const figure = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.enum(['ms', 'x', 'MB', 'rows/s']),
  /** The largest value that is good enough. */
  bar: z.number().optional(),
});
export type Figure = z.infer<typeof figure>;

export const FIGURE = 'figure';

/** Hands a number to the report at the end of the run. */
export function record(measured: Figure): void {
  test.info().annotations.push({ type: FIGURE, description: JSON.stringify(measured) });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('A median needs at least one value.');
  return (low + high) / 2;
}
