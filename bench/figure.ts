import { test } from '@playwright/test';
import { z } from 'zod';

/** One measured number. With a bar it holds or it does not; without one it is there for comparison. */
export const figure = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.enum(['ms', 'x', 'MB', 'rows/s']),
  /** The largest value that is good enough. */
  bar: z.number().optional(),
  /** The smallest value that is good enough. */
  atLeast: z.number().optional(),
});
export type Figure = z.infer<typeof figure>;

export const FIGURE = 'figure';

/** Hands a number to the report at the end of the run. */
export function record(measured: Figure): void {
  test.info().annotations.push({ type: FIGURE, description: JSON.stringify(measured) });
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which a share of the others lie, between the two nearest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) throw new Error('A quantile needs at least one value.');
  return low + (high - low) * (place - Math.floor(place));
}
