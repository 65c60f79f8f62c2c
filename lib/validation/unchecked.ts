import type { ColumnSpec } from '../peak/model';
import { isKnownFormat } from './date-format';
import { compilePattern } from './pattern';

/** What the schema asks of a column and nobody holds against its cells here: Peak alone will tell. */
export function uncheckedOf(column: ColumnSpec): string[] {
  const { pattern, format } = column;
  const foreign = pattern !== undefined && column.type === 'string' && compilePattern(pattern) === undefined;
  const type = column.type === 'date' || column.type === 'timestamp' ? column.type : undefined;
  const isOdd = type !== undefined && format !== undefined && !isKnownFormat(format, type);
  return [
    ...column.unchecked,
    ...(foreign ? [`pattern ${pattern}`] : []),
    ...(isOdd ? [`format ${format}`] : []),
  ];
}
