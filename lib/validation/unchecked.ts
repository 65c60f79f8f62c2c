import type { ColumnSpec } from '../peak/model';
import { compilePattern } from './pattern';

/** What the schema asks of a column and nobody holds against its cells here: Peak alone will tell. */
export function uncheckedOf(column: ColumnSpec): string[] {
  const { pattern } = column;
  const foreign = pattern !== undefined && column.type === 'string' && compilePattern(pattern) === undefined;
  return [...column.unchecked, ...(foreign ? [`pattern ${pattern}`] : [])];
}
