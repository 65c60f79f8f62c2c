import type { ColumnSpec } from '../peak/model';

const NUMBER = /^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d{1,3}(?:[.,]?\d{3})*(?:\.0+)?$|^[+-]?\d+(?:\.0+)?$/;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?$/;

/** Share (0 to 1) of the filled sample values that look as the column's type wants them; 1 when all are empty. */
export function valueFit(column: ColumnSpec, values: readonly string[]): number {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length === 0) return 1;
  const fits = (value: string): boolean => {
    switch (column.type) {
      case 'integer':
        return WHOLE.test(value);
      case 'float':
      case 'numeric':
        return NUMBER.test(value);
      case 'boolean':
        return /^(?:true|false|yes|no|y|n|0|1)$/i.test(value);
      case 'date':
      case 'timestamp':
        return DATE.test(value);
      case 'json':
        return /^[[{"]/.test(value);
      case 'string':
        return column.allowed === undefined || column.allowed.includes(value);
    }
  };
  return filled.filter(fits).length / filled.length;
}
